using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Notices.Describing;

/// <summary>The facts of an escalation as the manager, the requester and the administrator see them.</summary>
public static class DescribeEscalation
{
    /// <summary>The fields of a protected text that belong to the request, and the one that belongs to the answer.</summary>
    public const string Tried = "tried", Wanted = "wanted", DeclineReason = "declineReason";

    public static EscalationFormContent Form(IEnumerable<(string Key, Conference Conference)> conferences, RuleClock clock) => new(
        [.. conferences.Select(c => new ConferenceChoice(c.Key, DescribeConference.Line(c.Conference, clock)))],
        clock.Procedure.EscalationReasons, clock.Procedure.TextLimit, clock.Procedure.DutyNumber);

    /// <param name="text">The escalation's protected text when the reader has just asked for it; null otherwise.</param>
    public static EscalationAskContent Ask(
        Escalation escalation, Conference conference, PersonId reader, bool hasText, ImmutableDictionary<string, string>? text, RuleClock clock) => new(
        DescribeConference.Line(conference, clock), escalation.State, escalation.RequesterAgency, Reason(escalation, clock),
        clock.Local(escalation.RaisedAt), clock.Local(escalation.AnswerBy), escalation.Level + 1, escalation.Manager == reader,
        clock.Local(escalation.DecidedAt), escalation.ActionBy, clock.Today,
        clock.Calendar.AddWorkingDays(clock.Today, clock.Procedure.EscalationActionDays), clock.Procedure.TextLimit, hasText,
        text?.Remove(DeclineReason));

    /// <param name="hasReason">The manager gave a reason for not taking it on.</param>
    /// <param name="reason">That reason, when the requester has just asked for it; null otherwise.</param>
    public static EscalationRequestContent Request(
        Escalation escalation, Conference conference, bool hasReason, string? reason, RuleClock clock) => new(
        DescribeConference.Line(conference, clock), escalation.State, Reason(escalation, clock), clock.Local(escalation.RaisedAt),
        clock.Local(escalation.AnswerBy), escalation.Level + 1, clock.Local(escalation.DecidedAt), escalation.ActionBy,
        escalation.State == EscalationState.Declined && escalation.HasNextStage,
        escalation.State == EscalationState.Declined && hasReason, escalation.State == EscalationState.Declined ? reason : null, clock.Procedure.DutyNumber,
        escalation.State == EscalationState.Asked ? escalation.Absence : LadderAbsence.None);

    public static AdministratorItemContent ForAdministrator(Escalation escalation, Conference conference, RuleClock clock) => new(
        DescribeConference.Line(conference, clock),
        escalation.State == EscalationState.Asked ? AdministratorMatter.ManagerNotReached : AdministratorMatter.EscalationLapsed,
        escalation is { State: EscalationState.Lapsed } or { State: EscalationState.Asked, Absence: LadderAbsence.NobodyHere },
        clock.Local(escalation.RaisedAt));

    private static Choice Reason(Escalation escalation, RuleClock clock) =>
        clock.Procedure.EscalationReasons.FirstOrDefault(c => c.Key == escalation.Reason) ?? new Choice(escalation.Reason);
}
