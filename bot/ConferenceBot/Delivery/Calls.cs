using ConferenceBot.Teams;

namespace ConferenceBot.Delivery;

/// <summary>
/// One council's calls into Teams, each through the budget. When Teams says 429 the whole council rests: the budget stays far below what
/// one conversation is allowed, so it is the application that is being slowed down, and every further call would only be refused as well.
/// </summary>
internal sealed class Calls(TimeProvider machine, int perSecond) : IDisposable
{
    /// <summary>The longest the council rests at a word of Teams; a card that was refused rests for as long as was asked all the same.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly CallBudget budget = new(machine, perSecond);
    private int throttled;

    public TimeSpan RestsFor => budget.RestsFor;

    public TimeSpan BusyFor(string conversation) => budget.BusyFor(conversation);

    /// <summary>Where a call goes; one that is repeated with a fresh token takes a second place in the budget.</summary>
    public ConnectorAddress To(string council, string serviceUrl, string conversation) =>
        new(council, serviceUrl) { BeforeRepeat = cancel => budget.SpendAsync(conversation, cancel) };

    /// <param name="conversation">Whose limits count.</param>
    public async Task<T> MakeAsync<T>(string conversation, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await budget.SpendAsync(conversation, cancellationToken);
        try
        {
            var answer = await call();
            Interlocked.Exchange(ref throttled, 0);
            return answer;
        }
        catch (ConnectorException refusal) when (refusal.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            var rest = refusal.RetryAfter ?? Pauses.Backoff(Interlocked.Increment(ref throttled));
            budget.Rest(rest < LongestRest ? rest : LongestRest);
            throw;
        }
    }

    public void Dispose() => budget.Dispose();
}
