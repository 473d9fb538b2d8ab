namespace ConferenceBot.Sandbox.Plays;

internal static class CalendarNights
{
    public static readonly IReadOnlyList<PlayStep> Steps = [];
}
