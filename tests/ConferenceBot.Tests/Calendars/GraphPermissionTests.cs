using System.Text.RegularExpressions;
using ConferenceBot.Calendars.Notifications;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.People;
using ConferenceBot.Tests.Conventions;
using ConferenceBot.Tests.People;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moq;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

/// <summary>
/// What the program asks of Graph, and what the council gives it for that. The fake Graphs of all tests refuse, at the end of a test, a
/// request that is not listed.
/// </summary>
public sealed partial class GraphPermissionTests : IAsyncLifetime
{
    private const string Managers = "5a4d504c-0000-4000-8000-0000000000e1", App = "c0000000-0000-4000-8000-000000000001";

    private readonly SmallDirectory directory = new SmallDirectory().With(1, "a@council.example", manager: 2, groups: SmallDirectory.SocialCare).With(2, "b@council.example");
    private FakeGraph graph = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.On = request => (request.Method, request.Path) switch
        {
            (_, "/v1.0/$batch") => directory.Answer(request),
            (_, var path) when path.EndsWith("/calendarView/delta", StringComparison.Ordinal) || path.EndsWith("/delta()", StringComparison.Ordinal) =>
                graph.Page(Events.Occurrence("O", "M", "2026-05-19T09:00:00", "2026-05-19T11:00:00"), graph.Link("$deltatoken=d")),
            (_, var path) when path.Contains("/events/", StringComparison.Ordinal) => new GraphReply(200, Events.Master("M")),
            ("GET", "/v1.0/subscriptions") => new GraphReply(200, """{"value":[]}"""),
            ("DELETE", _) => new GraphReply(204),
            (_, var path) when path.Contains("/subscriptions", StringComparison.Ordinal) => new GraphReply(200, """{"id":"s","expirationDateTime":"2026-05-18T08:00:00Z"}"""),
            ("POST", _) => new GraphReply(201, "{}"),
            (_, var path) when path.EndsWith("/chat", StringComparison.Ordinal) => new GraphReply(200, """{"id":"19:sample_chat@unq.gbl.spaces"}"""),
            _ => new GraphReply(200, graph.Requests.Any(r => r.Method == "POST" && r.Path == request.Path) ? """{"value":[{"id":"aW5z"}]}""" : """{"value":[]}"""),
        };
    }

    public ValueTask DisposeAsync() => graph.DisposeAsync();

    [Fact]
    public async Task Every_request_that_is_listed_is_sent_and_every_one_that_is_sent_is_listed()
    {
        await using var setup = new GraphSetup(graph, ("sampleshire:People:Agencies:0:Managers:GroupId", Managers), ("sampleshire:People:Chairs:DeputiesGroupId", Managers));
        await setup.ReadAsync();
        await setup.People.FindAsync(GraphSetup.Council, ["a@council.example"], default);
        await setup.People.ManagersOfAsync(GraphSetup.Council, new PersonId(Guid.Parse(SmallDirectory.Id(1))), default);
        await setup.People.ManagersOfAsync(GraphSetup.Council, new PersonId(Guid.Parse(SmallDirectory.Id(2))), default);
        await setup.People.LookAtAsync(GraphSetup.Council, [new PersonId(Guid.Parse(SmallDirectory.Id(1)))], default);
        await setup.People.RefreshAsync(GraphSetup.Council, default);
        await AskAsOneselfAsync(setup);

        var sent = graph.Requests.SelectMany(GraphTemplates.Of).ToList();
        Assert.Empty(sent.Where(one => GraphTemplates.Entry(one) is null));
        Assert.Equal(
            GraphPermissions.All.Select(one => $"{one.Method} {one.Path}").Order(StringComparer.Ordinal),
            sent.Select(GraphTemplates.Entry).OfType<GraphPermission>().Select(one => $"{one.Method} {one.Path}").Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/users/a@council.example/messages")]
    [InlineData("POST", "/users/a@council.example/events/E")]
    [InlineData("GET", "/users/a@council.example/calendarView")]
    [InlineData("GET", "/users/a@council.example/mailboxSettings")]
    [InlineData("GET", "/groups")]
    [InlineData("GET", "/elsewhere/users")]
    public void A_request_that_nobody_listed_is_found(string method, string path) => Assert.Null(GraphTemplates.Entry((method, path)));

    [Fact]
    public void Calendars_mail_and_mailbox_settings_are_never_given_in_Entra()
    {
        Assert.Equal(["GroupMember.Read.All", "TeamsAppInstallation.ReadWriteSelfForUser.All", "User.Read.All"], GraphPermissions.InEntra);
        Assert.Equal(["Calendars.Read", "MailboxSettings.Read"], GraphPermissions.InExchange);
        Assert.DoesNotContain(GraphPermissions.All, one => one.In == GrantedIn.Entra && Mailbox().IsMatch(one.Permission));
    }

    [Fact]
    public void No_document_and_no_template_names_a_mailbox_permission_but_as_a_role_of_Exchange() => Assert.Empty(
        Repository.Files.Where(file => file.Path.StartsWith("infra/", StringComparison.Ordinal) || file.Path.StartsWith("docs/", StringComparison.Ordinal)
                || file.Path.Contains("manifest", StringComparison.OrdinalIgnoreCase) || file.Path is "README.md" or "appsettings.template.json")
            .SelectMany(file => file.Matching(Unscoped())));

    [Theory]
    [InlineData("Grant `Calendars.Read` in Entra", true)]
    [InlineData("\"name\": \"Mail.Read\"", true)]
    [InlineData("MailboxSettings.ReadWrite", true)]
    [InlineData("-Role \"Application Calendars.Read\"", false)]
    [InlineData("the role `Application MailboxSettings.Read`", false)]
    [InlineData("ConferenceBot.Calendars.Readers", false)]
    public void The_search_finds_a_permission_by_its_bare_name(string text, bool found) => Assert.Equal(found, Unscoped().IsMatch(text));

    [Fact]
    public void The_operator_s_guide_names_every_permission_and_no_other()
    {
        var guide = Repository.Files.Single(file => file.Path == "infra/operator-guide.md").Content;
        var named = guide.Split('\n').Where(line => !line.StartsWith("Connect-MgGraph", StringComparison.Ordinal)) // the administrator's own, not the bot's
            .SelectMany(line => Named().Matches(line)).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(GraphPermissions.InEntra.Concat(GraphPermissions.InExchange).Order(StringComparer.Ordinal), named);
    }

    private async Task AskAsOneselfAsync(GraphSetup setup)
    {
        var settings = new Mock<IOptionsMonitor<GraphOptions>>();
        settings.Setup(s => s.Get(GraphSetup.Council.Value)).Returns(new GraphOptions { BaseUrl = graph.BaseUrl });
        using var clients = new GraphClients(settings.Object, new FakeCredentials(), new GraphSkews(setup.Machine));
        var calls = new GraphCalls(setup.Machine);
        await using var meters = new ServiceCollection().AddMetrics().AddSingleton<Measures>().BuildServiceProvider();
        var subscriptions = new GraphSubscriptions(clients, calls, settings.Object, setup.Machine, meters.GetRequiredService<Measures>());
        await subscriptions.ListAsync(GraphSetup.Council, GraphSetup.Mailbox, default);
        await subscriptions.CreateAsync(GraphSetup.Council, GraphSetup.Mailbox, "https://bot.example", "words", default);
        await subscriptions.RenewAsync(GraphSetup.Council, "s", default);
        await subscriptions.DeleteAsync(GraphSetup.Council, "s", default);

        var options = new CouncilsOptions();
        options.Councils[GraphSetup.Council.Value] = new CouncilOptions
        {
            Teams = new TeamsOptions { AppId = "a0000000-0000-4000-8000-000000000001", TenantId = "b0000000-0000-4000-8000-000000000001", CatalogAppId = App },
            Identity = new IdentityOptions { Kind = "ManagedIdentity" },
        };
        await new GraphInstallations(clients, calls, new CouncilsLookup(Options.Create(options)))
            .InstallAsync(GraphSetup.Council, new PersonId(Guid.Parse(SmallDirectory.Id(1))), default);
    }

    [GeneratedRegex(@"^(Calendars|Mail|MailboxSettings)\.")]
    private static partial Regex Mailbox();

    /// <summary>Exchange's own role is written with "Application " before it.</summary>
    [GeneratedRegex(@"(?<!Application )(?<![\w.])(Calendars|Mail|MailboxSettings)\.(Read|Send)\w*")]
    private static partial Regex Unscoped();

    [GeneratedRegex(@"\b[A-Z]\w+\.(?:Read|ReadWrite|ReadBasic|Send|Manage)\w*(?:\.\w+)?\b")]
    private static partial Regex Named();
}
