using System.Net;

namespace ConferenceBot.Councils;

/// <summary>Plain http and odd ports are for this machine in Development only; the same rule for every address in the settings.</summary>
internal static class LoopbackRule
{
    /// <summary>Whether the host is <c>localhost</c> or a loopback address; a name that merely contains one is not.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>What is wrong with an address from the settings, or null when it may be used.</summary>
    public static string? Problem(string? value, bool development)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return "must be an absolute https address";
        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return "must have no user name and no fragment";
        if (IsLoopback(uri.IdnHost))
            return development ? null : "may be a loopback address only in Development";
        return uri.Scheme == "https" ? null : "must be https (http only for a loopback address in Development)";
    }
}
