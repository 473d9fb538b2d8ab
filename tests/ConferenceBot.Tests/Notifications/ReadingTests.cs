using System.Text.Json.Nodes;
using ConferenceBot.Clockwork;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceBot.Tests.Notifications;

/// <summary>Mailboxes read each in its own time, whatever happens to another, and what Graph does wrong.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private const string A = "a@council.example", B = "b@council.example";
    private CalendarGraph graph = null!;

    public async ValueTask InitializeAsync() => graph = await CalendarGraph.StartAsync();

    public async ValueTask DisposeAsync() => await graph.DisposeAsync();

    [Fact]
    public async Task A_slow_mailbox_keeps_nobody_waiting()
    {
        await using var bot = await StartAsync([A, B]);
        var reads = bot.Bot.Services.GetRequiredService<MailboxReads>();
        var slow = new TaskCompletionSource();
        graph.Held[A] = slow.Task;
        var (a, b) = (graph.Reads(A), graph.Reads(B));
        for (var round = 1; round <= 3; round++)
        {
            bot.Bot.Services.GetRequiredService<ICalendarHints>().Changed(new("sampleshire"), A);
            bot.Bot.Machine.Advance(round == 1 ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(6));
            bot.Rounds.Pulse();
            if (round > 1) bot.Bot.Services.GetRequiredService<ICalendarHints>().Changed(new("sampleshire"), B);
            await bot.Bot.UntilAsync(() => graph.Reads(B) == b + round && reads.UnderWay == 1);
        }

        Assert.Equal(a + 1, graph.Reads(A));
        slow.SetResult();
        await bot.CalmAsync();
    }

    [Fact]
    public async Task A_mailbox_that_fails_rests_longer_each_time_and_comes_back_by_itself()
    {
        await using var bot = await StartAsync([A, B]);
        graph.Instead = what => what == "read " + A ? new GraphReply(500, "") : null;
        List<double> rests = [];
        bot.Bot.Machine.Advance(TimeSpan.FromMinutes(5));
        for (var failure = 0; failure < 7; failure++)
        {
            await bot.PulseAsync();
            var bookmark = (await bot.BookmarkAsync(A))!;
            Assert.Equal("http-500", bookmark.Problem);
            var rest = bookmark.NotBefore!.Value - bot.Bot.Machine.GetUtcNow();
            rests.Add(rest.TotalSeconds);
            bot.Bot.Machine.Advance(rest);
        }

        Assert.Equal([2, 15, 30, 60, 120, 300, 300], rests);
        Assert.Null((await bot.BookmarkAsync(B))!.Problem);
        graph.Instead = _ => null;
        await bot.PulseAsync();
        Assert.True(await bot.BookmarkAsync(A) is { Problem: null, Failures: 0, NotBefore: null });
    }

    [Theory]
    [InlineData(404, "ErrorInvalidUser")]
    [InlineData(404, "MailboxNotEnabledForRESTAPI")]
    [InlineData(403, "ErrorAccessDenied")]
    public async Task A_mailbox_that_disappears_or_is_closed_to_us_cancels_nothing(int status, string code)
    {
        graph.Put(A, "known");
        await using var bot = await StartAsync([A]);
        graph.Instead = _ => new GraphReply(status, FakeGraph.Error(code));
        bot.Bot.Machine.Advance(TimeSpan.FromMinutes(5));
        await bot.PulseAsync();

        Assert.Equal(code, (await bot.BookmarkAsync(A))!.Problem);
        Assert.Equal(ConferenceStatus.Planned, Assert.Single(await bot.ConferencesAsync()).Status);
        Assert.Equal(code, (string?)(await HealthAsync(bot, "calendars"))["data"]!["sampleshire.mailboxes[0]"]!["problem"]);

        graph.Instead = _ => null;
        bot.Bot.Machine.Advance(TimeSpan.FromSeconds(2));
        await bot.PulseAsync();
        Assert.Null((await bot.BookmarkAsync(A))!.Problem);
    }

    [Fact]
    public async Task An_interrupted_round_goes_on_where_it_stopped()
    {
        for (var i = 0; i < 5; i++) graph.Put(A, $"event-{i}");
        graph.PageSize = 2;
        graph.Instead = what => what == "read " + A && graph.Reads(A) == 3 ? new GraphReply(200, "{\"value\":[{\"id\":\"cut") : null;
        await using var bot = await StartAsync([A], url: "");
        Assert.Equal(("unreadable", 1), ((await bot.BookmarkAsync(A))!.Problem, (await bot.BookmarkAsync(A))!.Round));
        Assert.Equal(4, (await bot.ConferencesAsync()).Count);

        bot.Bot.Machine.Advance(TimeSpan.FromSeconds(2));
        await bot.PulseAsync();
        Assert.Equal((4, 5), (graph.Reads(A), (await bot.ConferencesAsync()).Count));
        Assert.Equal((null, 1), ((await bot.BookmarkAsync(A))!.Problem, (await bot.BookmarkAsync(A))!.Round));
    }

    [Fact]
    public async Task A_next_link_that_leads_back_ends_in_a_visible_state_and_a_new_round()
    {
        var link = $"{graph.BaseUrl}/users/{A}/calendarView/delta?$skiptoken=0";
        graph.Put(A, "one");
        graph.Instead = what => what == "read " + A ? new GraphReply(200, $$"""{"value":[],"@odata.nextLink":"{{link}}"}""") : null;
        await using var bot = await StartAsync([A], url: "");
        Assert.Equal(("pageLoop", null), ((await bot.BookmarkAsync(A))!.Problem, (await bot.BookmarkAsync(A))!.Link));
        Assert.Equal(2, graph.Reads(A));

        graph.Instead = _ => null;
        bot.Bot.Machine.Advance(TimeSpan.FromSeconds(2));
        await bot.PulseAsync();
        Assert.Null((await bot.BookmarkAsync(A))!.Problem);
        Assert.Single(await bot.ConferencesAsync());
    }

    [Fact]
    public async Task The_window_rolls_without_announcing_anything_again_and_finds_what_went_in_the_meantime()
    {
        graph.Put(A, "stays", "2026-08-19T09:00:00", "2026-08-19T11:00:00");
        graph.Put(A, "goes", "2026-08-20T09:00:00", "2026-08-20T11:00:00");
        await using var bot = await StartAsync([A], url: "");
        var first = (await bot.BookmarkAsync(A))!;
        var acts = await ActsAsync(bot);

        bot.Bot.Machine.Advance(TimeSpan.FromDays(6));
        await bot.PulseAsync();
        Assert.Equal(first.Round, (await bot.BookmarkAsync(A))!.Round);

        bot.Bot.Machine.Advance(TimeSpan.FromDays(2));
        graph.Forget(A, "goes");
        await bot.PulseAsync();

        var rolled = (await bot.BookmarkAsync(A))!;
        Assert.Equal((first.Round + 1, first.WindowEnd.AddDays(8)), (rolled.Round, rolled.WindowEnd));
        Assert.Equal([ConferenceStatus.Planned, ConferenceStatus.Cancelled], (await bot.ConferencesAsync()).Select(c => c.Status));
        Assert.Equal(acts + 1, await ActsAsync(bot));
    }

    [Fact]
    public async Task A_conference_known_to_begin_after_the_window_is_not_cancelled_by_a_round_that_did_not_look_there()
    {
        graph.Put(A, "far", "2027-08-19T09:00:00", "2027-08-19T11:00:00");
        await using var bot = await StartAsync([A], url: "");
        graph.Forget(A, "far");
        bot.Bot.Machine.Advance(TimeSpan.FromDays(8));
        await bot.PulseAsync();
        Assert.Equal(ConferenceStatus.Planned, Assert.Single(await bot.ConferencesAsync()).Status);
    }

    [Fact]
    public async Task A_short_window_does_not_mean_a_full_round_each_time()
    {
        await using var bot = await StartAsync([A], url: "", daysAhead: 14);
        var round = (await bot.BookmarkAsync(A))!.Round;
        bot.Bot.Machine.Advance(TimeSpan.FromHours(1));
        await bot.PulseAsync();
        Assert.Equal((round, 2), ((await bot.BookmarkAsync(A))!.Round, graph.Reads(A)));
    }

    [Fact]
    public async Task A_clock_of_Graph_far_from_ours_shows_until_it_is_right_again()
    {
        await using var bot = await StartAsync([A]);
        Assert.Equal("Healthy", (string?)(await HealthAsync(bot, "calendars"))["status"]);
        graph.Now = () => bot.Bot.Machine.GetUtcNow().AddMinutes(10);
        bot.Bot.Machine.Advance(TimeSpan.FromMinutes(5));
        await bot.PulseAsync();
        Assert.Equal(600, (long)(await HealthAsync(bot, "calendars"))["data"]!["sampleshire.graphClockAheadSeconds"]!);

        graph.Now = bot.Bot.Machine.GetUtcNow;
        bot.Bot.Machine.Advance(TimeSpan.FromMinutes(5));
        await bot.PulseAsync();
        Assert.Equal("Healthy", (string?)(await HealthAsync(bot, "calendars"))["status"]);
    }

    [Fact]
    public async Task Settling_reads_every_mailbox_whatever_its_time_and_stopping_ends_what_is_under_way()
    {
        var bot = await StartAsync([A, B]);
        var (a, b) = (graph.Reads(A), graph.Reads(B));
        Assert.Equal([null, null], (await bot.Rounds.SyncAsync(default)).Select(bookmark => bookmark.Problem));
        Assert.Equal((a + 1, b + 1), (graph.Reads(A), graph.Reads(B)));

        graph.Held[A] = new TaskCompletionSource().Task;
        var settling = bot.Rounds.SyncAsync(default);
        await bot.Bot.UntilAsync(() => graph.Reads(A) == a + 2);
        await bot.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => settling);
    }

    internal static async Task<JsonNode> HealthAsync(HeardBot bot, string check) =>
        JsonNode.Parse(await (await bot.Bot.Client.GetAsync("/health")).Content.ReadAsStringAsync())!["checks"]![check]!;

    private static async Task<int> ActsAsync(HeardBot bot) => (await bot.Bot.ReadAsync(s => s.Record.ActsAsync(1000, default))).Count;

    private async Task<HeardBot> StartAsync(string[] mailboxes, string url = "https://bot.example", int daysAhead = 200)
    {
        var bot = await HeardBot.StartAsync(graph, mailboxes, url: url, daysAhead: daysAhead);
        await bot.PulseAsync();
        return bot;
    }
}
