using ConferenceBot.Domain.Conferences;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class SlotTests
{
    private static readonly DateTimeOffset Ten = SomeTime.Utc("2026-05-11 10:00");
    private static readonly Slot TenToEleven = new(Ten, Ten.AddHours(1));

    [Fact]
    public void A_slot_contains_its_start_and_not_its_end()
    {
        Assert.True(TenToEleven.Contains(Ten));
        Assert.True(TenToEleven.Contains(Ten.AddHours(1).AddTicks(-1)));
        Assert.False(TenToEleven.Contains(Ten.AddTicks(-1)));
        Assert.False(TenToEleven.Contains(Ten.AddHours(1)));
    }

    [Fact]
    public void Slots_that_follow_each_other_do_not_overlap()
    {
        var next = new Slot(TenToEleven.End, TenToEleven.End.AddHours(1));
        Assert.False(TenToEleven.Overlaps(next));
        Assert.False(next.Overlaps(TenToEleven));
        Assert.True(TenToEleven.Overlaps(new Slot(Ten.AddMinutes(59), Ten.AddHours(3))));
        Assert.True(TenToEleven.Overlaps(TenToEleven));
    }

    [Fact]
    public void A_slot_keeps_utc_whatever_offset_it_was_given()
    {
        var given = new Slot(Ten.ToOffset(TimeSpan.FromHours(1)), Ten.AddHours(1).ToOffset(TimeSpan.FromHours(-5)));
        Assert.Equal(TimeSpan.Zero, given.Start.Offset);
        Assert.Equal(TimeSpan.Zero, given.End.Offset);
        Assert.Equal(TenToEleven, given);
        Assert.Equal(TimeSpan.FromHours(1), given.Duration);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    public void A_slot_that_does_not_end_after_it_starts_is_refused(int minutes) =>
        Assert.Throws<ArgumentException>(() => new Slot(Ten, Ten.AddMinutes(minutes)));

    [Fact]
    public void The_empty_slot_contains_and_overlaps_nothing()
    {
        Assert.False(default(Slot).Contains(default));
        Assert.False(default(Slot).Overlaps(default));
    }
}
