namespace ConferenceBot.Sandbox.Council;

/// <summary>Where the calendar comes from.</summary>
/// <param name="Name">The file's name without its folder; the council's name for the sample.</param>
/// <param name="Path">Where the original is.</param>
/// <param name="Notes">What was not taken from a file, one clear line each, without a word of any event.</param>
internal sealed record CalendarSource(bool IsFile, string Name, string Path, IReadOnlyList<string> Notes)
{
    public static CalendarSource Sample { get; } = new(false, "Sampleshire", System.IO.Path.Combine(SampleCouncil.Folder, "calendar.ics"), []);
}
