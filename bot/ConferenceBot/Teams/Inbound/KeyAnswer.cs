namespace ConferenceBot.Teams;

/// <summary>What became of looking for a signing key. "There is none" and "could not look" are different answers.</summary>
internal abstract record KeyAnswer
{
    private KeyAnswer()
    {
    }

    public sealed record Found(SigningKey Key) : KeyAnswer;

    /// <summary>The connector publishes no key of that name, as far as we may ask.</summary>
    public sealed record None : KeyAnswer;

    /// <summary>The connector's keys could not be fetched.</summary>
    /// <param name="RetryAfter">When it is worth asking again.</param>
    public sealed record Away(TimeSpan RetryAfter) : KeyAnswer;
}
