using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain.Escalations;

/// <summary>Raised → asked(level) → taken on | declined | lapsed; a declined or lapsed request can go to the next stage.</summary>
public static class EscalationRules
{
    /// <summary>Who stands in for a manager who is away comes right after them; while they are here, nobody stands in.</summary>
    public static ImmutableArray<PersonId> WithDeputies(
        ImmutableArray<PersonId> managers, ImmutableArray<PersonId> deputies, ImmutableHashSet<PersonId> away) =>
        managers is [var own, .. var above] && away.Contains(own) ? [own, .. deputies, .. above] : managers;

    /// <param name="ladder">Managers from the lowest; the requester and repetitions are left out here.</param>
    /// <param name="away">Who of them is known to be away now; they are passed over while somebody else is here.</param>
    public static Decision<Escalation> Raise(
        EscalationId id, Conference conference, Participant requester, string reason, ImmutableArray<PersonId> ladder, RuleClock clock,
        ImmutableHashSet<PersonId>? away = null)
    {
        if (clock.Procedure.EscalationReasons.All(c => c.Key != reason)) return No(new UnknownChoice());
        ImmutableArray<PersonId> steps = [.. ladder.Where(p => p != requester.Person).Distinct()];
        if (steps.IsEmpty) return No(new NoManagerKnown());
        var raised = new Escalation
        {
            Council = conference.Council,
            Id = id,
            Conference = conference.Id,
            Requester = requester.Person,
            RequesterAgency = requester.Agency.Name,
            Reason = reason,
            RaisedAt = clock.Now,
            Ladder = steps,
            AnswerBy = AnswerBy(clock),
        };
        raised = At(raised, 0, away);
        return Decision.Accept(raised, raised.AnswerBy, Ask(raised));
    }

    /// <param name="actionBy">Local day, today or later; null = the procedure's default.</param>
    public static Decision<Escalation> TakeOn(Escalation escalation, PersonId by, DateOnly? actionBy, RuleClock clock)
    {
        if (Check(escalation, by) is { } refusal) return No(refusal);
        if (actionBy < clock.Today) return No(new NotAllowed());
        var taken = escalation with
        {
            State = EscalationState.TakenOn,
            DecidedAt = clock.Now,
            ActionBy = actionBy ?? clock.Calendar.AddWorkingDays(clock.Today, clock.Procedure.EscalationActionDays),
            Version = escalation.Version + 1,
        };
        return Decision.Accept(taken, null, Answer(taken));
    }

    /// <summary>Declines; the typed reason is protected text of the escalation and must not be empty.</summary>
    public static Decision<Escalation> Decline(Escalation escalation, PersonId by, bool reasonGiven, RuleClock clock)
    {
        if (Check(escalation, by) is { } refusal) return No(refusal);
        if (!reasonGiven) return No(new ReasonMissing());
        var declined = escalation with { State = EscalationState.Declined, DecidedAt = clock.Now, Version = escalation.Version + 1 };
        return Decision.Accept(declined, null, Answer(declined));
    }

    /// <summary>The manager who decided opens the decision again; the requester is told.</summary>
    public static Decision<Escalation> Correct(Escalation escalation, PersonId by, RuleClock clock)
    {
        if (escalation.State is not (EscalationState.TakenOn or EscalationState.Declined) || escalation.Manager != by)
            return No(new NotAllowed());
        var reopened = escalation with
        {
            State = EscalationState.Asked,
            DecidedAt = null,
            ActionBy = null,
            AnswerBy = AnswerBy(clock),
            Version = escalation.Version + 1,
        };
        return Decision.Accept(reopened, reopened.AnswerBy, Answer(reopened));
    }

    /// <summary>The requester takes a declined request to the next stage.</summary>
    public static Decision<Escalation> GoToNextStage(
        Escalation escalation, PersonId by, RuleClock clock, ImmutableHashSet<PersonId>? away = null)
    {
        if (escalation.Requester != by) return No(new NotAllowed());
        if (escalation.State != EscalationState.Declined) return No(new AlreadyDecided());
        if (!escalation.HasNextStage) return No(new NoFurtherStage());
        var next = AtNextLevel(escalation, clock, away);
        return Decision.Accept(next, next.AnswerBy, Ask(next));
    }

