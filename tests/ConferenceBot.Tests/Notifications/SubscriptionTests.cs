using ConferenceBot.Tests.Calendars;
using ConferenceBot.Tests.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ConferenceBot.Tests.Notifications;

/// <summary>A subscription's life: made, renewed in time, made again, taken over, deleted; and never in the way of reading.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private const string A = "a@council.example", B = "b@council.example";
    private readonly string folder = StoreHost.NewFolder();
    private CalendarGraph graph = null!;

    public async ValueTask InitializeAsync() => graph = await CalendarGraph.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await graph.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Each_mailbox_gets_one_with_everything_that_Graph_needs()
    {
        await using var bot = await StartAsync();
        var (a, b) = (bot.SubscriptionOf(A), bot.SubscriptionOf(B));

        Assert.Equal("created,updated,deleted", (string)a["changeType"]!);
        Assert.Equal($"users/{A}/events", (string)a["resource"]!);
        Assert.Equal("https://bot.example/api/graph/notifications/sampleshire", (string)a["notificationUrl"]!);
        Assert.Equal("https://bot.example/api/graph/lifecycle/sampleshire", (string)a["lifecycleNotificationUrl"]!);
        Assert.InRange(((string)a["clientState"]!).Length, 32, 128);
        Assert.NotEqual((string)a["clientState"]!, (string)b["clientState"]!);
        Assert.Equal(2, graph.Subscriptions.Count);
    }

    [Fact]
    public async Task What_the_database_holds_is_not_enough_to_forge_a_notification()
    {
        await using var bot = await StartAsync();
        var words = (string)bot.SubscriptionOf(A)["clientState"]!;
        Assert.Equal(0, bot.Bot.Count($"SELECT COUNT(*) FROM Subscriptions WHERE instr(quote(Nonce) || SubscriptionId || Address, '{words}') > 0"));
        Assert.Equal(2, bot.Bot.Count("SELECT COUNT(*) FROM Subscriptions"));
    }

    [Fact]
    public async Task A_restart_makes_none_anew_and_believes_those_that_are_there()
    {
        await using (await StartAsync())
        {
        }

        await using var again = await StartAsync();
        Assert.Equal(2, graph.Asked.Count(line => line.StartsWith("subscribe", StringComparison.Ordinal)));
        var before = graph.Reads(A);
        await again.NotifyAsync(A);
        await again.CalmAsync();
        Assert.Equal(before + 1, graph.Reads(A));
    }

    [Theory]
    [InlineData(7 * 24 * 60, 24 * 60)]
    [InlineData(4230, 22 * 60 + 30)]
    [InlineData(24 * 60, 6 * 60)]
    [InlineData(45, 11)]
    public async Task It_is_renewed_daily_and_a_short_life_earlier(int minutesOfLife, int minutesToRenewal)
    {
        graph.LongestLife = TimeSpan.FromMinutes(minutesOfLife);
        await using var bot = await StartAsync();
        bot.Bot.Machine.Advance(TimeSpan.FromMinutes(minutesToRenewal - 1));
        await bot.PulseAsync();
        Assert.DoesNotContain(graph.Asked, line => line.StartsWith("renew", StringComparison.Ordinal));

        bot.Bot.Machine.Advance(TimeSpan.FromMinutes(1.5));
        await bot.PulseAsync();
        Assert.Equal(2, graph.Asked.Count(line => line.StartsWith("renew", StringComparison.Ordinal)));
        Assert.True((await bot.RowAsync(A))!.Expires > bot.Bot.Machine.GetUtcNow() + TimeSpan.FromMinutes(minutesToRenewal));
        Assert.Equal(2, graph.Subscriptions.Count);
    }

    [Fact]
    public async Task Nothing_is_asked_about_it_while_nothing_is_due()
    {
        await using var bot = await StartAsync();
        var before = graph.Asked.Count;
        for (var round = 1; round <= 5; round++)
        {
            bot.Bot.Machine.Advance(TimeSpan.FromMinutes(5));
            await bot.PulseAsync();
            Assert.Equal(before + (2 * round), graph.Asked.Count);
        }
    }

    [Fact]
    public async Task One_that_is_gone_at_renewal_is_made_again_and_the_calendar_read()
    {
        await using var bot = await StartAsync();
        graph.Subscriptions.Clear();
        graph.Put(A, "missed");
        bot.Bot.Machine.Advance(TimeSpan.FromDays(1));
        await bot.PulseAsync();
        await bot.CalmAsync();
        Assert.Equal(2, graph.Subscriptions.Count);
        Assert.Single(await bot.ConferencesAsync());
    }

    [Fact]
    public async Task One_that_is_there_already_but_not_known_here_is_replaced()
    {
        await using (await StartAsync())
        {
        }

        StoreHost.Tamper(StoreHost.FileIn(folder), "DELETE FROM Subscriptions");
        await using var bot = await StartAsync();
        Assert.Equal(2, graph.Subscriptions.Count);
        Assert.Contains("delete subscription-1", graph.Asked);
        Assert.Equal((string)bot.SubscriptionOf(A)["id"]!, (await bot.RowAsync(A))!.Id);
    }

    [Theory]
    [InlineData("reauthorizationRequired", "renew subscription")]
    [InlineData("subscriptionRemoved", "subscribe")]
    [InlineData("missed", "read")]
    public async Task The_subscriptions_own_news_are_acted_on(string news, string act)
    {
        await using var bot = await StartAsync();
        graph.Put(A, "one");
        var body = bot.Body(A, news);
        if (news == "subscriptionRemoved") graph.Subscriptions.TryRemove((string)bot.SubscriptionOf(A)["id"]!, out _);
        var before = graph.Asked.Count;

        Assert.Equal(202, await bot.PostAsync(body, HeardBot.Lifecycle));
        Assert.Equal(202, await bot.PostAsync(body, HeardBot.Lifecycle));
        await bot.CalmAsync();
        await bot.PulseAsync();

        var asked = graph.Asked.Skip(before).ToList();
        Assert.Contains(asked, line => line.StartsWith(act, StringComparison.Ordinal));
        Assert.DoesNotContain(asked, line => line.Contains(B, StringComparison.Ordinal) || line.StartsWith("delete", StringComparison.Ordinal));
        Assert.Equal(2, graph.Subscriptions.Count);
        if (news != "reauthorizationRequired") Assert.Single(await bot.ConferencesAsync());
    }

    [Theory]
    [InlineData(429, 600, 600)]
    [InlineData(403, null, 15)]
    public async Task A_refusal_is_a_code_and_a_time_and_reading_goes_on(int status, int? retryAfter, int rest)
    {
        graph.Put(A, "one");
        graph.Instead = what => what.StartsWith("subscribe", StringComparison.Ordinal)
            ? new GraphReply(status, FakeGraph.Error("SomeRefusal"), retryAfter is null ? [] : [("Retry-After", $"{retryAfter}")])
            : null;
        await using var bot = await StartAsync();
        Assert.Single(await bot.ConferencesAsync());
        var row = (await bot.RowAsync(A))!;
        Assert.Equal(("SomeRefusal", bot.Bot.Machine.GetUtcNow().AddSeconds(rest)), (row.Problem, row.NotBefore));

        var tries = graph.Asked.Count(line => line == "subscribe " + A);
        bot.Bot.Machine.Advance(TimeSpan.FromSeconds(rest - 1));
        await bot.PulseAsync();
        Assert.Equal(tries, graph.Asked.Count(line => line == "subscribe " + A));

        graph.Instead = _ => null;
        bot.Bot.Machine.Advance(TimeSpan.FromSeconds(1));
        await bot.PulseAsync();
        Assert.Equal((null, true), ((await bot.RowAsync(A))!.Problem, (await bot.RowAsync(A))!.IsLive(bot.Bot.Machine.GetUtcNow())));
    }

    [Fact]
    public async Task A_mailbox_that_leaves_the_settings_has_its_own_deleted()
    {
        await using (await StartAsync())
        {
        }

        await using var bot = await StartAsync([A]);
        Assert.Equal($"users/{A}/events", (string)Assert.Single(graph.Subscriptions).Value["resource"]!);
        Assert.Null(await bot.RowAsync(B));
    }

    [Fact]
    public async Task Without_an_address_all_are_deleted_and_with_another_all_are_made_anew()
    {
        await using (await StartAsync())
        {
        }

        await using (await StartAsync(url: "https://new.example/base/"))
        {
            Assert.Equal(2, graph.Subscriptions.Count);
            Assert.All(graph.Subscriptions.Values, s => Assert.StartsWith("https://new.example/base/api/graph/", (string)s["notificationUrl"]!));
        }

        graph.Instead = what => what.StartsWith("delete", StringComparison.Ordinal) ? new GraphReply(503, "") : null;
        await using var bot = await StartAsync(url: "");
        Assert.Equal("http-503", (await bot.RowAsync(A))!.Problem);
        Assert.Equal(404, await bot.PostAsync("{\"value\":[]}"));
        graph.Instead = _ => null;
        bot.Bot.Machine.Advance(TimeSpan.FromSeconds(15));
        await bot.PulseAsync();
        Assert.Empty(graph.Subscriptions);
        Assert.Null(await bot.RowAsync(A));
    }

    [Fact]
    public async Task A_day_without_notifications_and_a_lost_token_and_subscription_lose_nothing()
    {
        await using var bot = await StartAsync();
        graph.Put(A, "stays");
        graph.Put(A, "goes");
        await bot.NotifyAsync(A);
        await bot.CalmAsync();

        graph.Subscriptions.Clear();
        graph.Instead = _ => new GraphReply(503, "");
        for (var hour = 0; hour < 24; hour++)
        {
            if (hour == 3) graph.Remove(A, "goes");
            if (hour == 9) graph.Put(A, "new");
            bot.Bot.Machine.Advance(TimeSpan.FromHours(1));
            await bot.PulseAsync();
        }

        Assert.Equal("http-503", (await bot.BookmarkAsync(A))!.Problem);
        var outdated = new Queue<GraphReply>([new GraphReply(410, FakeGraph.Error("syncStateNotFound"))]);
        graph.Instead = what => what == "read " + A && outdated.TryDequeue(out var gone) ? gone : null;
        bot.Bot.Machine.Advance(TimeSpan.FromHours(1));
        await bot.PulseAsync();
        await bot.PulseAsync();

        Assert.Equal(2, graph.Subscriptions.Count);
        Assert.Equal(2, (await bot.ConferencesAsync()).Count(c => c.Status == ConferenceBot.Domain.Conferences.ConferenceStatus.Planned));
        Assert.Single(await bot.ConferencesAsync(), c => c.Status == ConferenceBot.Domain.Conferences.ConferenceStatus.Cancelled);
        Assert.Null((await bot.BookmarkAsync(A))!.Problem);
    }

    private async Task<HeardBot> StartAsync(string[]? mailboxes = null, string url = "https://bot.example")
    {
        var bot = await HeardBot.StartAsync(graph, mailboxes ?? [A, B], folder, url);
        await bot.PulseAsync();
        return bot;
    }
}
