using System.Text.Json;
using ConferenceBot.Councils;
using ConferenceBot.Domain.People;

namespace ConferenceBot.People;

/// <summary>Graph's answers → people. Pure.</summary>
internal static class PeopleMapping
{
    /// <summary>
    /// The one enabled member whose mail or principal name is the address. Null when there is none, and when there are several: nobody is messaged on a guess.
    /// </summary>
    public static DirectoryUser? Match(string address, IEnumerable<DirectoryUser> users)
    {
        var fitting = users.Where(user => user.IsEnabledMember && Is(user, address))
            .DistinctBy(user => user.Id).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>
    /// Without any licence there is no Teams to be reached in. Which of the licences hold Teams is not judged: a sales name that is not known
    /// here must not cut a professional off. Silence about licences is no lack of them.
    /// </summary>
    public static Standing StandingOf(DirectoryUser? user) => user is null || !user.IsEnabledMember ? Standing.Gone
        : user.Licensed == false ? Standing.Unlicensed : Standing.Here;

    /// <summary>From when until when automatic replies say that somebody is away; null when they are off. The text of the reply is never looked at.</summary>
    /// <param name="setting">An <c>automaticRepliesSetting</c>.</param>
    /// <exception cref="JsonException">It cannot be read: not the same as "not away".</exception>
    public static Absence? AbsenceOf(JsonElement setting) => DirectoryUser.Text(setting, "status")?.ToUpperInvariant() switch
    {
        "DISABLED" => null,
        "ALWAYSENABLED" => new Absence(DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
        "SCHEDULED" => new Absence(Instant(setting, "scheduledStartDateTime"), Instant(setting, "scheduledEndDateTime")),
        _ => throw new JsonException("No status of automatic replies."),
    };

    /// <summary>A wall time with its zone, by Windows or IANA name. One that a clock change leaves out counts from after the change.</summary>
    private static DateTimeOffset Instant(JsonElement setting, string name)
    {
        if (setting.TryGetProperty(name, out var time) && time.ValueKind == JsonValueKind.Object
            && DateTime.TryParse(
                DirectoryUser.Text(time, "dateTime"), System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.RoundtripKind, out var wall)
            && GraphZones.TryFind(DirectoryUser.Text(time, "timeZone"), out var zone))
            return wall.Kind == DateTimeKind.Utc
                ? new DateTimeOffset(wall)
                : new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), zone.GetUtcOffset(wall)).ToUniversalTime();
        throw new JsonException("No time of automatic replies.");
    }

    /// <summary>Whether the account's mail or principal name is the address.</summary>
    public static bool Is(DirectoryUser user, string address) => Same(user.Mail, address) || Same(user.PrincipalName, address);

    private static bool Same(string? one, string other) => string.Equals(one?.Trim(), other, StringComparison.OrdinalIgnoreCase);
}
