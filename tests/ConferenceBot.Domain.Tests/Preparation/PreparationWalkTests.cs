using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

/// <summary>Whatever happens to a conference and its author, in any order, some things hold after each act.</summary>
public sealed class PreparationWalkTests
{
    private static readonly Gen<Action<Story>> AnyAct = Gen.Frequency(
        (5, Gen.Int[1, 20 * 24].Select<int, Action<Story>>(hours => story => story.Until(story.Now.AddHours(hours / 4.0)))),
        (2, Gen.Select(Gen.Bool, Gen.Enum<FamilyAnswer>(), Gen.Int[0, 5]).Select<(bool, FamilyAnswer, int), Action<Story>>(a => Answer(a.Item1, a.Item2, a.Item3))),
        (1, Gen.Const<Action<Story>>(Correct)),
        (1, Gen.Const<Action<Story>>(TakeBack)),
        (2, Gen.Int[-15 * 24, 15 * 24].Select<int, Action<Story>>(hours => story => story.See(s => s with { Slot = Shift(s.Slot, hours) }))),
        (1, Gen.Bool.Select<bool, Action<Story>>(cancelled => story => story.See(s => s with { Cancelled = cancelled }))),
        (1, Gen.Bool.Select<bool, Action<Story>>(invited => story =>
            story.See(s => s with { Participants = invited ? [Some.Participant()] : [] }))),
        (1, Gen.Enum<ConferenceType>().Select<ConferenceType, Action<Story>>(type => story => story.See(s => s with { Type = type }))));

    [Fact]
    public void Any_order_of_acts_keeps_the_promises() => Gen.Select(AnyAct.Array[1, 25], Gen.Int[0, 7], Gen.Int[0, 7]).Sample((acts, chair, family) =>
    {
        var story = new Story(Some.Conference(participants: Some.Participant()), Some.Task(), Some.Due(chair, family)).Look();
        foreach (var act in acts)
        {
            var (version, told) = (story.Task.Version, story.Told.Count);
            act(story);
            Check(story, story.Told.Skip(told));
            Assert.True(story.Task.Version >= version);
        }

        if (story.Now < story.Conference.Slot.End) story.Until(story.Conference.Slot.End);
        Assert.NotEqual(ReportStatus.Open, story.Task.Status);
        Assert.Null(story.NextDue);
    });

    private static void Check(Story story, IEnumerable<(DateTimeOffset At, Notice Notice)> news)
    {
        var (task, conference) = (story.Task, story.Conference);
        Assert.Equal(story.Told.Count, story.Told.Select(t => t.Notice.Key).Distinct().Count());
        Assert.All(task.Given.Where(g => g.Step == PromptStep.Overdue).GroupBy(g => (g.ScheduleVersion, g.Deadline)), same => Assert.Single(same));
        Assert.All(
            story.Told.Where(t => t.Notice.Key.Contains("/Overdue/", StringComparison.Ordinal)).GroupBy(t => t.Notice.Key[..t.Notice.Key.LastIndexOf('/')]),
            same => Assert.Single(same));
        Assert.True(story.Told.Count(t => t.Notice.Toast == ToastKind.Moved) < conference.ScheduleVersion);
        Assert.All(news.Where(t => t.Notice.Urgency == Urgency.Routine), t => Assert.True(Some.Calendar.IsWorkingTime(t.At)));

        if (task.Status == ReportStatus.Open)
        {
            Assert.True(story.NextDue > story.Now && story.NextDue <= conference.Slot.End);
            Assert.Equal(ConferenceStatus.Planned, conference.Status);
            Assert.NotNull(conference.Find(task.Author));
        }
        else
        {
            Assert.Null(story.NextDue);
            Assert.False(task.Correcting);
        }
    }

    private static Action<Story> Answer(bool sent, FamilyAnswer family, int hard) => story =>
    {
        if (story.Task.Status != ReportStatus.Open || story.Now >= story.Conference.Slot.End) return;
        var answer = Some.Answer(sent ? story.Clock.Today : null, family) with
        {
            WhyNotYet = family == FamilyAnswer.NotYet ? "jointly" : null,
            NotSafeWithSomeone = hard == 1,
            Hard = hard == 0 ? new HardToSay.Ground("thirdParty") : new HardToSay.Support(),
            Told = FamilyTold.WillTell,
        };
        var told = story.Told.Count;
        story.Answer(answer);
        Assert.Equal(told, story.Told.Count);
        if (!story.Task.IsSettled(Some.Procedure) || story.Now >= story.Conference.Slot.Start) return;
        story.Until(story.Conference.Slot.Start.AddMinutes(-1));
        Assert.Equal(told, story.Told.Count);
    };

    private static void Correct(Story story)
    {
        if (ReportAnswers.Correct(story.Conference, story.Task, story.Now) is Decision<ReportTask>.Accepted(var opened, _, _))
            story.Take(opened);
    }

    private static void TakeBack(Story story)
    {
        if (story.Task is { Status: ReportStatus.Open, RestrictedRaised: true } && story.Clock.Calendar.IsWorkingTime(story.Now))
            story.Take(ReportAnswers.RestrictedTakenBack(story.Task));
    }

    private static Slot Shift(Slot slot, int hours) => new(slot.Start.AddHours(hours), slot.End.AddHours(hours));
}
