using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>What directory and settings know of invited addresses. Knowing somebody is no permission to contact them.</summary>
internal interface IInvitedPeople
{
    /// <summary>One answer for each address, in their order.</summary>
    /// <param name="addresses">Lower case.</param>
    /// <exception cref="CalendarAwayException">The directory could not be read.</exception>
    Task<ImmutableArray<KnownAddress>> KnowAsync(CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken);

    /// <summary>The agencies of the settings, in their order.</summary>
    ImmutableArray<Agency> Agencies(CouncilKey council);
}

/// <param name="Person">Only for an enabled member of the council's own directory.</param>
/// <param name="Part">Their part by group, department or list; null = none is known.</param>
/// <param name="Employer">The domain, when it is an employer's and several can have it in common; null for consumer mail.</param>
/// <param name="Suggested">The agency whose domain it is: never proof.</param>
internal sealed record KnownAddress(
    string Address, AccountKind Account, PersonId? Person = null, string? Department = null, KnownPart? Part = null, string? Employer = null,
    Agency? Suggested = null)
{
    public static KnownAddress Of(Professional known) =>
        new(known.Address, AccountKind.Member, known.Person, Part: new KnownPart(known.Agency, known.Role));
}
