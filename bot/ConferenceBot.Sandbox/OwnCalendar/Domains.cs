namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>Whose address a mail domain is.</summary>
/// <param name="home">The organiser's domain.</param>
/// <param name="more">Further agencies by domain, as the caller gave them: domain → agency key. They come before what is known here.</param>
internal sealed class Domains(string home, IReadOnlyDictionary<string, string> more)
{
    public const string Home = "social-care";

    private static readonly (string Suffix, string Key)[] Known =
    [
        ("police.uk", "police"), ("justice.gov.uk", "probation"), ("nhs.uk", "health-visiting"), ("nhs.net", "health-visiting"),
        ("sch.uk", "school"), ("gov.uk", "social-care"),
    ];

    private static readonly HashSet<string> Consumers = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "outlook.com", "outlook.co.uk", "hotmail.com", "hotmail.co.uk", "live.co.uk", "live.com", "msn.com",
        "yahoo.com", "yahoo.co.uk", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com", "aol.co.uk", "btinternet.com", "sky.com",
        "talktalk.net", "virginmedia.com", "ntlworld.com", "proton.me", "protonmail.com", "gmx.com", "gmx.co.uk", "mail.com", "mail.example",
    };

    /// <returns>The part behind the @, lower case; empty when there is none.</returns>
    public static string Of(string address) => address.LastIndexOf('@') is var at and > 0 ? address[(at + 1)..].Trim().ToLowerInvariant() : "";

    public static bool IsConsumer(string domain) => Consumers.Contains(domain);

    /// <summary>A calendar of Google's own, not an organisation.</summary>
    public static bool IsCalendarService(string domain) => domain.EndsWith("calendar.google.com", StringComparison.Ordinal);

    public bool IsHome(string domain) => domain == home;

    /// <returns>The agency's key; null for a consumer's or an unknown domain.</returns>
    public string? AgencyOf(string domain)
    {
        var given = more.Where(pair => Within(domain, pair.Key)).OrderByDescending(pair => pair.Key.Length).Select(pair => pair.Value).FirstOrDefault();
        if (given is not null || IsConsumer(domain))
            return given;
        return IsHome(domain) ? Home : Known.Where(pair => Within(domain, pair.Suffix)).Select(pair => pair.Key).FirstOrDefault();
    }

    private static bool Within(string domain, string suffix) =>
        domain.Equals(suffix, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + suffix, StringComparison.OrdinalIgnoreCase);
}
