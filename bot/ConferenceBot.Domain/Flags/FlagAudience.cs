using System.Collections.Immutable;

namespace ConferenceBot.Domain.Flags;

/// <summary>Whom a flag may reach: its addressee, those it is passed on to when unread, and the administrators who ring round.</summary>
/// <param name="Addressee">The chair, or for support the sender's own manager; null when none is known.</param>
/// <param name="Deputies">Deputy or duty chairs; empty for support.</param>
/// <param name="Administrators">Told only that an item is unread; empty for support, which stays with the sender's agency.</param>
public sealed record FlagAudience(PersonId? Addressee, ImmutableArray<PersonId> Deputies, ImmutableArray<PersonId> Administrators);
