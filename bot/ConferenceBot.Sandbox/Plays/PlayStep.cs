namespace ConferenceBot.Sandbox.Plays;

/// <summary>One step of a play, as a sentence.</summary>
/// <param name="Act">Does it, waits until it is seen at the far end, and gives what was seen: an id of Graph or the connector.</param>
internal sealed record PlayStep(string Sentence, Func<Stage, Task<string>> Act);

/// <summary>A step was not observed.</summary>
/// <param name="message">What was seen instead.</param>
internal sealed class NotObservedException(string message) : Exception(message);
