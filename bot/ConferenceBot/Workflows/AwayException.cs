namespace ConferenceBot.Workflows;

/// <summary>
/// Something this program depends on could not be asked just now. Nothing was recorded; trying again later can help. Its message
/// holds a code, never data.
/// </summary>
internal abstract class AwayException(string message, Exception? inner) : Exception(message, inner);
