using ConferenceBot.Operations;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceBot.Tests.Notifications;

/// <summary>Silence is visible: in health and as metrics, by place and code, never by address.</summary>
public sealed class WatchdogTests : IAsyncLifetime
{
    private const string A = "a@council.example", B = "b@council.example";
    private CalendarGraph graph = null!;
    private HeardBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await CalendarGraph.StartAsync();
        graph.Instead = what => what == "subscribe " + B ? new GraphReply(403, FakeGraph.Error("ExtensionError")) : null;
        graph.Put(A, "one");
        bot = await HeardBot.StartAsync(graph, [A, B]);
        await bot.PulseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task Health_tells_of_every_mailbox_by_its_place()
    {
        bot.Bot.Machine.Advance(TimeSpan.FromSeconds(9));
        var check = await ReadingTests.HealthAsync(bot, "calendars");
        Assert.Equal("Degraded", (string?)check["status"]);
        Assert.Equal("""{"secondsSinceRead":9,"problem":null,"subscribed":true,"subscriptionProblem":null}""", check["data"]!["sampleshire.mailboxes[0]"]!.ToJsonString());
        Assert.Equal("""{"secondsSinceRead":9,"problem":null,"subscribed":false,"subscriptionProblem":"ExtensionError"}""", check["data"]!["sampleshire.mailboxes[1]"]!.ToJsonString());
        Assert.DoesNotContain('@', await bot.Bot.Client.GetStringAsync("/health"));
        Assert.Equal(1, (int)(await ReadingTests.HealthAsync(bot, "watchdog"))["data"]!["sampleshire.mailboxesNotSubscribed"]!);
    }

    [Fact]
    public async Task What_is_left_of_a_mailbox_that_was_spelt_otherwise_before_does_not_blind_it()
    {
        foreach (var table in new[] { "Mailboxes", "Subscriptions" })
            bot.Bot.Break($"CREATE TABLE Old AS SELECT * FROM {table}; UPDATE Old SET Mailbox = upper(Mailbox); INSERT INTO {table} SELECT * FROM Old; DROP TABLE Old");
        Assert.True((bool)(await ReadingTests.HealthAsync(bot, "calendars"))["data"]!["sampleshire.mailboxes[0]"]!["subscribed"]!);
    }

    [Fact]
    public async Task A_planned_conference_without_a_next_step_is_an_alarm()
    {
        const string alarm = "sampleshire.conferencesWithoutNextStep";
        Assert.Null((await ReadingTests.HealthAsync(bot, "watchdog"))["data"]![alarm]);
        bot.Bot.Break("DELETE FROM Dues");
        Assert.Equal(1, (int)(await ReadingTests.HealthAsync(bot, "watchdog"))["data"]![alarm]!);

        bot.Bot.Machine.Advance(TimeSpan.FromDays(30));
        Assert.Null((await ReadingTests.HealthAsync(bot, "watchdog"))["data"]![alarm]);
    }

    [Fact]
    public async Task A_conference_that_stands_in_no_mailbox_that_is_read_is_an_alarm()
    {
        const string alarm = "sampleshire.conferencesWithoutCalendar";
        Assert.Null((await ReadingTests.HealthAsync(bot, "watchdog"))["data"]![alarm]);
        bot.Bot.Break("UPDATE CalendarEvents SET Mailbox = 'taken.out@council.example'");
        Assert.Equal(1, (int)(await ReadingTests.HealthAsync(bot, "watchdog"))["data"]![alarm]!);

        bot.Bot.Machine.Advance(TimeSpan.FromDays(30));
        Assert.Null((await ReadingTests.HealthAsync(bot, "watchdog"))["data"]![alarm]);
    }

