using System.Globalization;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Hosting;

/// <summary>The host's settings as environment variables: everything it learns about this tenant.</summary>
internal static class HostSettings
{
    /// <summary>The host's database inside the data folder.</summary>
    public const string DatabaseFile = "conferencebot.db";

    /// <param name="hostAddress">Where the host is to listen.</param>
    /// <param name="dataFolder">Absolute; the database goes there.</param>
    /// <param name="auditKey">Base64 of 32 bytes.</param>
    public static Dictionary<string, string> For(Tenant tenant, Registration registration, string hostAddress, string dataFolder,
        string auditKey)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = hostAddress,
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Store__Provider"] = "Sqlite",
            ["Store__ConnectionString"] = "Data Source=" + Path.Combine(dataFolder, DatabaseFile),
            ["Protection__AuditKey"] = auditKey,
            ["Clockwork__ClockUrl"] = registration.Address + "/clock",
        };
        settings[$"Councils__{tenant.Key}__Graph__NotificationUrl"] = hostAddress;
        foreach (var (key, value) in CouncilSettings(tenant, registration))
            settings[$"Councils__{tenant.Key}__{key}"] = value;
        return settings;
    }

    private static IEnumerable<(string Key, string Value)> CouncilSettings(Tenant tenant, Registration registration) =>
    [
        ("Default", "true"),
        ("Teams__AppId", registration.AppId.ToString()),
        ("Teams__TenantId", registration.TenantId.ToString()),
        ("Teams__OpenIdMetadataUrl", registration.MetadataUrl),
        ("Teams__TokenIssuer", registration.ConnectorIssuer),
        ("Teams__AllowedHosts__0", "127.0.0.1"),
        ("Teams__ServiceUrl", registration.ServiceUrl),
        ("Teams__CatalogAppId", registration.CatalogAppId.ToString()),
        ("Identity__Kind", "LoopbackToken"),
        ("Identity__ClientId", registration.AppId.ToString()),
        ("Identity__TenantId", registration.TenantId.ToString()),
        ("Identity__TokenUrl", registration.TokenUrl),
        ("Identity__Secret", registration.Secret),
        ("Graph__BaseUrl", registration.Address + Graph.GraphEndpoints.Root),
        .. List("Calendars__Mailboxes", tenant.LoadMailboxes.Prepend(tenant.Mailbox).Select(box => box.Address)),
        ("Calendars__Recognition__Categories__0", "Child protection conference"),
        .. tenant.Agencies.SelectMany(AgencySettings),
        ("People__Chairs__GroupId", tenant.ChairsGroup.ToString()),
        .. List("People__Chairs__Deputies", tenant.Deputies.Select(id => id.ToString())),
        .. List("People__Administrators", tenant.Administrators.Select(id => id.ToString())),
        ("Procedure__DutyNumber", tenant.DutyNumber),

        // A visitor who cuts the line and mends it again sees what the bot does then without waiting for a minute.
        ("Delivery__RepeatAfter", "00:00:05"),
    ];

    private static IEnumerable<(string, string)> AgencySettings(Agency agency, int index) =>
    [
        ($"People__Agencies__{Number(index)}__Key", agency.Key),
        ($"People__Agencies__{Number(index)}__Name", agency.Name),
        ($"People__Agencies__{Number(index)}__Kind", agency.Kind),
        ($"People__Agencies__{Number(index)}__GroupId", agency.GroupId.ToString()),
    ];

    private static IEnumerable<(string, string)> List(string key, IEnumerable<string> values) =>
        values.Select((value, index) => ($"{key}__{Number(index)}", value));

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
