using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>Starting with something wrong: no start, and everything said at once.</summary>
public sealed class StartTests : IDisposable
{
    private const string Council = "Councils__sampleshire__";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conferencebot-start-");

    [Fact]
    public async Task Missing_and_wrong_settings_are_all_named_in_one_go()
    {
        var settings = Good();
        settings.Remove("Protection__AuditKey");
        settings.Remove(Council + "Teams__AppId");
        settings[Council + "Graph__BaseUrl"] = "ftp://nowhere";
        settings[Council + "Calendars__Mailboxes__0"] = "not a mailbox";
        settings[Council + "Identity__TokenUrl"] = "nonsense";
        settings["Store__Provider"] = "Parchment";

        var ended = await Programs.RunAsync(Programs.Host, settings, "serve");

        Assert.Equal(1, ended.Exit);
        foreach (var key in new[] { "AuditKey", "Teams:AppId", "Graph:BaseUrl", "Calendars:Mailboxes", "Identity:TokenUrl", "Store:Provider" })
            Assert.Contains(key, ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
    }

    [Fact]
    public async Task Loopback_addresses_are_refused_in_production()
    {
        var settings = Good();
        settings["DOTNET_ENVIRONMENT"] = settings["ASPNETCORE_ENVIRONMENT"] = "Production";

        var ended = await Programs.RunAsync(Programs.Host, settings, "serve");

        Assert.Equal(1, ended.Exit);
        foreach (var key in new[] { "Teams:OpenIdMetadataUrl", "Teams:TokenIssuer", "Identity:Kind", "Graph:BaseUrl", "Clockwork:ClockUrl" })
            Assert.Contains(key, ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("audit", "burn")]
    public async Task An_unknown_command_of_the_host_is_answered_with_its_usage(params string[] words)
    {
        var ended = await Programs.RunAsync(Programs.Host, new Dictionary<string, string>(), words);

        Assert.Equal(2, ended.Exit);
        Assert.Contains("usage:", ended.Error);
    }

    [Fact]
    public async Task An_unknown_option_of_the_sandbox_is_answered_with_its_usage()
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, new Dictionary<string, string>(), "--dance", "1");

        Assert.Equal(2, ended.Exit);
        Assert.Contains("Unknown option --dance", ended.Error);
        Assert.Contains("Usage:", ended.Error);
    }

    [Fact]
    public async Task A_busy_port_is_one_clear_line_of_the_sandbox()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var ended = await Programs.RunAsync(Programs.Sandbox, new Dictionary<string, string>(), "--port", port);

        Assert.Equal(1, ended.Exit);
        Assert.Equal($"Port {port} is busy. Choose another with --port N, or --port 0 for a free one.", ended.Error.Trim());
    }

    [Fact]
    public async Task A_busy_port_is_one_clear_line_of_the_host()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var settings = Good();
        settings["ASPNETCORE_URLS"] = "http://127.0.0.1:" + ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var ended = await Programs.RunAsync(Programs.Host, settings, "serve");

        Assert.Equal(1, ended.Exit);
        Assert.Contains("ConferenceBot cannot start:", ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Dictionary<string, string> Good() => Programs.GoodSettings(_folder.FullName, Convert.ToBase64String(new byte[32].Select((_, i) => (byte)i).ToArray()));
}