    [Fact]
    public async Task A_directory_that_does_not_answer_shows_by_question_and_code_until_it_answers_again()
    {
        Assert.Equal("Healthy", (string?)(await ReadingTests.HealthAsync(bot, "directory"))["status"]);
        graph.Directory.Instead["/users?"] = new GraphReply(503, FakeGraph.Error("serviceNotAvailable"));
        graph.Put(A, "two");
        bot.Bot.Machine.Advance(TimeSpan.FromHours(1));
        await bot.PulseAsync();

        var check = await ReadingTests.HealthAsync(bot, "directory");
        Assert.Equal("Degraded", (string?)check["status"]);
        Assert.Equal("""{"secondsSinceAnswer":3600,"problem":"serviceNotAvailable"}""", check["data"]!["sampleshire.directory.people"]!.ToJsonString());

        graph.Directory.Instead.Clear();
        bot.Bot.Machine.Advance(TimeSpan.FromHours(1));
        await bot.PulseAsync();
        check = await ReadingTests.HealthAsync(bot, "directory");
        Assert.Equal("Healthy", (string?)check["status"]);
        Assert.Equal("""{"secondsSinceAnswer":0,"problem":null}""", check["data"]!["sampleshire.directory.people"]!.ToJsonString());
    }

    [Fact]
    public async Task Of_how_many_people_automatic_replies_may_not_be_read_shows_until_they_may_or_nobody_asks_any_more()
    {
        const string finding = "sampleshire.automaticRepliesNotAllowed";
        var (one, other) = (Some.Person(), Some.Person());
        var watch = bot.Bot.Services.GetRequiredService<DirectoryWatch>();
        foreach (var person in new[] { one, other, one }) watch.NoteReplies(StoreHost.Here, person, allowed: false);
        var check = await ReadingTests.HealthAsync(bot, "directory");
        Assert.Equal(("Degraded", 2), ((string?)check["status"], (int)check["data"]![finding]!));

        watch.NoteReplies(StoreHost.Here, one, allowed: true);
        Assert.Equal(1, (int)(await ReadingTests.HealthAsync(bot, "directory"))["data"]![finding]!);
        bot.Bot.Machine.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("Healthy", (string?)(await ReadingTests.HealthAsync(bot, "directory"))["status"]);
    }

    [Fact]
    public async Task The_meter_tells_the_same_and_names_nobody()
    {
        using var counted = new Counted(bot.Bot.Services);
        bot.Bot.Machine.Advance(TimeSpan.FromMinutes(5));
        await bot.PulseAsync();
        await bot.NotifyAsync(A);
        await bot.CalmAsync();
        bot.Bot.Break("DELETE FROM Dues");
        await bot.Bot.Services.GetRequiredService<Watchdog>().LookAsync(default);
        bot.Bot.Machine.Advance(TimeSpan.FromSeconds(9));
        counted.Look();

        Assert.Equal(["ok", "ok", "ok"], counted.All.Where(m => m.Name == "conferencebot.calendar.reads").Select(m => m.Tags.Single(t => t.Key == "outcome").Value));
        Assert.Equal(3, counted.All.Count(m => m.Name == "conferencebot.calendar.read.duration"));
        Assert.Equal(1, counted["change"]);
        Assert.Contains(counted.All, m => m.Name == "conferencebot.subscription.calls" && m.Tags.Any(t => t.Value is "ExtensionError"));
        Assert.Equal([9, 9], counted.All.Where(m => m.Name == "conferencebot.mailbox.age").Select(m => m.Value));
        Assert.Equal([1, 0], counted.All.Where(m => m.Name == "conferencebot.mailbox.subscribed").Select(m => m.Value));
        Assert.Equal([1], counted.All.Where(m => m.Name == "conferencebot.conferences.without_next_step").Select(m => m.Value));
        Assert.Equal([0], counted.All.Where(m => m.Name == "conferencebot.graph.clock_skew").Select(m => m.Value));
        Assert.DoesNotContain(counted.All.SelectMany(m => m.Tags), t => $"{t.Value}".Contains('@', StringComparison.Ordinal));
    }
}
