using ConferenceBot.Domain.Notices;
using Xunit;

namespace ConferenceBot.Domain.Tests.Notices;

public sealed class WhenToTellTests
{
    private static readonly DateTimeOffset Ends = Some.At("2026-06-02 12:00");
    private static readonly RuleClock Clock = Some.Clock("2026-06-02 11:00");

    [Fact]
    public void What_cannot_wait_is_told_at_once_but_not_into_a_conference()
    {
        Assert.Null(new WhenToTell(null, Clock.Now).NotBefore(Notice(Urgency.Now, ToastKind.Reply), Clock));
        Assert.Equal(Ends, new WhenToTell(Ends, null).NotBefore(Notice(Urgency.Now, ToastKind.Reply), Clock));
    }

    [Fact]
    public void What_a_person_has_just_asked_for_is_shown_even_in_a_conference() =>
        Assert.Null(new WhenToTell(Ends, Clock.Now).NotBefore(Notice(Urgency.Now, ToastKind.Quiet), Clock));

    [Fact]
    public void A_prompt_waits_for_the_end_of_the_conference_and_for_the_next_working_day_after_the_last_one()
    {
        Assert.Equal(Ends, new WhenToTell(Ends, null).NotBefore(Notice(Urgency.Routine, ToastKind.Task), Clock));
        Assert.Equal(Some.Day("2026-06-03"), Clock.Calendar.DayOf(
            new WhenToTell(null, Clock.Now).NotBefore(Notice(Urgency.Routine, ToastKind.Task), Clock)!.Value));
    }

    private static Notice Notice(Urgency urgency, ToastKind toast) =>
        new("key", Some.Person(1), CardKind.Prompt, Some.Task().Id.Value, null, urgency, toast);
}
