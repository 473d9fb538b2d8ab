using Microsoft.Extensions.Options;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class StoreOptionsTests : IDisposable
{
    private readonly string _folder = StoreHost.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Store:Provider", "Oracle")]
    [InlineData("Store:ConnectionString", "")]
    [InlineData("Store:ConnectionString", "Data Source=:memory:")]
    [InlineData("Store:ConnectionString", "Data Source=x;Mode=Memory")]
    [InlineData("Store:ConnectionString", "Data Source=file:x.db")]
    [InlineData("Store:ConnectionString", "Data Source=x;Default Timeout=0")]
    [InlineData("Store:ConnectionString", "Nonsense=x")]
    [InlineData("Protection:AuditKey", "")]
    [InlineData("Protection:AuditKey", "not base64!")]
    [InlineData("Protection:AuditKey", "c2hvcnQ=")]
    [InlineData("Protection:Certificate", "/nowhere/wrap.pfx")]
    public async Task A_start_with_a_wrong_setting_names_its_key(string key, string value)
    {
        using var host = StoreHost.Build(_folder, out _, changes: (key, value));
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(StoreHost.FileIn(_folder)));
    }

    [Fact]
    public async Task Outside_Development_the_keys_must_be_wrapped()
    {
        using var host = StoreHost.Build(_folder, out _, "Production");
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("Protection:Certificate", refused.Message, StringComparison.Ordinal);
    }
}
