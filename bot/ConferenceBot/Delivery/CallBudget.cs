using System.Threading.RateLimiting;

namespace ConferenceBot.Delivery;

/// <summary>
/// The council's budget of connector calls: so many a second for the council, and for one conversation a burst of seven and then two
/// every five seconds, so that none of Teams' limits (7 a second, 60 in 30 seconds, 1,800 an hour) is reached.
/// </summary>
internal sealed class CallBudget(int perSecond) : IDisposable
{
    private readonly TokenBucketRateLimiter council = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = perSecond,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private readonly PartitionedRateLimiter<string> conversations = PartitionedRateLimiter.Create<string, string>(conversation =>
        RateLimitPartition.GetTokenBucketLimiter(conversation, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 7,
            TokensPerPeriod = 2,
            ReplenishmentPeriod = TimeSpan.FromSeconds(5),
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <summary>Waits until one call to this conversation may be made.</summary>
    public async Task SpendAsync(string conversation, CancellationToken cancellationToken)
    {
        using var own = await conversations.AcquireAsync(conversation, 1, cancellationToken);
        using var all = await council.AcquireAsync(1, cancellationToken);
    }

    public void Dispose()
    {
        council.Dispose();
        conversations.Dispose();
    }
}
