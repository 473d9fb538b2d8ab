using System.Collections.Concurrent;

namespace ConferenceBot.Sandbox.Council;

/// <summary>
/// Who is in which group of the directory by now. Somebody who awaits confirmation is in none, so that to the bot the address may belong to
/// anybody, until a person says that it is a professional's.
/// </summary>
internal sealed class Membership
{
    private readonly ConcurrentDictionary<Guid, byte> _confirmed = new();
    private string? _file;

    /// <summary>Remembers confirmations in a file beside the bot's data, which remembers them too. Only invented ids are in it.</summary>
    public void KeepIn(string file)
    {
        foreach (var line in File.Exists(file) ? File.ReadAllLines(file) : [])
        {
            if (Guid.TryParse(line, out var id))
                _confirmed.TryAdd(id, 0);
        }
        _file = file;
    }

    public bool IsKnown(Person person) => !person.Awaits || _confirmed.ContainsKey(person.Id);

    public IReadOnlyList<Guid> GroupsOf(Person person) => IsKnown(person) ? person.Groups : [];

    /// <summary>Takes a confirmation back for as long as this tenant lasts, as when somebody leaves a group.</summary>
    public void Leave(Person person) => _confirmed.TryRemove(person.Id, out _);

    /// <returns>Whether the person was not known before.</returns>
    public bool Confirm(Person person)
    {
        if (IsKnown(person) || !_confirmed.TryAdd(person.Id, 0))
            return false;
        if (_file is not null)
        {
            lock (_confirmed)
                File.AppendAllLines(_file, [person.Id.ToString()]);
        }
        return true;
    }
}