    /// <summary>Looks at a request because time has passed: unanswered, it goes to the next stage by itself.</summary>
    /// <param name="notReached">Who has taken the bot away from their Teams, or is not a professional in the conference: nobody waits for their answer.</param>
    public static Decision<Escalation> Decide(
        Escalation escalation, ImmutableArray<PersonId> administrators, RuleClock clock, ImmutableHashSet<PersonId>? away = null,
        ImmutableHashSet<PersonId>? notReached = null)
    {
        if (escalation.State != EscalationState.Asked) return Decision.Accept(escalation, null);
        var lost = notReached?.Contains(escalation.Manager) == true;
        if (clock.Now < escalation.AnswerBy && !lost) return Decision.Accept(escalation, escalation.AnswerBy);
        if (escalation.HasNextStage)
        {
            var next = AtNextLevel(escalation, clock, away);
            if (lost && next.Absence == LadderAbsence.None) next = next with { Absence = LadderAbsence.PassedOver };
            return Decision.Accept(next, next.AnswerBy, Ask(next), Answer(next));
        }

        if (clock.Now < escalation.AnswerBy) return WithoutAnybody(escalation, administrators);
        var lapsed = escalation with { State = EscalationState.Lapsed, Version = escalation.Version + 1 };
        return Decision.Accept(lapsed, null,
        [
            Answer(lapsed),
            .. administrators.Select(a => new Notice(
                $"lapsed/{lapsed.Id}/{a}", a, CardKind.AdministratorItem, lapsed.Id.Value, lapsed.Conference, Urgency.Now, ToastKind.Reply)),
        ]);
    }

    /// <summary>The last who could decide is not reached: the administrators are asked to ring, once, and the requester is told.</summary>
    private static Decision<Escalation> WithoutAnybody(Escalation escalation, ImmutableArray<PersonId> administrators)
    {
        var told = escalation.Absence == LadderAbsence.NobodyHere;
        var after = told ? escalation : escalation with { Absence = LadderAbsence.NobodyHere, Version = escalation.Version + 1 };
        return Decision.Accept(after, after.AnswerBy,
        [
            .. told ? ImmutableArray<Notice>.Empty : [Answer(after)],
            .. administrators.Select(a => new Notice(
                $"notReached/{after.Id}/{after.Level}/{a}", a, CardKind.AdministratorItem, after.Id.Value, after.Conference, Urgency.Now, ToastKind.Reply)),
        ]);
    }

    private static Refusal? Check(Escalation escalation, PersonId by) => escalation switch
    {
        { State: not EscalationState.Asked } => new AlreadyDecided(),
        _ when escalation.Manager != by => new NotAllowed(),
        _ => null,
    };

    private static Escalation AtNextLevel(Escalation escalation, RuleClock clock, ImmutableHashSet<PersonId>? away) => At(escalation, escalation.Level + 1, away) with
    {
        State = EscalationState.Asked,
        AnswerBy = AnswerBy(clock),
        DecidedAt = null,
        Version = escalation.Version + 1,
    };

    /// <summary>The first stage from <paramref name="lowest"/> up whose manager is here; that one itself when nobody is.</summary>
    private static Escalation At(Escalation escalation, int lowest, ImmutableHashSet<PersonId>? away)
    {
        var here = Enumerable.Range(lowest, escalation.Ladder.Length - lowest).Where(level => away?.Contains(escalation.Ladder[level]) != true).Select(level => (int?)level).FirstOrDefault();
        return escalation with
        {
            Level = here ?? lowest,
            Absence = here is null ? LadderAbsence.NobodyHere : here == lowest ? LadderAbsence.None : LadderAbsence.PassedOver,
        };
    }

    private static DateTimeOffset AnswerBy(RuleClock clock) => clock.Calendar.At(
        clock.Calendar.AddWorkingDays(clock.Today, clock.Procedure.EscalationAnswerDays), clock.Procedure.Closes);

    private static Notice Ask(Escalation escalation) => new(
        $"ask/{escalation.Id}/{escalation.Level}", escalation.Manager, CardKind.EscalationAsk,
        escalation.Id.Value, escalation.Conference, Urgency.Now, ToastKind.Reply);

    private static Notice Answer(Escalation escalation) => new(
        $"outcome/{escalation.Id}/v{escalation.Version}", escalation.Requester, CardKind.EscalationRequest,
        escalation.Id.Value, escalation.Conference, Urgency.Now, ToastKind.Answer);

    private static Decision<Escalation> No(Refusal refusal) => Decision.Refuse<Escalation>(refusal);
}
