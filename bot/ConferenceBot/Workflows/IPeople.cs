using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>Who is who in one council. Only people whose professional role is known come back: nobody else may be contacted.</summary>
internal interface IPeople
{
    /// <summary>Translates addresses to confirmed professionals; addresses of which no professional role is known are left out.</summary>
    /// <param name="addresses">Lower case.</param>
    /// <exception cref="CalendarAwayException">The directory could not be read.</exception>
    Task<ImmutableArray<Professional>> FindAsync(
        CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken);

    /// <summary>
    /// The person's line manager and the manager's manager, lowest first, leaving out who has left; where the directory knows none, the
    /// managers of their agency. Empty when none is known.
    /// </summary>
    /// <exception cref="CalendarAwayException">The directory could not be read.</exception>
    Task<ImmutableArray<PersonId>> ManagersOfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken);

    /// <summary>Who stands in for the managers of the person's agency; empty when none is set.</summary>
    /// <exception cref="CalendarAwayException">The directory could not be read.</exception>
    Task<ImmutableArray<PersonId>> DeputyManagersOfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken);

    /// <summary>Whether each of the people can be reached, and when they are away. People who could not be looked at are left out.</summary>
    /// <exception cref="CalendarAwayException">Nobody could be looked at.</exception>
    Task<ImmutableArray<PersonStanding>> LookAtAsync(CouncilKey council, ImmutableArray<PersonId> people, CancellationToken cancellationToken);

    /// <summary>Reads again the groups behind <see cref="DeputyChairs"/> when their age is over; called before a transaction.</summary>
    /// <exception cref="CalendarAwayException">They could not be read, and what is known is too old to be used.</exception>
    Task RefreshAsync(CouncilKey council, CancellationToken cancellationToken);

    /// <summary>Deputy chairs, then duty chairs, by list and by group as last read.</summary>
    /// <exception cref="CalendarAwayException">A group has not been read yet, or too long ago: not the same as nobody.</exception>
    ImmutableArray<PersonId> DeputyChairs(CouncilKey council);

    ImmutableArray<PersonId> Administrators(CouncilKey council);
}

/// <summary>A person whose professional role is known.</summary>
internal sealed record Professional(string Address, PersonId Person, Agency Agency, ParticipantRole Role);
