using System.Diagnostics.Metrics;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Quartz;

namespace ConferenceBot.Operations;

/// <summary>What the watchdog saw last, as gauges; see <see cref="Measures"/> for their names.</summary>
internal sealed class WatchMeasures(Measures measures, Watchdog watchdog, GraphSkews skews, WatchClocks clocks) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        measures.Watch("conferencebot.mailbox.age", "s", () => Each((council, m) => new Measurement<double>(
            m.LastSuccess is { } last ? (clocks.Machine.GetUtcNow() - last).TotalSeconds : -1, Tags(council, m))));
        measures.Watch("conferencebot.mailbox.subscribed", "{subscription}", () => Each((council, m) => m.Subscribed is { } live
            ? new Measurement<int>(live ? 1 : 0, Tags(council, m))
            : (Measurement<int>?)null).OfType<Measurement<int>>());
        measures.Watch("conferencebot.conferences.without_next_step", "{conference}", () => watchdog.Last.Select(
            c => new Measurement<int>(c.WithoutNextStep, Measures.Tag("council", c.Council.Value))));
        measures.Watch("conferencebot.conferences.without_calendar", "{conference}", () => watchdog.Last.Select(
            c => new Measurement<int>(c.WithoutCalendar, Measures.Tag("council", c.Council.Value))));
        measures.Watch("conferencebot.graph.clock_skew", "s", () => watchdog.Last.Where(c => skews.Of(c.Council) is not null).Select(
            c => new Measurement<double>(skews.Of(c.Council)!.Value.TotalSeconds, Measures.Tag("council", c.Council.Value))));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<T> Each<T>(Func<CouncilKey, MailboxWatch, T> measure) =>
        watchdog.Last.SelectMany(council => council.Mailboxes.Select(mailbox => measure(council.Council, mailbox)));

    private static KeyValuePair<string, object?>[] Tags(CouncilKey council, MailboxWatch mailbox) =>
        [Measures.Tag("council", council.Value), Measures.Tag("mailbox", mailbox.Place)];
}

/// <summary>Looks once a minute, so that the gauges are fresh when nobody asks for health.</summary>
[DisallowConcurrentExecution]
internal sealed class WatchJob(Watchdog watchdog) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await watchdog.LookAsync(cancellationToken);
}
