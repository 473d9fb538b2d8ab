namespace ConferenceBot.Teams;

/// <summary>
/// How often tokens may make us ask for the keys again: once every thirty seconds, with one question in reserve, so that a token that
/// names a key nobody has does not use up the next one's, which may be the first of a real rotation. The same name is not asked for
/// twice in that time. Not safe for use by several at once.
/// </summary>
internal sealed class KeyQuestions(TimeProvider machine)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly long start = machine.GetTimestamp();
    private readonly Queue<(string Kid, TimeSpan At)> recent = new();
    private TimeSpan usedUntil = -Every;

    /// <summary>Whether the question may be put now; if so it counts as put.</summary>
    public bool TryAsk(string kid)
    {
        var now = machine.GetElapsedTime(start);
        while (recent.TryPeek(out var oldest) && now - oldest.At >= Every)
            recent.Dequeue();
        if (usedUntil > now + Every || recent.Any(past => past.Kid == kid))
            return false;
        usedUntil = (usedUntil > now ? usedUntil : now) + Every;
        recent.Enqueue((kid, now));
        return true;
    }
}
