using System.Text.Json;
using Xunit;

namespace ConferenceBot.Tests.Store;

/// <summary>Each test gets a file of its own.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private StoreHost? _host;

    internal StoreHost Host => _host!;

    public async ValueTask InitializeAsync() => _host = await StoreHost.StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Equal in everything they hold, lists included.</summary>
    protected static void AssertSame<T>(T expected, T? actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
