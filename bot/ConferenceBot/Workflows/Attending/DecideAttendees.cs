using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>
/// Writes what was said of attendees. What takes somebody out takes effect in the same transaction; what brings somebody in waits for a fresh
/// look at calendar and directory, in every coming conference of theirs.
/// </summary>
internal sealed class DecideAttendees(AttendeeKeys keys, SeeAttendees seeing, SeeEvent events)
{
    public async Task ConfirmAsync(Act act, Conference conference, IReadOnlyList<KnownAttendee> all, IReadOnlyList<KnownAttendee> chosen, Agency agency)
    {
        foreach (var one in chosen)
        {
            await act.Session.Attendees.DecideAsync(
                new Verdict(one.Key, "", Decided.Professional, agency, act.Actor, act.Clock.Now), act.Cancellation);
            await AuditAsync(act, one, "attendee.professional");
            await LookAtAllAsync(act, one);
        }

        await SaveAsync(act, conference, all, one => !chosen.Contains(one) ? one : one with
        {
            Standing = one.PersonKey is null ? AttendeeStanding.NotInTeams : AttendeeStanding.Contacted,
            Agency = agency,
            DecidedBy = act.Actor,
            DecidedAt = act.Clock.Now,
        });
    }

    public async Task NotHereAsync(Act act, Conference conference, IReadOnlyList<KnownAttendee> all, KnownAttendee one)
    {
        foreach (var scope in await seeing.ScopesAsync(act.Session, conference.Id, null, act.Cancellation))
        foreach (var key in KeysOf(one))
            await act.Session.Attendees.DecideAsync(
                new Verdict(key, scope, Decided.NotHere, null, act.Actor, act.Clock.Now), act.Cancellation);
        await AuditAsync(act, one, "attendee.notHere");
        await SaveAsync(act, conference, all, other => IsSame(other, one)
            ? other with { Standing = AttendeeStanding.NotHere, Agency = null, DecidedBy = act.Actor, DecidedAt = act.Clock.Now }
            : other);
        await OutAsync(act, conference, one);
        await LookAtAllAsync(act, one);
    }

    public async Task TakeBackAsync(Act act, Conference conference, IReadOnlyList<KnownAttendee> all, KnownAttendee one)
    {
        if (one.Standing == AttendeeStanding.NotHere)
        {
            foreach (var scope in await seeing.ScopesAsync(act.Session, conference.Id, null, act.Cancellation))
            foreach (var key in KeysOf(one))
                await act.Session.Attendees.RevokeAsync(key, scope, act.Cancellation);
        }
        else
        {
            await act.Session.Attendees.RevokeAsync(one.Key, "", act.Cancellation);
            foreach (var id in await act.Session.Attendees.ComingOfAsync([one.Key], act.Clock.Now, act.Cancellation))
                if ((await act.Session.Attendees.OfConferenceAsync(id, act.Cancellation)).FirstOrDefault(a => a.Key == one.Key) is { BySettings: false } there)
                    await OutAsync(act, await DescribeCard.ConferenceAsync(act.Session, id, act.Cancellation), there);
        }

        await AuditAsync(act, one, "attendee.takenBack");
        await SaveAsync(act, conference, all, other => other.Id == one.Id
            ? other with { Standing = AttendeeStanding.Waiting, Agency = null, DecidedBy = null, DecidedAt = null, Told = true }
            : other);
        await LookAtAllAsync(act, one);
    }

    /// <summary>The person behind it is out of this conference at once: their report is withdrawn and their cards are put away in place.</summary>
    private async Task OutAsync(Act act, Conference conference, KnownAttendee one)
    {
        if (one.PersonKey is not { } person) return;
        var left = conference.Participants.Where(p => keys.OfPerson(act.Session.Council, p.Person) != person).ToImmutableArray();
        if (left.Length == conference.Participants.Length) return;
        await events.SeePeopleAsync(act.Session, conference, left, conference.Unconfirmed + 1, act.Clock, act.Cancellation);
    }

    private async Task SaveAsync(Act act, Conference conference, IReadOnlyList<KnownAttendee> all, Func<KnownAttendee, KnownAttendee> change) =>
        await seeing.SaveAsync(act.Session, conference, [.. all.Select(change)], act.Clock, act.Cancellation);

    private static async Task LookAtAllAsync(Act act, KnownAttendee one)
    {
        foreach (var id in await act.Session.Attendees.ComingOfAsync([.. KeysOf(one)], act.Clock.Now, act.Cancellation))
            await act.Session.Dues.SetAsync(DueKind.LookAgain, id.Value, act.Clock.Now, act.Cancellation);
    }

    private static Task AuditAsync(Act act, KnownAttendee one, string what) => act.Session.Audit.AppendAsync(
        new AuditEntry(one.Id, what, act.Actor, act.Copy.Id, act.Clock.Now), act.Cancellation);

    private static IEnumerable<string> KeysOf(KnownAttendee one) => one.PersonKey is { } person ? [one.Key, person] : [one.Key];

    private static bool IsSame(KnownAttendee other, KnownAttendee one) =>
        other.Id == one.Id || (one.PersonKey is not null && other.PersonKey == one.PersonKey);
}
