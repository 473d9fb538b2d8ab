using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Domain.Notices.Describing;

/// <summary>The facts of a flag as its sender, its addressee and the administrator see them: each less than the one before.</summary>
public static class DescribeFlag
{
    public static FlagFormContent Form(Conference conference, RuleClock clock) => new(
        DescribeConference.Line(conference, clock), clock.Procedure.ConcernIndicators, clock.Procedure.TextLimit, clock.Procedure.DutyNumber);

    public static FlagReceiptContent Receipt(RiskFlag flag, Conference conference, RuleClock clock) => new(
        DescribeConference.Line(conference, clock), flag.Kind, conference.Status == ConferenceStatus.Cancelled ? Ended(flag) : flag.State,
        clock.Local(flag.RaisedAt), clock.Local(flag.ReadAt),
        clock.Local(flag.PlannedAt), clock.Local(flag.PassedOnAt), flag.To is not null || !flag.PassedTo.IsEmpty,
        clock.Local(RiskFlags.PassOnAt(flag, conference, clock)), clock.Procedure.DutyNumber,
        !flag.AddresseeAway ? AddresseeAbsence.None : flag.PassedTo.IsEmpty ? AddresseeAbsence.NobodyHere : AddresseeAbsence.StandInAsked);

    /// <param name="hasText">Something was typed and can be shown on request.</param>
    /// <param name="typed">What was typed, when the reader has just asked for it; null otherwise.</param>
    public static CardContent Alert(
        RiskFlag flag, Conference conference, PersonId reader, bool hasText, ImmutableDictionary<string, string>? typed, RuleClock clock)
    {
        var line = DescribeConference.Line(conference, clock);
        if (PutAwayReason(flag, conference, reader) is { } why) return new PutAwayContent(why, line);
        var procedure = clock.Procedure;
        return new ChairAlertContent(
            line, flag.Kind, flag.State, flag.RaisedByAgency, clock.Local(flag.RaisedAt), clock.Local(flag.ReadAt), clock.Local(flag.PlannedAt),
            flag.Ground, flag.Told, flag.Indicators, flag.Plans,
            new AlertChoices(procedure.Grounds, procedure.ConcernIndicators, procedure.ChairPlans), hasText, typed,
            clock.Local(RiskFlags.PassOnAt(flag, conference, clock)), flag.To != reader);
    }

    public static CardContent Support(RiskFlag flag, Conference conference, PersonId reader, RuleClock clock)
    {
        var line = DescribeConference.Line(conference, clock);
        if (PutAwayReason(flag, conference, reader) is { } why) return new PutAwayContent(why, line);
        return new SupportAskContent(
            line, flag.State, clock.Local(flag.RaisedAt), clock.Local(RiskFlags.PassOnAt(flag, conference, clock)), clock.Local(flag.PlannedAt));
    }

    public static AdministratorItemContent ForAdministrator(RiskFlag flag, Conference conference, RuleClock clock) => new(
        DescribeConference.Line(conference, clock),
        flag.To is null ? AdministratorMatter.NoChair : AdministratorMatter.FlagUnread,
        flag.State == FlagState.Sent && conference.Status != ConferenceStatus.Cancelled, clock.Local(flag.RaisedAt));

    private static FlagState Ended(RiskFlag flag) => flag.State == FlagState.Withdrawn ? FlagState.Withdrawn : FlagState.Expired;

    private static PutAway? PutAwayReason(RiskFlag flag, Conference conference, PersonId reader)
    {
        if (flag.State == FlagState.Withdrawn) return PutAway.Withdrawn;
        if (conference.Status == ConferenceStatus.Cancelled) return PutAway.Cancelled;
        if (flag.State == FlagState.Expired) return PutAway.TakenPlace;
        return flag.IsFor(reader) ? null : PutAway.NoLongerInvited;
    }
}
