using System.Collections.Immutable;
using ConferenceBot.Domain.Escalations;

namespace ConferenceBot.Domain.Tests.Escalations;

/// <summary>Raised on Monday 8 June 2026 at 10:00 with three stages; the first is to answer by Wednesday at 17:00.</summary>
internal static class SomeEscalation
{
    public static readonly EscalationId Id = new(Some.Id(400));
    public static readonly RuleClock Monday = Some.Clock("2026-06-08 10:00"), Tuesday = Some.Clock("2026-06-09 10:00");
    public static readonly ImmutableArray<PersonId> Ladder = [Some.Manager, Some.HeadOfService, Some.Director];

    public static Decision<Escalation> Raise(ImmutableArray<PersonId> ladder, string reason = "reportsNotShared") =>
        EscalationRules.Raise(Id, Some.Conference(), Some.Participant(), reason, ladder, Monday);

    public static Escalation Raised() => Raise(Ladder).Accepted().State;

    public static Escalation TakenOn() => EscalationRules.TakeOn(Raised(), Some.Manager, null, Tuesday).Accepted().State;

    public static Escalation Declined() => EscalationRules.Decline(Raised(), Some.Manager, true, Tuesday).Accepted().State;

    public static Decision<Escalation>.Accepted Look(this Escalation escalation, DateTimeOffset now) =>
        EscalationRules.Decide(escalation, [Some.Administrator], Some.Clock(now)).Accepted();

    /// <summary>Looked at each time it is due, until nothing is due any more.</summary>
    public static Decision<Escalation>.Accepted Unanswered(this Escalation escalation)
    {
        var looked = escalation.Look(escalation.AnswerBy);
        return looked.NextDue is null ? looked : looked.State.Unanswered();
    }
}
