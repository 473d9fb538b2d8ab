namespace ConferenceBot.Sandbox.Plays;

internal static class CalendarFaults
{
    public static readonly IReadOnlyList<PlayStep> Steps = [];
}
