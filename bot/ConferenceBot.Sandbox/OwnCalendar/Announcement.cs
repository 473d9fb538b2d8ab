namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>What is said of somebody's own calendar before a byte of it is read.</summary>
internal static class Announcement
{
    public static IEnumerable<string> Lines(string file, string? dataFolder) =>
    [
        $"Your calendar {Path.GetFileName(file)} is read on this machine and sent nowhere. Names and mail addresses are replaced as it is",
        "loaded. Subjects and notes are dropped once they are matched: only the type of conference and its reference stay.",
        dataFolder is null
            ? "Nothing is kept when the sandbox ends: its data goes to a folder that is deleted."
            : "You gave --data: what the bot makes of the replaced calendar is kept there until you delete it.",
        "Nobody is messaged: the bot speaks to this sandbox only, and its people are asked nothing until they are confirmed.",
    ];
}
