using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>Who is invited to one conference, judged: whom the bot may contact, and what is kept of each address.</summary>
internal sealed record Judged(ImmutableArray<Participant> Participants, ImmutableArray<KnownAttendee> Attendees)
{
    public PersonId? Chair => Participants.FirstOrDefault(p => p.Role == ParticipantRole.Chair)?.Person;

    public int Unconfirmed => Attendees.Count(a => a.Standing is AttendeeStanding.Waiting or AttendeeStanding.NotHere);
}

/// <summary>Judges an invitation by what the directory knows and what administrators have said. The only place where participants are formed.</summary>
internal sealed class SeeAttendees(AttendeeKeys keys, AskAboutAttendees asking, LeaveConference leaving, ICalendarScope scope, IIds ids)
{
    private const int LongestDepartment = 100;

    /// <param name="conference">Null while it is seen for the first time.</param>
    /// <param name="known">What is known of the invited addresses; an address that is missing is known nothing of.</param>
    public async Task<Judged> JudgeAsync(
        IStoreSession session, ConferenceId? conference, string mailbox, SeenEvent seen, IReadOnlyList<KnownAddress> known,
        CancellationToken cancellationToken)
    {
        var council = session.Council;
        var byAddress = known.DistinctBy(k => k.Address).ToDictionary(k => k.Address, StringComparer.OrdinalIgnoreCase);
        // A mailbox that is read is not itself invited, in whichever of them the conference is seen, unless it is a professional's own.
        var mailboxes = scope.Mailboxes(council).Append(mailbox).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var invited = seen.People.Select(address => byAddress.GetValueOrDefault(address) ?? new KnownAddress(address, default))
            .Where(one => one.Part is not null || !mailboxes.Contains(one.Address)).ToList();
        var addressKeys = invited.Select(one => keys.OfAddress(council, one.Address)).ToList();
        var personKeys = invited.Select(one => one.Person is { } person ? keys.OfPerson(council, person) : null).ToList();
        var verdicts = (await session.Attendees.VerdictsAsync([.. addressKeys.Concat(personKeys.OfType<string>()).Distinct()], cancellationToken))
            .ToLookup(v => v.Key, StringComparer.Ordinal);
        var scopes = await ScopesAsync(session, conference, seen.Recognised?.CaseNumber, cancellationToken);

        var said = invited.Select((_, i) => verdicts[addressKeys[i]].Concat(personKeys[i] is { } person ? verdicts[person] : [])
            .Where(v => v.Decided == Decided.Professional || scopes.Contains(v.Scope)).ToList()).ToList();
        var asSeen = invited.Select((one, i) => new Invited(
            one.Person, one.Part, said[i].Find(v => v.Decided == Decided.Professional)?.Agency, said[i].Exists(v => v.Decided == Decided.NotHere))).ToList();
        var (participants, standings) = WhoMayBeContacted.Of(asSeen);
        var before = conference is { } id
            ? (await session.Attendees.OfConferenceAsync(id, cancellationToken)).ToDictionary(a => a.Key, StringComparer.Ordinal)
            : [];
        return new Judged(participants, [.. invited.Select((one, i) => Keep(
            council, one, i, addressKeys[i], personKeys[i], standings[i], asSeen[i], said[i], before.GetValueOrDefault(addressKeys[i])))]);
    }

    /// <summary>Remembers the attendees; where they have changed, the cards that list them follow and the administrators are asked in time.</summary>
    public async Task SaveAsync(
        IStoreSession session, Conference conference, ImmutableArray<KnownAttendee> attendees, RuleClock clock, CancellationToken cancellationToken)
    {
        var before = await session.Attendees.OfConferenceAsync(conference.Id, cancellationToken);
        if (before.SequenceEqual(attendees)) return;
        await session.Attendees.SaveAsync(conference.Id, attendees, cancellationToken);
        var already = before.Where(a => a.Standing == AttendeeStanding.NotHere).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var leave = attendees.Where(a => a.Standing == AttendeeStanding.NotHere && !already.Contains(a.Key)).Select(a => a.PersonKey).OfType<string>();
        await leaving.LeaveAsync(session, conference, leave.ToHashSet(StringComparer.Ordinal), clock.Now, cancellationToken);
        await asking.ListChangedAsync(session, conference, attendees, clock.Now, cancellationToken);
        await asking.QueueAsync(session, conference, attendees, clock, cancellationToken);
    }

    /// <summary>Where "not a professional here" was said for it to hold: this conference, and its case.</summary>
    public async Task<ImmutableArray<string>> ScopesAsync(
        IStoreSession session, ConferenceId? conference, string? caseNumber, CancellationToken cancellationToken)
    {
        var scopes = ImmutableArray.CreateBuilder<string>();
        if (conference is { } id) scopes.Add(keys.Scope(session.Council, id));
        if (caseNumber is null && conference is { } stored)
            caseNumber = (await session.Text.GetAsync(stored.Value, cancellationToken)).GetValueOrDefault(SeeEvent.CaseNumber);
        if (!string.IsNullOrWhiteSpace(caseNumber)) scopes.Add(keys.CaseScope(session.Council, caseNumber));
        return scopes.ToImmutable();
    }

    private KnownAttendee Keep(
        CouncilKey council, KnownAddress one, int index, string key, string? personKey, AttendeeStanding standing, Invited seen, List<Verdict> said, KnownAttendee? before)
    {
        var verdict = Deciding(standing, seen, said);
        return new()
        {
            Id = before?.Id ?? ids.Next(),
            Key = key,
            PersonKey = personKey,
            Place = index + 1,
            Account = one.Account,
            Department = Short(one.Department),
            Group = Short(one.Department) is { } department ? keys.OfGroup(council, "department", department)
                : one.Employer is { } employer ? keys.OfGroup(council, "employer", employer)
                : null,
            Suggested = one.Suggested,
            Standing = standing,
            Agency = standing is AttendeeStanding.Contacted or AttendeeStanding.NotInTeams ? seen.Part?.Agency ?? seen.ConfirmedAs : null,
            BySettings = seen.Part is not null,
            Told = before is { Told: true } && (standing != AttendeeStanding.Waiting || before.Standing == AttendeeStanding.Waiting),
            DecidedBy = verdict?.By,
            DecidedAt = verdict?.At,
        };
    }

    private static Verdict? Deciding(AttendeeStanding standing, Invited seen, List<Verdict> said) => standing switch
    {
        AttendeeStanding.NotHere => said.Find(v => v.Decided == Decided.NotHere),
        AttendeeStanding.Contacted when seen.Part is not null => null,
        AttendeeStanding.Contacted or AttendeeStanding.NotInTeams => said.Find(v => v.Decided == Decided.Professional),
        AttendeeStanding.Waiting => null,
    };

    private static string? Short(string? department) => string.IsNullOrWhiteSpace(department) ? null
        : department.Trim() is { Length: > LongestDepartment } longer ? longer[..LongestDepartment] : department.Trim();
}
