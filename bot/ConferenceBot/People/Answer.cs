using ConferenceBot.Workflows;

namespace ConferenceBot.People;

/// <summary>Something that was looked up, or why it could not be. "Could not look" is never "nothing".</summary>
internal sealed record Answer<T>(T? Found, CalendarAwayException? Away)
{
    /// <exception cref="CalendarAwayException">It could not be looked up.</exception>
    public T Value => Away is null ? Found! : throw Away;
}

internal static class Answer
{
    public static Answer<T> Of<T>(Func<T> read)
    {
        try
        {
            return new Answer<T>(read(), null);
        }
        catch (CalendarAwayException away)
        {
            return new Answer<T>(default, away);
        }
        catch (Exception garbled) when (garbled is FormatException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return new Answer<T>(default, new CalendarAwayException("unreadable", null, null));
        }
    }

    public static async Task<Answer<T>> OfAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return new Answer<T>(await read(), null);
        }
        catch (CalendarAwayException away)
        {
            return new Answer<T>(default, away);
        }
    }

    /// <summary>The failure that asks for the longest wait; null when everything was answered.</summary>
    public static CalendarAwayException? Worst(IEnumerable<CalendarAwayException?> failures) =>
        failures.OfType<CalendarAwayException>().OrderByDescending(away => away.RetryAfter ?? TimeSpan.Zero).FirstOrDefault();
}
