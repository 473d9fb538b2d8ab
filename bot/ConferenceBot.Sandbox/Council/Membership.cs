using System.Collections.Concurrent;

namespace ConferenceBot.Sandbox.Council;

/// <summary>
/// Who is in which group of the directory by now. Somebody who awaits confirmation is in none, so that to the bot the address may belong to
/// anybody, until a person says that it is a professional's.
/// </summary>
internal sealed class Membership
{
    private readonly ConcurrentDictionary<Guid, byte> _confirmed = new();

    public bool IsKnown(Person person) => !person.Awaits || _confirmed.ContainsKey(person.Id);

    public IReadOnlyList<Guid> GroupsOf(Person person) => IsKnown(person) ? person.Groups : [];

    /// <returns>Whether the person was not known before.</returns>
    public bool Confirm(Person person) => !IsKnown(person) && _confirmed.TryAdd(person.Id, 0);
}
