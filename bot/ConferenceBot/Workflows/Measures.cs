using System.Diagnostics.Metrics;
using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>
/// What is counted, under the meter <c>ConferenceBot</c>. A council is tagged by its key, a mailbox by its place in the settings, from 0;
/// an outcome is a short code. No address and nobody's id is a tag.
/// <list type="table">
/// <item><term><c>conferencebot.calendar.reads</c>, {read}</term><description>reads that ended; tags council, outcome (<c>ok</c> or the code)</description></item>
/// <item><term><c>conferencebot.calendar.read.duration</c>, s</term><description>how long they took; tags council, outcome</description></item>
/// <item><term><c>conferencebot.notifications</c>, {notification}</term><description>arrived; tags council, outcome (<c>change</c>,
/// <c>missed</c>, <c>reauthorizationRequired</c>, <c>subscriptionRemoved</c>, <c>otherLifecycle</c>, <c>unknown</c>, <c>forged</c>, <c>malformed</c>)</description></item>
/// <item><term><c>conferencebot.subscription.calls</c>, {call}</term><description>asked of the calendar; tags council, act, outcome</description></item>
/// <item><term><c>conferencebot.mailbox.age</c>, s</term><description>since the last completed read; -1 = never; tags council, mailbox</description></item>
/// <item><term><c>conferencebot.mailbox.subscribed</c>, {subscription}</term><description>1 live, 0 wanted but not live; tags council, mailbox</description></item>
/// <item><term><c>conferencebot.conferences.without_next_step</c>, {conference}</term><description>planned, not ended, and nothing due; tag council</description></item>
/// <item><term><c>conferencebot.conferences.without_calendar</c>, {conference}</term><description>planned, not ended, and in no mailbox that is read; tag council</description></item>
/// <item><term><c>conferencebot.graph.clock_skew</c>, s</term><description>Graph's clock ahead of ours; tag council</description></item>
/// </list>
/// </summary>
internal sealed class Measures
{
    public const string Meter = "ConferenceBot";

    private readonly Meter meter;
    private readonly Counter<long> reads, notifications, calls;
    private readonly Histogram<double> durations;

    public Measures(IMeterFactory meters)
    {
        meter = meters.Create(Meter);
        reads = meter.CreateCounter<long>("conferencebot.calendar.reads", "{read}");
        durations = meter.CreateHistogram<double>("conferencebot.calendar.read.duration", "s");
        notifications = meter.CreateCounter<long>("conferencebot.notifications", "{notification}");
        calls = meter.CreateCounter<long>("conferencebot.subscription.calls", "{call}");
    }

    public void Read(CouncilKey council, string outcome, TimeSpan took)
    {
        reads.Add(1, Tag("council", council.Value), Tag("outcome", outcome));
        durations.Record(took.TotalSeconds, Tag("council", council.Value), Tag("outcome", outcome));
    }

    public void Notification(CouncilKey council, string outcome) =>
        notifications.Add(1, Tag("council", council.Value), Tag("outcome", outcome));

    public void SubscriptionCall(CouncilKey council, string act, string outcome) =>
        calls.Add(1, Tag("council", council.Value), Tag("act", act), Tag("outcome", outcome));

    /// <summary>Something that is looked at when somebody asks.</summary>
    public void Watch<T>(string name, string unit, Func<IEnumerable<Measurement<T>>> look) where T : struct =>
        meter.CreateObservableGauge(name, look, unit);

    public static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
