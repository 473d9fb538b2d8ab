using ConferenceBot.People;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ConferenceBot.Tests.People;

public sealed class AgedCacheTests
{
    private readonly FakeTimeProvider machine = new();

    [Fact]
    public void An_entry_lives_for_its_age_and_a_new_answer_starts_it_anew()
    {
        var cache = new AgedCache<string, int>(machine, TimeSpan.FromMinutes(15), 10);
        cache.Set("a", 1);
        machine.Advance(TimeSpan.FromMinutes(10));
        cache.Set("a", 2);
        machine.Advance(TimeSpan.FromMinutes(10));
        cache.Set("b", 3);

        Assert.True(cache.TryGet("a", out var kept));
        Assert.Equal(2, kept);
        machine.Advance(TimeSpan.FromMinutes(5));
        Assert.False(cache.TryGet("a", out _));
    }

    [Fact]
    public void The_oldest_goes_when_it_is_full_and_repeats_do_not_pile_up()
    {
        var cache = new AgedCache<int, int>(machine, TimeSpan.FromMinutes(15), 3);
        for (var i = 0; i < 1000; i++)
        {
            cache.Set(i % 5, i);
            machine.Advance(TimeSpan.FromMilliseconds(1));
            Assert.InRange(cache.Count, 1, 3);
        }

        Assert.False(cache.TryGet(0, out _));
        Assert.True(cache.TryGet(4, out var last));
        Assert.Equal(999, last);
    }
}
