using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

/// <summary>One report's story, told as the clock walks: it stops at each due instant and keeps what was decided.</summary>
internal sealed class Story(Conference conference, ReportTask task, LocalProcedure? procedure = null, WorkingCalendar? calendar = null)
{
    /// <summary>No story has more looks than this between two acts.</summary>
    private const int MostLooks = 40;

    public Conference Conference { get; private set; } = conference;
    public ReportTask Task { get; private set; } = task;
    public DateTimeOffset Now { get; private set; } = task.InvitedAt;
    public DateTimeOffset? NextDue { get; private set; }
    public List<(DateTimeOffset At, Notice Notice)> Told { get; } = [];
    public RuleClock Clock => Some.Clock(Now, procedure, calendar);

    /// <summary>Decides at this instant; twice, since the second time must give nothing new.</summary>
    public Story Look()
    {
        var decided = PreparationPlan.Decide(Conference, Task, Clock).Accepted();
        Assert.True(decided.Notices.Length <= 1);
        (Task, NextDue) = (decided.State, decided.NextDue);
        Told.AddRange(decided.Notices.Select(n => (Now, n)));
        var again = PreparationPlan.Decide(Conference, Task, Clock).Accepted();
        Assert.Empty(again.Notices);
        Assert.Same(Task, again.State);
        Assert.Equal(NextDue, again.NextDue);
        return this;
    }

    public Story Until(string local) => Until(Some.At(local));

    public Story Until(DateTimeOffset target)
    {
        Look();
        for (var looks = 0; NextDue is { } due && due <= target; looks++)
        {
            Assert.True(due > Now, "The clock stands still.");
            Assert.True(looks < MostLooks, "The walk does not end.");
            Now = due;
            Look();
        }

        Now = target;
        return this;
    }

    public Story Answer(ReportAnswer answer)
    {
        Task = ReportAnswers.Answer(Conference, Task, answer, Clock).Accepted().State.Task;
        return Look();
    }

    public Story Take(ReportTask task)
    {
        Task = task;
        return Look();
    }

    /// <summary>The calendar says something else; reports are matched with who is invited, then looked at.</summary>
    public Story See(Func<Sighting, Sighting> change)
    {
        Conference = Conference.See(change(Some.Sighting(Conference))).After;
        Task = Roster.Match(Conference, [Task]).Reopened.SingleOrDefault(Task);
        return Look();
    }

    public Story Move(string local) => See(s => s with { Slot = Some.SlotAt(local) });

    /// <summary>What was told since, as "06-08 09:00 DayBefore" or "06-08 09:00 Moved"; local time.</summary>
    public IEnumerable<string> Lines() => Told.Select(t =>
        $"{TimeZoneInfo.ConvertTime(t.At, Some.Calendar.Zone):MM-dd HH:mm} {(t.Notice.Toast == ToastKind.Moved ? "Moved" : t.Notice.Key.Split('/')[3])}");
}
