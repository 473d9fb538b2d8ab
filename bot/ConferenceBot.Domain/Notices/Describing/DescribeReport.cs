using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Domain.Notices.Describing;

/// <summary>The facts of a report task as the prompt and the lists show them.</summary>
public static class DescribeReport
{
    /// <param name="sent">What the author has sent about this conference.</param>
    /// <param name="fromList">The card was opened inside a list and offers the way back.</param>
    public static CardContent Prompt(
        Conference conference, ReportTask task, IEnumerable<RiskFlag> sent, RuleClock clock, bool fromList)
    {
        var line = DescribeConference.Line(conference, clock);
        if (PutAwayReason(conference, task) is { } why) return new PutAwayContent(why, line);

        var procedure = clock.Procedure;
        var deadlines = TaskDeadlines.Of(conference, task, clock);
        var next = deadlines.EarliestOpen(task, procedure);
        var given = task.Given.LastOrDefault(g => g.ScheduleVersion == conference.ScheduleVersion) ?? task.Given.LastOrDefault();
        return new PromptContent(
            line, given?.Step, clock.Local(next), deadlines.LateBooked, !deadlines.LateBooked && next <= clock.Now, IsForm(task, procedure),
            new ChairPart(clock.Local(deadlines.Chair), task.SentToChair),
            deadlines.Family is { } family ? Family(task, clock.Local(family), clock) : null,
            procedure.Grounds, [.. sent.OrderBy(f => f.RaisedAt).Select(f => Sent(f, conference, clock))],
            clock.Local(task.AnsweredAt), clock.Today, procedure.DutyNumber, fromList);
    }

    /// <summary>One line of a list card about this task.</summary>
    public static ListItem Item(Conference conference, ReportTask task, CardStamp? stamp, RuleClock clock)
    {
        var line = DescribeConference.Line(conference, clock);
        if (PutAwayReason(conference, task) is not null) return new ListItem(null, line, ListState.Gone, null);
        var deadlines = TaskDeadlines.Of(conference, task, clock);
        var next = deadlines.EarliestOpen(task, clock.Procedure);
        var state = next is not { } due ? ListState.Settled
            : due <= clock.Now && !deadlines.LateBooked ? ListState.Overdue : ListState.ToDo;
        return new ListItem(stamp, line, state, clock.Local(next));
    }

    private static PutAway? PutAwayReason(Conference conference, ReportTask task) => task.Status switch
    {
        ReportStatus.Withdrawn when conference.Status == ConferenceStatus.Cancelled => PutAway.Cancelled,
        ReportStatus.Withdrawn => PutAway.NoLongerInvited,
        ReportStatus.Closed => PutAway.TakenPlace,
        ReportStatus.Open => null,
    };

    /// <summary>A form until answered, while being corrected, and again when a later step asks for what is still open.</summary>
    private static bool IsForm(ReportTask task, Procedure.LocalProcedure procedure) =>
        task.Correcting || task.AnsweredAt is not { } answered
        || (!task.IsSettled(procedure) && task.Given.LastOrDefault() is { } last && last.At > answered);

    private static FamilyPart Family(ReportTask task, DateTimeOffset due, RuleClock clock) => new(
        due, task.Family, task.GoneThrough, task.WhyNotYet, task.NotSafeWithSomeone, task.NotSafeWithSomeone || task.RestrictedRaised,
        clock.Procedure.WhyNotYet);

    private static Sent Sent(RiskFlag flag, Conference conference, RuleClock clock) => new(
        flag.Kind, flag.State, clock.Local(flag.RaisedAt),
        flag.State == FlagState.Sent ? clock.Local(RiskFlags.PassOnAt(flag, conference, clock)) : null);

    /// <param name="why">Why the author is not reached; null when they are, again.</param>
    public static AdministratorItemContent ForAdministrator(
        ReportTask task, Conference conference, AdministratorMatter? why, DateTimeOffset since, RuleClock clock) => new(
        DescribeConference.Line(conference, clock), why ?? AdministratorMatter.NotReached,
        why is not null && NotReached.IsOwed(conference, task, clock), clock.Local(since), task.Agency.Name);
}
