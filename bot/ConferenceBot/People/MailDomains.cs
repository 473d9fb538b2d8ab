using System.Collections.Frozen;

namespace ConferenceBot.People;

/// <summary>The part of an address behind its last <c>@</c>. Pure.</summary>
internal static class MailDomains
{
    /// <summary>Mail that anybody can have: an address there says nothing of an employer, and those who have one have nothing in common.</summary>
    private static readonly FrozenSet<string> Consumer = new[]
    {
        "aol.com", "btinternet.com", "btopenworld.com", "gmail.com", "gmx.co.uk", "gmx.com", "googlemail.com", "hotmail.co.uk", "hotmail.com",
        "icloud.com", "live.co.uk", "live.com", "mac.com", "mail.com", "me.com", "msn.com", "ntlworld.com", "outlook.com", "outlook.co.uk", "pm.me",
        "proton.me", "protonmail.com", "rocketmail.com", "sky.com", "talktalk.net", "tiscali.co.uk", "virginmedia.com", "yahoo.co.uk", "yahoo.com",
        "ymail.com", "zoho.com",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lower case; null when there is none.</summary>
    public static string? Of(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 ? address[(at + 1)..].ToLowerInvariant() : null;
    }

    public static bool IsConsumer(string domain) => Consumer.Contains(domain);
}
