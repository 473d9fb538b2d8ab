using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Clockwork;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Tests.Teams.Support;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ConferenceBot.Tests.Notifications;

/// <summary>The whole host against a <see cref="CalendarGraph"/> that may notify it. Nothing happens by the clock; nobody invited is known.</summary>
internal sealed class HeardBot : IAsyncDisposable
{
    public const string Here = "/api/graph/notifications/sampleshire", Lifecycle = "/api/graph/lifecycle/sampleshire";

    private HeardBot(WholeBot bot, CalendarGraph graph) => (Bot, Graph) = (bot, graph);

    public WholeBot Bot { get; }
    public CalendarGraph Graph { get; }
    public Rounds Rounds => Bot.Services.GetRequiredService<Rounds>();

    public static async Task<HeardBot> StartAsync(
        CalendarGraph graph, string[] mailboxes, string? folder = null, string url = "https://bot.example", int daysAhead = 200)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Councils:sampleshire:Graph:BaseUrl"] = graph.BaseUrl,
            ["Councils:sampleshire:Graph:NotificationUrl"] = url,
            ["Councils:sampleshire:Calendars:Window:DaysAhead"] = daysAhead.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        foreach (var (place, mailbox) in mailboxes.Index()) settings[$"Councils:sampleshire:Calendars:Mailboxes:{place}"] = mailbox;
        var people = new Mock<IPeople>();
        people.Setup(p => p.FindAsync(It.IsAny<CouncilKey>(), It.IsAny<ImmutableArray<string>>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        people.Setup(p => p.ManagersOfAsync(It.IsAny<CouncilKey>(), It.IsAny<PersonId>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        people.Setup(p => p.DeputyChairs(It.IsAny<CouncilKey>())).Returns([]);
        people.Setup(p => p.Administrators(It.IsAny<CouncilKey>())).Returns([]);
        var bot = await WholeBot.StartAsync(silent: true, settings, services => services.AddSingleton(people.Object).AddSingleton<IGraphCredentials>(new FakeCredentials()), folder);
        graph.Now = bot.Machine.GetUtcNow;
        return new HeardBot(bot, graph);
    }

    public async Task<int> PostAsync(string body, string path = Here)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Bot.Client.PostAsync(path, content);
        return (int)response.StatusCode;
    }

    /// <summary>A genuine notification of the mailbox's subscription, unless the words are given.</summary>
    public Task<int> NotifyAsync(string mailbox, string? lifecycle = null, string? words = null) => PostAsync(Body(mailbox, lifecycle, words), lifecycle is null ? Here : Lifecycle);

    public string Body(string mailbox, string? lifecycle = null, string? words = null)
    {
        var subscription = SubscriptionOf(mailbox);
        var item = new JsonObject
        {
            ["subscriptionId"] = (string)subscription["id"]!,
            ["clientState"] = words ?? (string)subscription["clientState"]!,
            ["changeType"] = "updated",
            ["resource"] = "Users/1/Events/2",
            ["tenantId"] = TeamsHost.TenantId.ToString(),
        };
        if (lifecycle is not null) item["lifecycleEvent"] = lifecycle;
        return new JsonObject { ["value"] = new JsonArray(item) }.ToJsonString();
    }

    public JsonObject SubscriptionOf(string mailbox) => Graph.Subscriptions.Values.Single(s => ((string)s["resource"]!).Contains(mailbox, StringComparison.Ordinal));

    /// <summary>Lets what is due begin, and waits until nothing is under way.</summary>
    public async Task PulseAsync()
    {
        Rounds.Pulse();
        await CalmAsync();
    }

    /// <summary>Until no read and no care is under way.</summary>
    public async Task CalmAsync()
    {
        await Bot.Services.GetRequiredService<SubscriptionRounds>().Settled;
        var reads = Bot.Services.GetRequiredService<MailboxReads>();
        await Bot.UntilAsync(() => reads.UnderWay == 0);
    }

    public Task<IReadOnlyList<Conference>> ConferencesAsync() => Bot.ReadAsync(s => s.Record.ConferencesAsync(100, default));

    public Task<MailboxBookmark?> BookmarkAsync(string mailbox) => Bot.ReadAsync(s => s.Mailboxes.FindAsync(mailbox, default));

    public Task<MailboxSubscription?> RowAsync(string mailbox) => Bot.ReadAsync(s => s.Subscriptions.FindAsync(mailbox, default));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
