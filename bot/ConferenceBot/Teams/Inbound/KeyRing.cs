using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Teams;

/// <summary>
/// One issuer's keys: fetched when first needed, hourly after that, and before the next look when a token named a key that is not known. The
/// check that asks for that looks again at once, so the first token signed with a new key is accepted. All who wait share one fetch.
/// </summary>
internal sealed class KeyRing(Uri metadata, IDocumentRetriever documents, TimeProvider machine)
    : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    /// <summary>An issuer that is away is left alone so long; otherwise every request, and each of them several times, would ask it again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Unknown keys may have the keys fetched so often at once: they may be anybody's invention.</summary>
    private const int MostAtOnce = 3;

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Queue<long> asked = new();
    private volatile Kept? kept;
    private volatile bool wanted;
    private long? failedAt;

    private sealed record Kept(OpenIdConnectConfiguration Configuration, long At);

    /// <exception cref="IOException">No key is known and none can be fetched.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (!wanted && IsFresh(kept)) return kept!.Configuration;
        await one.WaitAsync(cancel);
        try
        {
            var ask = !IsFresh(kept) || (wanted && MayAsk());
            wanted = false;
            if (ask && !(failedAt is { } at && machine.GetElapsedTime(at) < Patience)) await FetchAsync();
            return kept?.Configuration ?? throw new IOException("The connector's keys could not be fetched.");
        }
        finally
        {
            one.Release();
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => await GetConfigurationAsync(cancel);

    public override void RequestRefresh() => wanted = true;

    public void Dispose() => one.Dispose();

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
            if (kept is null) throw new IOException("The connector's keys could not be fetched.", e);
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
}
