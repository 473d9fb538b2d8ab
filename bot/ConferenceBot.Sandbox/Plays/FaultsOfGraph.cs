namespace ConferenceBot.Sandbox.Plays;

/// <summary>Graph broken in each way while a conference moves: the move is seen afterwards, and meanwhile the host says that it could not look.</summary>
internal static class FaultsOfGraph
{
    private static readonly (string Mode, string Sentence)[] Outages =
    [
        ("off", "Graph is not there while a conference moves"),
        ("503", "Graph is out of service while a conference moves"),
        ("429", "Graph asks the bot to wait while a conference moves"),
        ("401", "Graph refuses the bot's token while a conference moves"),
        ("timeout", "Graph does not answer while a conference moves"),
    ];

    private static readonly (string Mode, string Sentence)[] Quirks =
    [
        ("410", "Graph has forgotten where the bot had read to; a move is seen all the same"),
        ("empty", "Graph gives empty pages; a move is seen all the same"),
        ("repeat", "Graph gives every page twice; a move is seen once"),
    ];

    public static IEnumerable<string> Modes => Outages.Concat(Quirks).Select(one => one.Mode);

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        .. Outages.Select((one, turn) => new PlayStep(one.Sentence, stage => OutageAsync(stage, one.Mode, turn))),
        .. Quirks.Select((one, turn) => new PlayStep(one.Sentence, stage => QuirkAsync(stage, one.Mode, turn))),
    ];

    private static async Task<string> OutageAsync(Stage stage, string mode, int turn)
    {
        var (conference, person, prompt) = stage.Movable(turn);
        var rounds = stage.Sandbox.Services.Graph.Delta.FinishedRounds.Count;
        var trouble = await stage.WhileAsync("graph", mode, async () =>
        {
            stage.Sandbox.Services.Changes.Move(conference.Key, conference.Start.AddMinutes(15), conference.End.AddMinutes(15));
            if (mode == "timeout")
                await stage.Sandbox.Walk.SettleAsync(CancellationToken.None);
            var seen = await stage.SeeTroubleAsync("graph", standing => standing.Waiting.Any(item => item.StartsWith("mailboxes:", StringComparison.Ordinal)),
                alarms => alarms.Counts.ContainsKey("mailboxesNotRead"));
            return stage.Message(person, prompt.Id).Updated == prompt.Updated
                ? seen
                : throw new NotObservedException("the card changed although the calendar could not be read");
        });
        return $"{trouble}; {await MovedAsync(stage, person, prompt.Id, rounds)}; {await stage.SeeRecoveryAsync("graph")}";
    }

    private static Task<string> QuirkAsync(Stage stage, string mode, int turn)
    {
        var (conference, person, prompt) = stage.Movable(turn);
        var rounds = stage.Sandbox.Services.Graph.Delta.FinishedRounds.Count;
        return stage.WhileAsync("graph", mode, async () =>
        {
            stage.Sandbox.Services.Changes.Move(conference.Key, conference.Start.AddMinutes(15), conference.End.AddMinutes(15));
            var seen = await MovedAsync(stage, person, prompt.Id, rounds);
            var prompts = stage.Chat(person).Count(message => Connector.CardReader.Button(message.BaseCard, "prep.answer") is not null);
            return prompts == 1 ? seen : throw new NotObservedException($"{prompts} prompts are open for the one conference");
        });
    }

    /// <summary>Graph has finished a round since, the old card gives way and one new prompt is open.</summary>
    private static async Task<string> MovedAsync(Stage stage, Council.Person person, string prompt, int rounds)
    {
        var old = await stage.SeeUpdatedAsync(person, prompt, card => Connector.CardReader.Button(card, "prep.answer") is null);
        var renewed = await stage.SeeButtonAsync(person, "prep.answer", message => message.Id != prompt);
        return stage.Sandbox.Services.Graph.Delta.FinishedRounds is { } finished && finished.Count > rounds
            ? $"delta round {finished[^1][..12]}, card {old.Id} gives way to {renewed.Id}"
            : throw new NotObservedException("Graph has finished no delta round since");
    }
}
