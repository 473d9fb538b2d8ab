using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Workflows;

/// <summary>Who is who in one council. Only people whose professional role is known come back: nobody else may be contacted.</summary>
internal interface IPeople
{
    /// <summary>Translates addresses to confirmed professionals; addresses of which no professional role is known are left out.</summary>
    /// <param name="addresses">Lower case.</param>
    /// <exception cref="CalendarAwayException">The directory could not be read.</exception>
    Task<ImmutableArray<Professional>> FindAsync(
        CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken);

    /// <summary>The person's line manager and the manager's manager, lowest first; empty when none is known.</summary>
    Task<ImmutableArray<PersonId>> ManagersOfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken);

    /// <summary>Deputy or duty chairs of the settings.</summary>
    ImmutableArray<PersonId> DeputyChairs(CouncilKey council);

    ImmutableArray<PersonId> Administrators(CouncilKey council);
}

/// <summary>A person whose professional role is known.</summary>
internal sealed record Professional(string Address, PersonId Person, Agency Agency, ParticipantRole Role);
