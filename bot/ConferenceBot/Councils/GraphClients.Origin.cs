namespace ConferenceBot.Councils;

/// <summary>The one origin (scheme, host, port) a council's Graph token may go to.</summary>
internal sealed class GraphOrigin(Uri baseUrl)
{
    private const string PublicScope = "https://graph.microsoft.com/.default";

    /// <summary>What tokens are asked for; the sovereign clouds have their own, a loopback endpoint stands in for the public one.</summary>
    public string Scope { get; } = baseUrl.IsLoopback ? PublicScope : baseUrl.GetLeftPart(UriPartial.Authority) + "/.default";

    public bool IsLoopback => baseUrl.IsLoopback;

    public bool Owns(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0 }
        && address.Scheme == baseUrl.Scheme
        && address.Port == baseUrl.Port
        && address.IdnHost.Equals(baseUrl.IdnHost, StringComparison.OrdinalIgnoreCase);

    public bool Owns(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && Owns(address);
}

/// <summary>An answer of Graph pointed to another origin; nothing was sent there.</summary>
internal sealed class ForeignLinkException() : Exception("A link to another origin was refused.");
