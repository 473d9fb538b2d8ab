using System.Collections.Concurrent;
using System.Security.Cryptography;
using ConferenceBot.Teams;

namespace ConferenceBot.Delivery;

/// <summary>
/// How long a card waits after a call that failed. What surely did not arrive is tried again within seconds, for a safety concern may be in
/// it. What may have arrived (no answer, 502, 504, a line that broke) is repeated as well, for the connector knows no key by which it would
/// recognise a repetition and a card that nobody gets is worse than one that is there twice and shows the same in both places; but only
/// after a minute, then two, four and so on: while answers stay away for hours, a person finds a dozen copies and not hundreds.
/// </summary>
/// <param name="repeatAfter">Before the first repetition of what may have arrived.</param>
internal sealed class Pauses(TimeSpan repeatAfter)
{
    public static readonly TimeSpan Short = TimeSpan.FromSeconds(2), Long = TimeSpan.FromMinutes(15);

    /// <summary>The longest between two tries, whatever a service asks for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How often a delivery may have arrived. Not stored: after a restart the pauses grow anew.</summary>
    private readonly ConcurrentDictionary<Guid, int> doubts = new();

    /// <summary>Written down before the call: should we not be there to see its end, it may have arrived.</summary>
    public TimeSpan BeforeCall(Guid delivery) => Doubled(repeatAfter, doubts.GetValueOrDefault(delivery) + 1, Longest);

    /// <param name="attempt">From 1.</param>
    public TimeSpan AfterFailure(Guid delivery, int attempt, ConnectorException failure)
    {
        if (failure is not { MayHaveArrived: true, Operation: ConnectorOperation.SendToConversation }) return AfterFailure(attempt, failure);
        var repeat = Doubled(repeatAfter, doubts.AddOrUpdate(delivery, 1, (_, before) => before + 1), Longest);
        return failure.RetryAfter is { } asked && asked > repeat ? Capped(asked) : repeat;
    }

    /// <summary>For what may be repeated without harm: opening a conversation, updating a card.</summary>
    public static TimeSpan AfterFailure(int attempt, ConnectorException failure) =>
        failure.RetryAfter is { } asked ? Capped(asked) : failure.Advice == DeliveryAdvice.Retry ? Backoff(attempt) : Long;

    public void Ended(Guid delivery) => doubts.TryRemove(delivery, out _);

    /// <summary>2, 4, 8 … seconds up to 15 minutes, a fifth of it at random so that many do not come back at once.</summary>
    public static TimeSpan Backoff(int attempt) => Doubled(Short, attempt, Long);

    private static TimeSpan Doubled(TimeSpan first, int time, TimeSpan most)
    {
        var pause = first * Math.Pow(2, Math.Min(time - 1, 10));
        return (pause < most ? pause : most) * (0.8 + (0.4 * RandomNumberGenerator.GetInt32(1001) / 1000.0));
    }

    private static TimeSpan Capped(TimeSpan asked) => asked < Longest ? asked : Longest;
}
