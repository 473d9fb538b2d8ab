using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Tests.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

public sealed class PromptRhythmTests
{
    [Theory]
    [InlineData(null, "2026-06-08 11:00", "2026-06-08 11:00")]
    [InlineData(null, "2026-06-08 07:00", "2026-06-08 09:00")]
    [InlineData(null, "2026-06-08 17:00", "2026-06-09 09:00")]
    [InlineData(null, "2026-06-06 11:00", "2026-06-08 09:00")]
    [InlineData("2026-06-08 09:00", "2026-06-08 16:00", "2026-06-09 09:00")]
    [InlineData("2026-06-05 16:59", "2026-06-08 09:00", "2026-06-08 09:00")]
    [InlineData("2026-06-05 10:00", "2026-06-05 18:00", "2026-06-08 09:00")]
    [InlineData("2026-06-06 10:00", "2026-06-06 18:00", "2026-06-08 09:00")]
    public void A_person_is_prompted_in_working_time_and_once_a_working_day(string? last, string now, string expected) =>
        Assert.Equal(Some.At(expected), PromptRhythm.NotBefore(last is null ? null : Some.At(last), Some.At(now), Some.Calendar));

    [Fact]
    public void Prompts_given_as_soon_as_they_may_be_fall_on_different_working_days() =>
        Gen.Select(SomeTime.AnyCalendar, SomeTime.AnyInstant, Gen.Int[0, 60 * 24 * 5]).Sample((calendar, now, later) =>
        {
            var first = PromptRhythm.NotBefore(null, now, calendar);
            var second = PromptRhythm.NotBefore(first, first.AddMinutes(later), calendar);
            Assert.True(first >= now && second >= first.AddMinutes(later));
            Assert.True(calendar.IsWorkingTime(first) && calendar.IsWorkingTime(second));
            Assert.True(calendar.DayOf(second) > calendar.DayOf(first));
        });
}
