using System.Globalization;
using System.Text.Json.Nodes;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.People;
using ConferenceBot.Testing;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Xunit;

namespace ConferenceBot.Tests.People;

/// <summary>The bot's own installation through Graph (protocol G), request by request.</summary>
public sealed class InstallationTests : IAsyncLifetime
{
    private const string App = "c0000000-0000-4000-8000-000000000001";
    private static readonly PersonId Person = new(Guid.Parse("5a4d504c-0000-4000-8000-000000000001"));
    private static readonly CouncilKey Council = new("sampleshire");
    private static readonly GraphReply Nobody = new(200, """{"value":[]}""");
    private static readonly GraphReply There = new(200, """{"value":[{"id":"aW5zdGFsbGF0aW9u","teamsApp":{"id":"c0000000-0000-4000-8000-000000000001"}}]}""");
    private static readonly GraphReply Made = new(201);
    private static readonly GraphReply Chat = new(200, """{"id":"19:sample_chat@unq.gbl.spaces"}""");

    private readonly FakeTimeProvider _machine = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private FakeGraph _graph = null!;
    private GraphClients _clients = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        var settings = new Mock<IOptionsMonitor<GraphOptions>>();
        settings.Setup(s => s.Get(Council.Value)).Returns(new GraphOptions { BaseUrl = _graph.BaseUrl });
        _clients = new GraphClients(settings.Object, new FakeCredentials(), new GraphSkews(TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task Where_it_is_installed_already_nothing_is_added()
    {
        _graph.Answers(There, Chat);

        Assert.Equal(new Installation.Done("19:sample_chat@unq.gbl.spaces"), await InstallAsync());
        AssertRequests("installed.txt");
    }

    [Fact]
    public async Task Where_it_is_missing_it_is_added_and_its_chat_looked_up()
    {
        _graph.Answers(Nobody, Made, There, Chat);

        Assert.Equal(new Installation.Done("19:sample_chat@unq.gbl.spaces"), await InstallAsync());
        AssertRequests("missing.txt");
    }

    [Fact]
    public async Task When_somebody_added_it_in_the_meantime_that_is_what_was_asked_for()
    {
        _graph.Answers(Nobody, new GraphReply(409, FakeGraph.Error("Conflict")), There, Chat);

        Assert.Equal(new Installation.Done("19:sample_chat@unq.gbl.spaces"), await InstallAsync());
    }

    [Fact]
    public async Task While_Teams_is_still_making_the_chat_the_installation_is_done_without_one()
    {
        _graph.Answers(Nobody, Made, There, new GraphReply(404, FakeGraph.Error("NotFound")));

        Assert.Equal(new Installation.Done(null), await InstallAsync());
    }

    [Fact]
    public async Task An_installation_that_cannot_be_seen_yet_is_done_without_a_chat()
    {
        _graph.Answers(Nobody, Made, Nobody);

        Assert.Equal(new Installation.Done(null), await InstallAsync());
        Assert.Equal(3, _graph.Requests.Count);
    }

    [Theory]
    [InlineData("GET", 404, "Request_ResourceNotFound")]
    [InlineData("GET", 403, "Authorization_RequestDenied")]
    [InlineData("POST", 403, "Forbidden")]
    [InlineData("POST", 404, "NotFound")]
    [InlineData("POST", 400, "BadRequest")]
    public async Task What_a_policy_or_the_directory_refuses_is_named_and_not_tried_again_at_once(string method, int status, string code)
    {
        _graph.On = request => request.Method == method ? new GraphReply(status, FakeGraph.Error(code)) : Nobody;

        Assert.Equal(new Installation.Refused(code), await InstallAsync());
        Assert.Single(_graph.Requests, request => request.Method == method);
    }

    [Theory]
    [InlineData(429, "90", 90)]
    [InlineData(429, "Mon, 23 Nov 2026 08:00:40 GMT", 40)]
    [InlineData(429, null, null)]
    [InlineData(503, "7", 7)]
    [InlineData(504, null, null)]
    public async Task Graph_that_is_away_says_how_long_to_wait_and_is_asked_once(int status, string? retryAfter, int? seconds)
    {
        _graph.On = _ => new GraphReply(status, FakeGraph.Error("Busy"), retryAfter is null ? [] : [("Retry-After", retryAfter)]);

        var away = await Assert.ThrowsAsync<CalendarAwayException>(InstallAsync);
        Assert.Equal(("Busy", seconds?.ToString(CultureInfo.InvariantCulture)), (away.Code, away.RetryAfter?.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
        Assert.Single(_graph.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _graph.On = _ => new GraphReply(302, "", ("Location", _graph.Origin + "/elsewhere"));

        Assert.Equal("redirect", (await Assert.ThrowsAsync<CalendarAwayException>(InstallAsync)).Code);
        Assert.Single(_graph.Requests);
    }

    [Fact]
    public async Task A_council_whose_settings_name_no_app_does_not_ask()
    {
        Assert.IsType<Installation.NotOffered>(await InstallAsync(offered: false));
        Assert.Empty(_graph.Requests);
    }

    private Task<Installation> InstallAsync() => InstallAsync(offered: true);

    private Task<Installation> InstallAsync(bool offered)
    {
        var options = new CouncilsOptions();
        options.Councils[Council.Value] = new CouncilOptions
        {
            Teams = new TeamsOptions
            {
                AppId = "a0000000-0000-4000-8000-000000000001", TenantId = "b0000000-0000-4000-8000-000000000001", CatalogAppId = offered ? App : null,
            },
            Identity = new IdentityOptions { Kind = "ManagedIdentity" },
        };
        return new GraphInstallations(_clients, new GraphCalls(_machine), new CouncilsLookup(Options.Create(options))).InstallAsync(Council, Person, default);
    }

    /// <summary>Each request on its line, bodies below; the fake's own address is the one of the public cloud.</summary>
    private void AssertRequests(string name)
    {
        var text = string.Join("\n", _graph.Requests.Select(request =>
            $"{request.Method} {request.Path}{request.Query}\nAuthorization: {request.Authorization}"
            + (request.Body.Length == 0 ? "\n" : $"\n{Golden.Readable(JsonNode.Parse(request.Body)!)}\n")));
        Assert.Null(Golden.Difference(name, text.Replace(_graph.Origin, "https://graph.microsoft.com", StringComparison.Ordinal)));
    }
}
