using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.People;

/// <summary>What the bot makes of one invited address.</summary>
public enum AttendeeStanding
{
    /// <summary>Nobody has said who this is: counted, never contacted. It may be a member of the family.</summary>
    Waiting,

    /// <summary>A professional whom the bot may contact.</summary>
    Contacted,

    /// <summary>A confirmed professional without an account here: the administrator asks them another way.</summary>
    NotInTeams,

    /// <summary>Not a professional here: never contacted about this conference, whatever else is known of them.</summary>
    NotHere,
}

/// <summary>A professional part that the settings and the directory know: by group, department or list, never by software's guess.</summary>
public sealed record KnownPart(Agency Agency, ParticipantRole Role);

/// <summary>One invited address, without the address.</summary>
/// <param name="Person">The enabled member of the council's own directory behind it; null = none, or not clearly one.</param>
/// <param name="Part">Null = the settings know no part.</param>
/// <param name="ConfirmedAs">The agency for which an administrator has confirmed them as a professional; null = nobody has.</param>
/// <param name="NotHere">An administrator has said "not a professional here" of this address or of the person behind it.</param>
public sealed record Invited(PersonId? Person, KnownPart? Part, Agency? ConfirmedAs, bool NotHere);

/// <summary>
/// The one rule of who may be contacted about a conference. "Not a professional here" beats everything and holds for every address of that
/// person: a social worker can be a parent. Then the part that is known, then what was confirmed. Everybody else is a count.
/// </summary>
public static class WhoMayBeContacted
{
    /// <returns>Each person once, in the order of the invitation, and what was made of each address, in the same order.</returns>
    public static (ImmutableArray<Participant> Participants, ImmutableArray<AttendeeStanding> Standings) Of(IReadOnlyList<Invited> all)
    {
        var barred = all.Where(one => one.NotHere).Select(one => one.Person).OfType<PersonId>().ToHashSet();
        var participants = all.Where(one => !IsBarred(one, barred)).Select(Part).OfType<Participant>().DistinctBy(p => p.Person);
        return ([.. participants], [.. all.Select(one => StandingOf(one, barred))]);
    }

    private static AttendeeStanding StandingOf(Invited one, HashSet<PersonId> barred) => one switch
    {
        _ when IsBarred(one, barred) => AttendeeStanding.NotHere,
        _ when Part(one) is not null => AttendeeStanding.Contacted,
        { ConfirmedAs: not null } => AttendeeStanding.NotInTeams,
        _ => AttendeeStanding.Waiting,
    };

    private static Participant? Part(Invited one) => one switch
    {
        { Person: { } person, Part: { } part } => new Participant(person, part.Agency, part.Role),
        { Person: { } person, ConfirmedAs: { } agency } => new Participant(person, agency, ParticipantRole.Practitioner),
        _ => null,
    };

    private static bool IsBarred(Invited one, HashSet<PersonId> barred) => one.NotHere || (one.Person is { } person && barred.Contains(person));
}
