using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ConferenceBot.Teams;

/// <summary>The issuer's keys are not known and cannot be fetched; no token can be checked.</summary>
internal sealed class KeysAwayException(Exception? inner) : Exception("The connector's keys could not be fetched.", inner);

/// <summary>
/// One issuer's keys: fetched when first needed, hourly after that, and at once when a token names a key that is not known, so that the
/// first token signed with a new key is accepted. All who wait share one fetch.
/// </summary>
internal sealed class KeyRing(Uri metadata, IDocumentRetriever documents, TimeProvider machine)
    : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    /// <summary>An issuer that is away is left alone so long; otherwise every request would ask it again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Unknown keys may have the keys fetched so often at once, and once more after each interval: they may be anybody's invention.</summary>
    private const int MostAtOnce = 3;

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Queue<long> asked = new();
    private Kept? kept;
    private long? failedAt;

    private sealed record Kept(OpenIdConnectConfiguration Configuration, long At);

    /// <exception cref="KeysAwayException">None are known and none can be fetched.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) =>
        IsFresh(kept) ? kept!.Configuration : await FetchAsync(() => IsFresh(kept), cancel);

    /// <summary>The same after having looked for a key that is not among them.</summary>
    /// <exception cref="KeysAwayException">None are known and none can be fetched.</exception>
    public async Task<OpenIdConnectConfiguration> WithKeyAsync(string? kid, CancellationToken cancel)
    {
        var configuration = await GetConfigurationAsync(cancel);
        return Has(configuration, kid) ? configuration : await FetchAsync(() => Has(kept?.Configuration, kid) || !MayAsk(), cancel);
    }

    /// <summary>Nothing: an unknown key is looked for before a token is checked.</summary>
    public void RequestRefresh()
    {
    }

    public void Dispose() => one.Dispose();

    private async Task<OpenIdConnectConfiguration> FetchAsync(Func<bool> isEnough, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (!isEnough() && !(failedAt is { } at && machine.GetElapsedTime(at) < Patience)) await FetchAsync();
            return kept?.Configuration ?? throw new KeysAwayException(null);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Not cancelled by one of those who wait; the client's own time-out ends it. Keys that are known stay when it fails.</summary>
    private async Task FetchAsync()
    {
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, documents, CancellationToken.None);
            (kept, failedAt) = (new Kept(configuration, machine.GetTimestamp()), null);
        }
        catch (Exception e)
        {
            failedAt = machine.GetTimestamp();
            if (kept is null) throw new KeysAwayException(e);
        }
    }

    private bool MayAsk()
    {
        while (asked.TryPeek(out var oldest) && machine.GetElapsedTime(oldest) >= ConnectorKeys.ForcedRefresh) asked.Dequeue();
        if (asked.Count >= MostAtOnce) return false;
        asked.Enqueue(machine.GetTimestamp());
        return true;
    }

    private bool IsFresh(Kept? keys) => keys is not null && machine.GetElapsedTime(keys.At) < ConnectorKeys.AutomaticRefresh;

    private static bool Has(OpenIdConnectConfiguration? configuration, string? kid) =>
        configuration?.JsonWebKeySet?.Keys.Any(key => string.Equals(key.Kid, kid, StringComparison.Ordinal)) ?? false;
}
