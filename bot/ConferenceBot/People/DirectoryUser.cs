using System.Text.Json;
using ConferenceBot.Domain;

namespace ConferenceBot.People;

/// <summary>What is asked about an account of the directory: no name.</summary>
/// <param name="Licensed">Whether any licence is assigned; null when the answer does not say.</param>
internal sealed record DirectoryUser(
    PersonId Id, string? Mail, string? PrincipalName, string? Type, bool? Enabled, string? Department, bool? Licensed)
{
    /// <summary>Guests are left out: a guest's account proves no employment, and the bot cannot reach them one to one.</summary>
    public bool IsEnabledMember => Enabled == true && string.Equals(Type, "Member", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when the answer names no account.</summary>
    public static DirectoryUser? From(JsonElement user)
    {
        if (user.ValueKind != JsonValueKind.Object || !Guid.TryParse(Text(user, "id"), out var id)) return null;
        return new DirectoryUser(
            new PersonId(id), Text(user, "mail"), Text(user, "userPrincipalName"), Text(user, "userType"),
            user.TryGetProperty("accountEnabled", out var enabled) && enabled.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? enabled.ValueKind == JsonValueKind.True
                : null,
            Text(user, "department"),
            user.TryGetProperty("assignedLicenses", out var licences) && licences.ValueKind == JsonValueKind.Array
                ? licences.GetArrayLength() > 0
                : null);
    }

    public static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
