using ConferenceBot.Councils;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ConferenceBot.Operations;

/// <summary>
/// Each mailbox by its place in the settings (<c>sampleshire.mailboxes[0]</c>): how long ago it was read, what is wrong, and whether its
/// notifications arrive. Degraded while one of them, or Graph's clock, needs a look.
/// </summary>
internal sealed class CalendarsCheck(Watchdog watchdog, GraphSkews skews, WatchClocks clocks) : IHealthCheck
{
    /// <summary>Twice the longest time that may be set between two reads.</summary>
    public static readonly TimeSpan Unread = TimeSpan.FromHours(2);

    public static bool IsUnread(MailboxWatch mailbox, DateTimeOffset machineNow) =>
        mailbox.Problem is not null || mailbox.LastSuccess is null || mailbox.LastSuccess < machineNow - Unread;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        var wrong = false;
        var now = clocks.Machine.GetUtcNow();
        foreach (var council in await watchdog.LookAsync(cancellationToken))
        {
            foreach (var mailbox in council.Mailboxes)
            {
                wrong |= IsUnread(mailbox, now) || mailbox.Subscribed == false;
                data[$"{council.Council}.mailboxes[{mailbox.Place}]"] = new
                {
                    secondsSinceRead = mailbox.LastSuccess is { } last ? (long?)(now - last).TotalSeconds : null,
                    problem = mailbox.Problem,
                    subscribed = mailbox.Subscribed,
                    subscriptionProblem = mailbox.SubscriptionProblem,
                };
            }

            if (skews.Of(council.Council) is { } skew && skew.Duration() > GraphSkews.Most)
            {
                wrong = true;
                data[$"{council.Council}.graphClockAheadSeconds"] = (long)skew.TotalSeconds;
            }
        }

        return wrong
            ? HealthCheckResult.Degraded("A calendar needs a look.", data: data)
            : HealthCheckResult.Healthy("Every calendar is read and heard.", data);
    }
}
