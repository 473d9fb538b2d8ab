using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;
using ConferenceBot.Domain.Tests.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

public sealed class PreparationPropertiesTests
{
    private static readonly Gen<LocalProcedure> AnyProcedure = Gen.Select(
        Gen.Int[0, 12], Gen.Int[0, 12], Gen.Enum<DeadlineUnit>(), Gen.Bool, Gen.Int[0, 23]).Select((chair, family, unit, counts, hour) =>
            Some.Procedure with
            {
                Deadlines = new DeadlineTable(
                [
                    new(null, Audience.Chair, null, chair, unit, counts, new(hour, 0)),
                    new(null, Audience.Family, null, family, unit, counts, new(hour, 30)),
                ]),
            });

    /// <summary>A day of June to August 2026, so that bank and school holidays lie among them.</summary>
    private static readonly Gen<DateTimeOffset> Summer = Gen.Int[0, 90 * 24 * 4].Select(quarters => Some.At("2026-06-01 00:00").AddMinutes(quarters * 15));

    private static readonly Gen<(Conference Conference, ReportTask Task, RuleClock Clock)> AnyCase = Gen.Select(
        Summer, Gen.Int[1, 45 * 24 * 4], AnyProcedure, Gen.Int[0, 2].Select(i => new[] { Some.Health, Some.School, Some.Police }[i]), Gen.Bool).Select((invited, wait, procedure, agency, holiday) =>
        {
            var start = invited.AddMinutes(wait * 15);
            var calendar = holiday ? SomeTime.Calendar(schoolClosures: SomeTime.SummerHoliday) : Some.Calendar;
            var conference = Some.Conference(participants: Some.Participant(agency: agency)) with { Slot = new Slot(start, start.AddHours(2)), FirstSeen = invited };
            return (conference, Some.Task(agency, invited), Some.Clock(invited, procedure, calendar));
        });

    [Fact]
    public void Every_prompt_is_given_in_working_time_before_the_conference_and_overdue_after_its_deadline() => AnyCase.Sample(each =>
    {
        var story = new Story(each.Conference, each.Task, each.Clock.Procedure, each.Clock.Calendar).Until(each.Conference.Slot.End);
        Assert.Equal(ReportStatus.Closed, story.Task.Status);
        Assert.All(story.Told, t => Assert.True(each.Clock.Calendar.IsWorkingTime(t.At) && t.At < each.Conference.Slot.Start));
        Assert.All(story.Task.Given, g => Assert.True(g.Step == PromptStep.Overdue ? g.Deadline <= g.At : g.Deadline > g.At || g.Step == PromptStep.Invitation));
        Assert.Equal(story.Told.Count, story.Told.Select(t => t.Notice.Key).Distinct().Count());
    });

    [Fact]
    public void An_author_is_prompted_at_least_once_while_working_time_is_left() => AnyCase.Sample(each =>
    {
        var story = new Story(each.Conference, each.Task, each.Clock.Procedure, each.Clock.Calendar).Until(each.Conference.Slot.End);
        Assert.Equal(each.Clock.Calendar.NextWorkingTime(each.Task.InvitedAt) < each.Conference.Slot.Start, story.Told.Count > 0);
    });

    [Fact]
    public void A_later_conference_never_has_an_earlier_deadline_unless_it_was_booked_late() =>
        Gen.Select(AnyCase, Gen.Int[0, 14 * 24 * 4]).Sample((each, quarters) =>
        {
            var before = TaskDeadlines.Of(each.Conference, each.Task, each.Clock);
            var slot = each.Conference.Slot;
            var shift = TimeSpan.FromMinutes(quarters * 15);
            var after = TaskDeadlines.Of(each.Conference with { Slot = new Slot(slot.Start + shift, slot.End + shift) }, each.Task, each.Clock);
            if (before.LateBooked) return;
            Assert.False(after.LateBooked);
            Assert.True(after.Chair >= before.Chair);
            Assert.True(after.Family is null || after.Family >= before.Family);
        });

    [Fact]
    public void An_effective_deadline_is_never_after_the_start_and_always_after_the_telling() => AnyCase.Sample(each =>
    {
        var deadlines = TaskDeadlines.Of(each.Conference, each.Task, each.Clock);
        DateTimeOffset[] all = [deadlines.Chair, .. deadlines.Family is { } family ? [family] : Array.Empty<DateTimeOffset>()];
        Assert.All(all, d => Assert.True(each.Clock.Now < d && d <= each.Conference.Slot.Start));
        Assert.Equal(each.Task.Agency.Kind == AgencyKind.Police, deadlines.Family is null);
    });

    [Fact]
    public void After_everything_is_answered_there_is_no_prompt() => Gen.Select(AnyCase, Gen.Double[0, 0.99]).Sample((each, part) =>
    {
        var at = each.Task.InvitedAt + (each.Conference.Slot.Start - each.Task.InvitedAt) * part;
        var story = new Story(each.Conference, each.Task, each.Clock.Procedure, each.Clock.Calendar).Until(at);
        var told = story.Told.Count;
        var today = story.Clock.Today;
        story.Answer(Some.Answer(today, FamilyAnswer.All, today)).Until(each.Conference.Slot.End);
        Assert.Equal(told, story.Told.Count);
    });
}
