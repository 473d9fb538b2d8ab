using ConferenceBot.Calendars;
using ConferenceBot.Councils;
using Microsoft.Extensions.Options;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

public sealed class GraphSettingsTests
{
    private static readonly (string Key, string? Value)[] Good = [.. GraphSetup.Usual("https://graph.microsoft.com/v1.0")];

    [Fact]
    public async Task Good_settings_start_and_what_is_left_out_has_its_default()
    {
        await using var setup = new GraphSetup("Production", [.. Good, ("sampleshire:Graph:BaseUrl", null), ("sampleshire:Calendars:Window:DaysBack", "3")]);

        setup.Start();

        Assert.Equal(GraphOptions.PublicBaseUrl, setup.Options<GraphOptions>().BaseUrl);
        Assert.Equal((3, 200), (setup.Options<CalendarsOptions>().Window.DaysBack, setup.Options<CalendarsOptions>().Window.DaysAhead));
        Assert.Equal([GraphSetup.Mailbox], setup.Options<CalendarsOptions>().Mailboxes);
    }

    [Fact]
    public async Task Every_bad_key_of_every_council_is_named_at_once()
    {
        await using var setup = new GraphSetup("Development",
        [
            .. Good,
            ("sampleshire:Graph:BaseUrl", "http://graph.example/v1.0"),
            ("sampleshire:Calendars:Mailboxes:1", "Conferences@Council.example"),
            ("sampleshire:Calendars:Mailboxes:2", "a/b@council.example"),
            ("sampleshire:Calendars:Window:DaysBack", "soon"),
            ("sampleshire:Calendars:Window:DaysAhead", "0"),
            ("sampleshire:Calendars:Recognition:Patterns:0:Pattern", "(["),
            ("sampleshire:Calendars:Recognition:Types:Initial:0", "--"),
            ("sampleshire:People:Agencies:0:Kind", "Zoo"),
            ("sampleshire:People:Agencies:1:Key", "Social-Care"),
            ("sampleshire:People:Agencies:1:Departments:0", " "),
            ("sampleshire:People:Agencies:2:Key", "chair"),
            ("sampleshire:People:Chairs:GroupId", "chairs"),
            ("sampleshire:People:Chairs:Deputies:0", "somebody"),
            ("other:Teams:AppId", "x"),
        ]);

        var failures = Assert.Throws<AggregateException>(setup.Start).InnerExceptions.Cast<OptionsValidationException>()
            .SelectMany(one => one.Failures).Select(failure => failure[..failure.IndexOf(": ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal);

        Assert.Equal(
        [
            "Councils:other:Calendars:Mailboxes", "Councils:other:People:Administrators", "Councils:other:People:Agencies", "Councils:other:People:Chairs:GroupId",
            "Councils:sampleshire:Calendars:Mailboxes:1", "Councils:sampleshire:Calendars:Mailboxes:2",
            "Councils:sampleshire:Calendars:Recognition:Patterns:0:Pattern", "Councils:sampleshire:Calendars:Recognition:Types:Initial:0",
            "Councils:sampleshire:Calendars:Window:DaysAhead", "Councils:sampleshire:Calendars:Window:DaysBack", "Councils:sampleshire:Graph:BaseUrl",
            "Councils:sampleshire:People:Agencies:0:Kind", "Councils:sampleshire:People:Agencies:1:Departments:0", "Councils:sampleshire:People:Agencies:1:Key",
            "Councils:sampleshire:People:Agencies:2:GroupId", "Councils:sampleshire:People:Agencies:2:Key", "Councils:sampleshire:People:Agencies:2:Kind",
            "Councils:sampleshire:People:Agencies:2:Name", "Councils:sampleshire:People:Chairs:Deputies:0", "Councils:sampleshire:People:Chairs:GroupId",
        ], failures);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5210/graph/v1.0", "Development", true)]
    [InlineData("http://localhost:5210/graph/v1.0/", "Development", true)]
    [InlineData("http://127.0.0.1:5210/graph/v1.0", "Production", false)]
    [InlineData("https://127.0.0.1:5210/graph/v1.0", "Production", false)]
    [InlineData("http://127.0.0.1.evil.example/v1.0", "Development", false)]
    [InlineData("http://graph.microsoft.com/v1.0", "Development", false)]
    [InlineData("https://me@graph.microsoft.com/v1.0", "Production", false)]
    [InlineData("https://graph.microsoft.com/v1.0?x=1", "Production", false)]
    [InlineData("https://graph.microsoft.us/v1.0", "Production", true)]
    [InlineData("file:///v1.0", "Development", false)]
    [InlineData("/v1.0", "Development", false)]
    public void Plain_http_and_loopback_are_for_development_on_this_machine(string url, string environment, bool good) =>
        Assert.Equal(good, !GraphOptions.Failures(new GraphOptions { BaseUrl = url }, "x", environment == "Development").Any());

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/users/x", true)]
    [InlineData("https://GRAPH.microsoft.com:443/v1.0/users/x", true)]
    [InlineData("http://graph.microsoft.com/v1.0/users/x", false)]
    [InlineData("https://graph.microsoft.com:8443/v1.0", false)]
    [InlineData("https://graph.microsoft.com.evil.example/v1.0", false)]
    [InlineData("https://graph.microsoft.com@evil.example/v1.0", false)]
    [InlineData("https://user@graph.microsoft.com/v1.0", false)]
    [InlineData("//graph.microsoft.com/v1.0", false)]
    [InlineData("/v1.0/users/x", false)]
    [InlineData("", false)]
    public void Only_the_same_scheme_host_and_port_is_the_origin(string link, bool own) =>
        Assert.Equal(own, new GraphOrigin(new Uri("https://graph.microsoft.com/v1.0")).Owns(link));

    [Fact]
    public void A_sovereign_cloud_has_its_own_scope() =>
        Assert.Equal("https://graph.microsoft.us/.default", new GraphOrigin(new Uri("https://graph.microsoft.us/v1.0")).Scope);
}
