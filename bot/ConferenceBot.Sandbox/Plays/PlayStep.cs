namespace ConferenceBot.Sandbox.Plays;

/// <summary>One step of a play, as a sentence.</summary>
/// <param name="Act">Does it, waits until it is seen at the far end, and gives what was seen: an id of Graph or the connector.</param>
/// <param name="OfFile">The sentence when the calendar is somebody's own; null keeps the other.</param>
internal sealed record PlayStep(string Sentence, Func<Stage, Task<string>> Act, string? OfFile = null)
{
    public string On(Council.CalendarSource calendar) => calendar.IsFile ? OfFile ?? Sentence : Sentence;
}

/// <summary>A step was not observed.</summary>
/// <param name="message">What was seen instead.</param>
internal sealed class NotObservedException(string message) : Exception(message);

/// <summary>A step cannot be played on this calendar.</summary>
/// <param name="why">What the calendar lacks.</param>
internal sealed class SkippedException(string why) : Exception(why);
