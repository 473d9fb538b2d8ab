using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain.Flags;

/// <summary>The life of a flag: sent → read → planned, or withdrawn by its sender, or expired with the conference.</summary>
public static partial class RiskFlags
{
    /// <summary>Raises a flag and asks its addressee at once. Without an addressee the deputies are asked in their place.</summary>
    public static Decision<RiskFlag> Raise(
        FlagDraft draft, FlagId id, Conference conference, Participant sender, FlagAudience audience, RuleClock clock)
    {
        var flag = new RiskFlag
        {
            Council = conference.Council,
            Id = id,
            Conference = conference.Id,
            Kind = draft.Kind,
            RaisedBy = sender.Person,
            RaisedByAgency = sender.Agency.Name,
            To = audience.Addressee == sender.Person ? null : audience.Addressee,
            RaisedAt = clock.Now,
            Ground = draft.Ground,
            Indicators = draft.Indicators,
            Told = draft.Told,
        };
        var receipt = Receipt(flag, "raised", ToastKind.Quiet);
        if (flag.To is { } to)
        {
            var (asked, more) = BesideAway(flag, audience, clock.Now);
            return Decision.Accept(asked, NextDue(asked, conference, clock), [Ask(flag, to), receipt, .. more]);
        }

        var (passed, notices) = PassOn(flag, audience, clock.Now);
        return Decision.Accept(passed, NextDue(passed, conference, clock), [receipt, .. notices]);
    }

    /// <summary>
    /// Looks at a flag because time has passed or its conference or chair has changed. While a conference is cancelled nothing is told
    /// and nothing is lost: should the cancellation be taken back, the flag is as it was.
    /// </summary>
    public static Decision<RiskFlag> Decide(RiskFlag flag, Conference conference, FlagAudience audience, RuleClock clock)
    {
        if (flag.State is FlagState.Withdrawn or FlagState.Expired) return Decision.Accept(flag, null);
        if (clock.Now >= conference.Slot.End)
            return Decision.Accept(flag with { State = FlagState.Expired, Version = flag.Version + 1 }, null);
        if (conference.Status == ConferenceStatus.Cancelled) return Decision.Accept(flag, conference.Slot.End);
        if (HasLostItsChair(flag, audience))
        {
            var (waiting, asks) = PassOn(WithoutChair(flag, clock.Now), audience, clock.Now);
            return Decision.Accept(waiting, NextDue(waiting, conference, clock), asks);
        }

        if (NewAddressee(flag, audience) is { } chair)
        {
            var moved = AskAnew(flag, chair, clock.Now);
            var (asked, more) = BesideAway(moved, audience, clock.Now);
            return Decision.Accept(asked, NextDue(asked, conference, clock), [Ask(moved, chair), .. more]);
        }

        if (flag is { State: FlagState.Sent, PassedOnAt: null } && (clock.Now >= PassOnAt(flag, conference, clock) || IsNotReached(flag, audience)))
        {
            var (passed, notices) = PassOn(flag, audience, clock.Now);
            return Decision.Accept(passed, NextDue(passed, conference, clock), notices);
        }

        if (flag is { State: FlagState.Sent, PassedOnAt: null, AddresseeAway: false } && BesideAway(flag, audience, clock.Now) is ({ AddresseeAway: true } beside, var told))
            return Decision.Accept(beside, NextDue(beside, conference, clock), told);

        return Decision.Accept(flag, NextDue(flag, conference, clock));
    }

    /// <summary>The addressee has read it; reading again changes nothing.</summary>
    public static Decision<RiskFlag> Read(RiskFlag flag, PersonId by, Conference conference, RuleClock clock)
    {
        if (!flag.IsFor(by)) return Decision.Refuse<RiskFlag>(new NotAllowed());
        if (IsOver(flag, conference, clock)) return Decision.Refuse<RiskFlag>(new FlagClosed());
        if (flag.State != FlagState.Sent) return Decision.Accept(flag, NextDue(flag, conference, clock));
        var read = flag with { State = FlagState.Read, ReadAt = clock.Now, Version = flag.Version + 1 };
        return Decision.Accept(read, NextDue(read, conference, clock));
    }

    /// <summary>The addressee has read it and records what is planned. The sender learns that there is a plan, not which.</summary>
    public static Decision<RiskFlag> Plan(
        RiskFlag flag, PersonId by, ImmutableArray<string> plans, Conference conference, RuleClock clock)
    {
        if (!flag.IsFor(by)) return Decision.Refuse<RiskFlag>(new NotAllowed());
        if (IsOver(flag, conference, clock)) return Decision.Refuse<RiskFlag>(new FlagClosed());
        if (flag.Kind != FlagKind.SupportToShare && plans.IsEmpty) return Decision.Refuse<RiskFlag>(new NothingAnswered());
        if (plans.Any(p => clock.Procedure.ChairPlans.All(c => c.Key != p))) return Decision.Refuse<RiskFlag>(new UnknownChoice());
        var first = flag.State != FlagState.Planned;
        var planned = flag with
        {
            State = FlagState.Planned,
            Plans = plans,
            ReadAt = flag.ReadAt ?? clock.Now,
            PlannedAt = clock.Now,
            Version = flag.Version + 1,
        };
        var due = NextDue(planned, conference, clock);
        return first
            ? Decision.Accept(planned, due, Receipt(planned, $"planned/v{planned.Version}", ToastKind.Answer))
            : Decision.Accept(planned, due);
    }

    /// <summary>The addressee opens the recorded plan again.</summary>
    public static Decision<RiskFlag> CorrectPlan(RiskFlag flag, PersonId by, Conference conference, RuleClock clock)
    {
        if (!flag.IsFor(by)) return Decision.Refuse<RiskFlag>(new NotAllowed());
        if (flag.State != FlagState.Planned || IsOver(flag, conference, clock)) return Decision.Refuse<RiskFlag>(new FlagClosed());
        var reopened = flag with { State = FlagState.Read, PlannedAt = null, Version = flag.Version + 1 };
        return Decision.Accept(reopened, NextDue(reopened, conference, clock));
    }

    /// <summary>The sender takes it back; what was sent stays in the audit, the addressee's card says it was withdrawn.</summary>
    public static Decision<RiskFlag> Withdraw(RiskFlag flag, PersonId by)
    {
        if (flag.RaisedBy != by) return Decision.Refuse<RiskFlag>(new NotAllowed());
        if (flag.State is FlagState.Withdrawn or FlagState.Expired) return Decision.Refuse<RiskFlag>(new FlagClosed());
        return Decision.Accept(flag with { State = FlagState.Withdrawn, Version = flag.Version + 1 }, null);
    }
}
