using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>Why an address may not be given a connector token.</summary>
internal enum ServiceUrlFault
{
    NotAbsolute,
    NotHttps,
    HasUserInfo,
    HasQueryOrFragment,
    HasPort,
    HostNotAllowed,
}

/// <summary>
/// Decides where a connector token may go. A stored address, an administrator's input and a restored backup are checked like a live one.
/// </summary>
internal static class ServiceUrlGuard
{
    private const string SharedNamespace = "trafficmanager.net";

    /// <summary>What is wrong with the address, or null when the council's token may be sent there.</summary>
    public static ServiceUrlFault? Check(string? address, Council council, bool development) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Check(uri, council, development) : ServiceUrlFault.NotAbsolute;

    /// <inheritdoc cref="Check(string, Council, bool)"/>
    public static ServiceUrlFault? Check(Uri? uri, Council council, bool development)
    {
        if (uri is not { IsAbsoluteUri: true })
            return ServiceUrlFault.NotAbsolute;
        if (uri.UserInfo.Length > 0)
            return ServiceUrlFault.HasUserInfo;
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return ServiceUrlFault.HasQueryOrFragment;

        var listed = council.AllowedHosts.Any(allowed => Matches(uri.IdnHost, allowed));
        if (LoopbackRule.IsLoopback(uri.IdnHost))
            return development && listed && uri.Scheme is "http" or "https" ? null : ServiceUrlFault.HostNotAllowed;
        if (uri.Scheme != Uri.UriSchemeHttps)
            return ServiceUrlFault.NotHttps;
        if (!uri.IsDefaultPort)
            return ServiceUrlFault.HasPort;
        return listed ? null : ServiceUrlFault.HostNotAllowed;
    }

    private static bool Matches(string host, string allowed) =>
        host.Equals(allowed, StringComparison.OrdinalIgnoreCase)
        || (CoversSubdomains(allowed) && host.EndsWith("." + allowed, StringComparison.OrdinalIgnoreCase));

    private static bool CoversSubdomains(string allowed) =>
        Uri.CheckHostName(allowed) == UriHostNameType.Dns
        && allowed.Contains('.', StringComparison.Ordinal)
        && !allowed.EndsWith(SharedNamespace, StringComparison.OrdinalIgnoreCase);
}
