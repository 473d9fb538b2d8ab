using ConferenceBot.Domain;
using Microsoft.Graph.Models;

namespace ConferenceBot.People;

/// <summary>Graph's users → people. Pure.</summary>
internal static class PeopleMapping
{
    /// <summary>
    /// The one enabled member whose mail or principal name is the address. Null when there is none, and when there are several: nobody is messaged on a guess.
    /// </summary>
    public static User? Match(string address, IEnumerable<User> users)
    {
        var fitting = users.Where(user => IsEnabledMember(user) && (Same(user.Mail, address) || Same(user.UserPrincipalName, address)))
            .DistinctBy(user => user.Id).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>Guests are left out: a guest's account proves no employment, and the bot cannot reach them one to one.</summary>
    public static bool IsEnabledMember(User user) =>
        user.AccountEnabled == true && string.Equals(user.UserType, "Member", StringComparison.OrdinalIgnoreCase);

    public static bool TryId(User? user, out PersonId person)
    {
        var readable = Guid.TryParse(user?.Id, out var id);
        person = new PersonId(id);
        return readable;
    }

    /// <summary>Whether the account's mail or principal name is the address.</summary>
    public static bool Is(User user, string address) => Same(user.Mail, address) || Same(user.UserPrincipalName, address);

    private static bool Same(string? one, string other) => string.Equals(one?.Trim(), other, StringComparison.OrdinalIgnoreCase);
}
