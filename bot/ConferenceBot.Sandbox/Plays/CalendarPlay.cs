namespace ConferenceBot.Sandbox.Plays;

/// <summary>
/// Every case of a council's calendars and people: each is brought about as people would in Outlook and Entra, and what follows is looked for at
/// the far end, in chats, in the host's /health and in what the bot asks of Graph. It begins when the sample's own conferences are over, so that
/// everybody is free for a conference of the play.
/// </summary>
internal static class CalendarPlay
{
    public const string Name = "calendar", Begins = "2026-09-07";

    private static readonly PlayStep AnotherDay = new(
        "Every conference is deleted; every card is withdrawn, and another day comes", stage => stage.BeginAnotherDayAsync());

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("Both calendars are read, and the bot is told of their changes", BeginAsync),
        .. CalendarNews.Steps,
        .. CalendarDays.Steps,
        .. CalendarFates.Steps,
        .. CalendarLooks.Steps,
        .. CalendarMoves.Steps,
        AnotherDay,
        .. CalendarPeople.Steps,
        AnotherDay,
        .. CalendarFaults.Steps,
        .. CalendarNights.Steps,
    ];

    private static async Task<string> BeginAsync(Stage stage)
    {
        var noon = stage.Sandbox.Services.StartedAt.AddHours(4);
        if (stage.Now < noon)
            await stage.WalkToAsync(noon);
        var live = await stage.SeeSubscribedAsync();
        return stage.Sandbox.Services.Graph.Delta.FinishedRounds is [.., var last]
            ? $"delta round {last[..12]}, {live}"
            : throw new NotObservedException("Graph has not finished a single delta round");
    }
}
