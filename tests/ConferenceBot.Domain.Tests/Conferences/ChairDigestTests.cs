using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class ChairDigestTests
{
    private static Decision<Conference>.Accepted Look(string now, Conference? conference = null) =>
        ChairDigests.Decide(conference ?? Some.Conference(), Some.Clock(now)).Accepted();

    [Fact]
    public void The_chair_has_the_digest_two_working_mornings_before()
    {
        var before = Look("2026-06-09 08:59");
        Assert.Empty(before.Notices);
        Assert.Equal(Some.At("2026-06-09 09:00"), before.NextDue);

        var morning = Look("2026-06-09 09:00");
        var notice = Assert.Single(morning.Notices);
        Assert.Equal((Some.Chair, CardKind.ChairDigest, Some.Conference().Id.Value), (notice.To, notice.Card, notice.Subject));
        Assert.Equal(Some.Slot.End, morning.NextDue);
    }

    [Fact]
    public void The_digest_has_one_key_for_a_schedule_and_a_chair()
    {
        var first = Assert.Single(Look("2026-06-09 09:00").Notices).Key;
        Assert.Equal(first, Assert.Single(Look("2026-06-10 15:00").Notices).Key);
        Assert.NotEqual(first, Assert.Single(Look("2026-06-10 15:00", Some.Conference() with { Chair = Some.OtherChair }).Notices).Key);
        Assert.NotEqual(first, Assert.Single(Look("2026-06-10 15:00", Some.Conference().Moved("2026-06-11 11:00")).Notices).Key);
    }

    [Fact]
    public void A_late_booking_gives_the_digest_in_the_next_working_time()
    {
        var late = Some.Conference() with { FirstSeen = Some.At("2026-06-10 19:00") };
        Assert.Equal(Some.At("2026-06-11 09:00"), Look("2026-06-10 19:00", late).NextDue);
        Assert.Single(Look("2026-06-11 09:00", late).Notices);
    }

    [Theory]
    [InlineData("2026-06-11 10:00")]
    [InlineData("2026-06-11 12:00")]
    public void There_is_no_digest_once_the_conference_has_begun(string now) => Assert.Empty(Look(now).Notices);

    [Fact]
    public void Without_a_chair_it_waits_for_one_and_after_the_end_for_nothing()
    {
        var waiting = Look("2026-06-09 09:00", Some.Conference() with { Chair = null });
        Assert.Empty(waiting.Notices);
        Assert.Equal(Some.Slot.End, waiting.NextDue);
        Assert.Null(Look("2026-06-11 12:00").NextDue);
        Assert.Null(Look("2026-06-09 09:00", Some.Conference().Cancelled()).NextDue);
    }
}
