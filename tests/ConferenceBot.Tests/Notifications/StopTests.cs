using ConferenceBot.Clockwork;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace ConferenceBot.Tests.Notifications;

/// <summary>A stop waits for what is under way as long as it may, and then says what it leaves: each page is a transaction of its own.</summary>
public sealed class StopTests : IAsyncLifetime
{
    private const string A = "a@council.example";
    private static readonly CancellationToken Over = new(canceled: true);
    private readonly TaskCompletionSource _held = new();
    private CalendarGraph graph = null!;
    private HeardBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await CalendarGraph.StartAsync();
        bot = await HeardBot.StartAsync(graph, [A]);
        await bot.PulseAsync();
        graph.Put(A, "one");
    }

    public async ValueTask DisposeAsync()
    {
        _held.TrySetResult();
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task A_read_that_does_not_end_in_time_is_left_where_it_is_and_counted_in_the_log()
    {
        bot.Bot.Store.Gate = _held.Task;
        await bot.NotifyAsync(A);
        await bot.Bot.Store.Reached;

        await bot.Bot.Services.GetRequiredService<MailboxReads>().StopAsync(Over);

        Assert.Equal("1", Assert.Single(Logged(7003)).GetStructuredStateValue("Reads"));
    }

    [Fact]
    public async Task Subscriptions_that_are_not_looked_after_in_time_are_left_and_said_in_the_log()
    {
        bot.Bot.Store.Gate = _held.Task;
        await bot.NotifyAsync(A, "reauthorizationRequired");
        await bot.Bot.Store.Reached;

        await bot.Bot.Services.GetRequiredService<SubscriptionRounds>().StopAsync(Over);

        Assert.Single(Logged(7004));
    }

    [Fact]
    public async Task A_stop_with_nothing_under_way_says_nothing()
    {
        foreach (var service in bot.Bot.Services.GetServices<IHostedService>().Where(s => s is MailboxReads or SubscriptionRounds))
            await service.StopAsync(CancellationToken.None);
        Assert.Empty(Logged(7003).Concat(Logged(7004)));
    }

    private IEnumerable<FakeLogRecord> Logged(int id) => bot.Bot.Services.GetFakeLogCollector().GetSnapshot().Where(record => record.Id.Id == id);
}
