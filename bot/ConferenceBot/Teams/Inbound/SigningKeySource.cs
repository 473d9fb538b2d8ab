namespace ConferenceBot.Teams;

/// <summary>
/// The signing keys of one connector. Fetched when first needed, again in the background after half an hour, and at once when a token
/// names a key that is not there. Keys older than an hour are not trusted: then the answer is that we could not look. One fetch runs at
/// a time and everybody waits for the same one; after a failure the connector is left alone for a while, longer each time.
/// </summary>
internal sealed class SigningKeySource(Func<Task<SigningKeySet>> fetch, TimeProvider machine, ILogger logger)
{
    /// <summary>The age at which the keys are fetched again in the background.</summary>
    public static readonly TimeSpan RefreshAfter = TimeSpan.FromMinutes(30);

    /// <summary>A key the connector has withdrawn is refused after this time at the latest.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>How long the connector is left alone after the first failure; doubled after each, up to <see cref="LongestRest"/>.</summary>
    public static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private KeyQuestions questions = new(machine);
    private (SigningKeySet Keys, long At)? held;
    private (int Count, long At) failures;
    private Task? running;

    /// <summary>How often in a row the keys could not be fetched.</summary>
    public int Failures
    {
        get
        {
            lock (gate)
                return failures.Count;
        }
    }

    /// <summary>The key with that name; asks the connector when it is not known, which takes as long as a fetch may.</summary>
    public async ValueTask<KeyAnswer> FindAsync(string kid, CancellationToken ct)
    {
        if (Known(kid) is { } known)
            return new KeyAnswer.Found(known);

        // A fetch under way may have begun before the key was published, so it is waited for but is not the last word.
        if (Running() is { } other)
        {
            await other.WaitAsync(ct);
            if (Known(kid) is { } brought)
                return new KeyAnswer.Found(brought);
        }

        if (Ask(kid) is { } fetching)
            await fetching.WaitAsync(ct);
        return Known(kid) is { } found ? new KeyAnswer.Found(found) : Rest() is { } rest ? new KeyAnswer.Away(rest) : new KeyAnswer.None();
    }

    private Task? Running()
    {
        lock (gate)
            return running;
    }

    /// <summary>The key among those that may still be trusted; keys past half their life are fetched again meanwhile.</summary>
    private SigningKey? Known(string kid)
    {
        lock (gate)
        {
            if (held is not var (keys, at) || Age(at) >= Life)
                return null;
            if (Age(at) >= RefreshAfter && Rest() is null)
                running ??= FetchAsync();
            return keys.Find(kid);
        }
    }

    /// <summary>The fetch to wait for, or null when it is not time to ask.</summary>
    private Task? Ask(string kid)
    {
        lock (gate)
        {
            if (running is not null)
                return running;
            var usable = held is var (_, at) && Age(at) < Life;
            return Rest() is not null || (usable && !questions.TryAsk(kid)) ? null : running = FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        var began = machine.GetTimestamp();
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var keys = await fetch();
            lock (gate)
                (held, failures, running) = ((keys, began), default, null);
            logger.KeysFetched(keys.Count);
        }
        catch (Exception e)
        {
            // A question that got no answer is not one that was used up.
            lock (gate)
                (failures, running, questions) = ((failures.Count + 1, machine.GetTimestamp()), null, new(machine));
            logger.KeysNotFetched(e.GetType().Name, Failures);
        }
    }

    /// <summary>How long the connector is still left alone; null when it may be asked.</summary>
    private TimeSpan? Rest()
    {
        lock (gate)
        {
            if (failures.Count == 0)
                return null;
            var rest = FirstRest * Math.Pow(2, Math.Min(failures.Count - 1, 10));
            var left = (rest < LongestRest ? rest : LongestRest) - Age(failures.At);
            return left > TimeSpan.Zero ? left : null;
        }
    }

    private TimeSpan Age(long at) => machine.GetElapsedTime(at);
}
