using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain.Flags;

/// <summary>Whom a flag reaches, and when it is passed on because it stays unread.</summary>
public static partial class RiskFlags
{
    /// <summary>When an unread flag is passed on: after the procedure's working hours, and never later than its last hours before the conference.</summary>
    public static DateTimeOffset PassOnAt(RiskFlag flag, Conference conference, RuleClock clock)
    {
        var asked = flag.AskedAt ?? flag.RaisedAt;
        var day = clock.Calendar.DayOf(asked);
        var patience = flag.Kind == FlagKind.SupportToShare
            ? clock.Calendar.At(clock.Calendar.AddWorkingDays(day, clock.Procedure.SupportReplyDays), clock.Procedure.Closes)
            : clock.Calendar.AddWorkingHours(asked, clock.Procedure.FlagUnreadAfterHours);
        var latest = conference.Slot.Start.AddHours(-clock.Procedure.FlagPassOnHoursBefore);
        var at = patience < latest ? patience : latest;
        return at < asked ? asked : at;
    }

    /// <summary>
    /// A new chair must know of everything, also of what the one before had read or planned for. A manager who took a request for support
    /// on keeps it.
    /// </summary>
    private static PersonId? NewAddressee(RiskFlag flag, FlagAudience audience) =>
        audience.Addressee is { } addressee && addressee != flag.To && addressee != flag.RaisedBy
        && (flag.IsOpen || flag.Kind != FlagKind.SupportToShare)
            ? addressee
            : null;

    private static RiskFlag AskAnew(RiskFlag flag, PersonId addressee, DateTimeOffset now) => flag with
    {
        To = addressee,
        AskedAt = now,
        State = FlagState.Sent,
        ReadAt = null,
        PlannedAt = null,
        PassedOnAt = null,
        AddresseeAway = false,
        Version = flag.Version + 1,
    };

    /// <summary>The chair was taken off the invitation and nobody has taken their place: they may not read on, and somebody must know.</summary>
    private static bool HasLostItsChair(RiskFlag flag, FlagAudience audience) =>
        flag is { Kind: not FlagKind.SupportToShare, To: not null } && audience.Addressee is null;

    private static RiskFlag WithoutChair(RiskFlag flag, DateTimeOffset now) => flag with
    {
        To = null,
        AskedAt = now,
        State = FlagState.Sent,
        ReadAt = null,
        PlannedAt = null,
    };

    private static bool IsOver(RiskFlag flag, Conference conference, RuleClock clock) =>
        flag.State is FlagState.Withdrawn or FlagState.Expired
        || conference.Status == ConferenceStatus.Cancelled || clock.Now >= conference.Slot.End;

    private static DateTimeOffset NextDue(RiskFlag flag, Conference conference, RuleClock clock) =>
        flag is { State: FlagState.Sent, PassedOnAt: null }
            ? PassOnAt(flag, conference, clock) is var at && at > clock.Now ? at : clock.Now
            : conference.Slot.End;

    /// <summary>
    /// While the addressee is away those who stand in and are here are asked as well, at once; the sender sees that. Where there is nobody, it
    /// is passed on now as if it had stayed unread, for it would.
    /// </summary>
    private static (RiskFlag, ImmutableArray<Notice>) BesideAway(RiskFlag flag, FlagAudience audience, DateTimeOffset now)
    {
        if (IsNotReached(flag, audience)) return PassOn(flag, audience, now);
        if (flag.To is not { } to || !audience.Away.Contains(to)) return (flag, []);
        var away = flag with { AddresseeAway = true, Version = flag.Version + 1 };
        ImmutableArray<PersonId> here =
            [.. audience.Deputies.Where(d => d != flag.RaisedBy && d != to && !audience.Away.Contains(d)).Distinct()];
        if (here.IsEmpty) return PassOn(away, audience, now);
        var beside = away with { PassedTo = here };
        return (beside, [.. here.Select(d => Ask(beside, d)), Receipt(beside, $"away/v{beside.Version}", ToastKind.Answer)]);
    }

    /// <summary>No prompt arrives at the addressee any more: what is unread is passed on at once.</summary>
    private static bool IsNotReached(RiskFlag flag, FlagAudience audience) => flag.To is { } to && audience.NotReached.Contains(to);

    private static (RiskFlag, ImmutableArray<Notice>) PassOn(RiskFlag flag, FlagAudience audience, DateTimeOffset now)
    {
        var deputies = audience.Deputies.Where(d => d != flag.RaisedBy && d != flag.To).Distinct().ToImmutableArray();
        var passed = flag with { PassedOnAt = now, PassedTo = deputies.IsEmpty ? flag.PassedTo : deputies, Version = flag.Version + 1 };
        return (passed,
        [
            .. deputies.Select(d => Ask(passed, d)),
            .. audience.Administrators.Distinct().Select(a => new Notice(
                $"unread/{flag.Id}/{a}/v{passed.Version}", a, CardKind.AdministratorItem, flag.Id.Value, flag.Conference, Urgency.Now, ToastKind.Reply)),
            Receipt(passed, $"passedOn/v{passed.Version}", ToastKind.Answer),
        ]);
    }

    private static Notice Ask(RiskFlag flag, PersonId to) => new(
        $"flag/{flag.Id}/ask/{to}/v{flag.Version}", to, flag.Kind == FlagKind.SupportToShare ? CardKind.SupportAsk : CardKind.ChairAlert,
        flag.Id.Value, flag.Conference, Urgency.Now, ToastKind.Reply);

    private static Notice Receipt(RiskFlag flag, string occurrence, ToastKind toast) => new(
        $"flag/{flag.Id}/{occurrence}", flag.RaisedBy, CardKind.FlagReceipt, flag.Id.Value, flag.Conference, Urgency.Now, toast);
}
