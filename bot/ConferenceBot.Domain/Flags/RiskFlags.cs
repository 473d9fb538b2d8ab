using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain.Flags;

/// <summary>The life of a flag: sent → read → planned, or withdrawn by its sender, or expired with the conference.</summary>
public static class RiskFlags
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
            return Decision.Accept(flag, NextDue(flag, conference, clock), Ask(flag, to), receipt);

        var (passed, notices) = PassOn(flag, audience, clock.Now);
        return Decision.Accept(passed, NextDue(passed, conference, clock), [receipt, .. notices]);
    }

    /// <summary>Looks at a flag because time has passed or its conference or chair has changed.</summary>
    public static Decision<RiskFlag> Decide(RiskFlag flag, Conference conference, FlagAudience audience, RuleClock clock)
    {
        if (flag.State is FlagState.Withdrawn or FlagState.Expired) return Decision.Accept(flag, null);
        if (conference.Status == ConferenceStatus.Cancelled || clock.Now >= conference.Slot.End)
            return Decision.Accept(flag with { State = FlagState.Expired, Version = flag.Version + 1 }, null);
        if (flag.IsOpen && audience.Addressee is { } chair && chair != flag.To && chair != flag.RaisedBy)
        {
            var moved = flag with { To = chair, Version = flag.Version + 1 };
            return Decision.Accept(moved, NextDue(moved, conference, clock), Ask(moved, chair));
        }

        if (flag is { State: FlagState.Sent, PassedOnAt: null } && clock.Now >= PassOnAt(flag, conference, clock))
        {
            var (passed, notices) = PassOn(flag, audience, clock.Now);
            return Decision.Accept(passed, NextDue(passed, conference, clock), notices);
        }

        return Decision.Accept(flag, NextDue(flag, conference, clock));
    }

    /// <summary>The addressee has read it.</summary>
    public static Decision<RiskFlag> Read(RiskFlag flag, PersonId by, Conference conference, RuleClock clock)
    {
        if (!flag.IsFor(by)) return Decision.Refuse<RiskFlag>(new NotAllowed());
        if (flag.State is not FlagState.Sent) return flag.IsOpen
            ? Decision.Accept(flag, NextDue(flag, conference, clock))
            : Decision.Refuse<RiskFlag>(new FlagClosed());
        var read = flag with { State = FlagState.Read, ReadAt = clock.Now, Version = flag.Version + 1 };
        return Decision.Accept(read, NextDue(read, conference, clock));
    }

    /// <summary>The addressee has read it and records what is planned. The sender learns that there is a plan, not which.</summary>
    public static Decision<RiskFlag> Plan(
        RiskFlag flag, PersonId by, ImmutableArray<string> plans, Conference conference, RuleClock clock)
    {
        if (!flag.IsFor(by)) return Decision.Refuse<RiskFlag>(new NotAllowed());
        if (flag.State is FlagState.Withdrawn or FlagState.Expired) return Decision.Refuse<RiskFlag>(new FlagClosed());
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
        if (flag.State != FlagState.Planned) return Decision.Refuse<RiskFlag>(new FlagClosed());
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

    /// <summary>When an unread flag is passed on: after the procedure's working hours, and never later than an hour before the conference.</summary>
    public static DateTimeOffset PassOnAt(RiskFlag flag, Conference conference, RuleClock clock)
    {
        var day = clock.Calendar.DayOf(flag.RaisedAt);
        var patience = flag.Kind == FlagKind.SupportToShare
            ? clock.Calendar.At(clock.Calendar.AddWorkingDays(day, clock.Procedure.SupportReplyDays), clock.Procedure.Closes)
            : clock.Calendar.AddWorkingHours(flag.RaisedAt, clock.Procedure.FlagUnreadAfterHours);
        var latest = conference.Slot.Start - LastMoment;
        var at = patience < latest ? patience : latest;
        return at < flag.RaisedAt ? flag.RaisedAt : at;
    }

    private static readonly TimeSpan LastMoment = TimeSpan.FromHours(1);

    private static DateTimeOffset NextDue(RiskFlag flag, Conference conference, RuleClock clock) =>
        flag is { State: FlagState.Sent, PassedOnAt: null }
            ? PassOnAt(flag, conference, clock) is var at && at > clock.Now ? at : clock.Now
            : conference.Slot.End;

    private static (RiskFlag, ImmutableArray<Notice>) PassOn(RiskFlag flag, FlagAudience audience, DateTimeOffset now)
    {
        var deputies = audience.Deputies.Where(d => d != flag.RaisedBy && d != flag.To).ToImmutableArray();
        var passed = flag with { PassedOnAt = now, PassedTo = deputies, Version = flag.Version + 1 };
        return (passed,
        [
            .. deputies.Select(d => Ask(passed, d)),
            .. audience.Administrators.Select(a => new Notice(
                $"unread/{flag.Id}/{a}", a, CardKind.AdministratorItem, flag.Id.Value, flag.Conference, Urgency.Now, ToastKind.Reply)),
            Receipt(passed, "passedOn", ToastKind.Answer),
        ]);
    }

    private static Notice Ask(RiskFlag flag, PersonId to) => new(
        $"flag/{flag.Id}/ask/{to}", to, flag.Kind == FlagKind.SupportToShare ? CardKind.SupportAsk : CardKind.ChairAlert,
        flag.Id.Value, flag.Conference, Urgency.Now, ToastKind.Reply);

    private static Notice Receipt(RiskFlag flag, string occurrence, ToastKind toast) => new(
        $"flag/{flag.Id}/{occurrence}", flag.RaisedBy, CardKind.FlagReceipt, flag.Id.Value, flag.Conference, Urgency.Now, toast);
}
