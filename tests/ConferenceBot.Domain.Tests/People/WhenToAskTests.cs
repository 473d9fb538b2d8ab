using ConferenceBot.Domain.People;
using Xunit;

namespace ConferenceBot.Domain.Tests.People;

public sealed class WhenToAskTests
{
    [Fact]
    public void A_conference_within_five_working_days_is_asked_about_the_same_day_again() =>
        Assert.Equal(Some.At("2026-06-04 10:02"), Ask("2026-06-04 10:00", lastAsked: "2026-06-04 09:30"));

    [Fact]
    public void No_administrator_is_asked_in_the_evening_or_at_a_weekend() => Assert.Equal(Some.At("2026-06-08 09:00"), Ask("2026-06-06 22:00"));

    [Fact]
    public void A_far_conference_waits_for_working_hours_and_for_the_next_day_when_somebody_was_asked_today()
    {
        Assert.Equal(Some.At("2026-06-02 09:00"), Ask("2026-06-01 20:00"));
        Assert.Equal(Some.At("2026-06-01 10:02"), Ask("2026-06-01 10:00"));
        Assert.Equal(Some.At("2026-06-02 09:00"), Ask("2026-06-01 10:00", lastAsked: "2026-06-01 09:30"));
    }

    private static DateTimeOffset Ask(string now, string? lastAsked = null) =>
        WhenToAsk.Of(Some.Conference(), lastAsked is null ? null : Some.At(lastAsked), Some.Clock(now));
}
