namespace ConferenceBot.Domain.Procedure;

/// <summary>One entry of a pick-list.</summary>
/// <param name="Key">Stored and compared; letters and digits.</param>
/// <param name="Text">The council's own words, or null for the shipped words of that key in the reader's language.</param>
public sealed record Choice(string Key, string? Text = null);
