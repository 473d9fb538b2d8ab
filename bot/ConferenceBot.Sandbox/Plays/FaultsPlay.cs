namespace ConferenceBot.Sandbox.Plays;

/// <summary>
/// Each fault in turn: it is set, somebody does what needs the broken part, the host says that something is not done, it is put right, and
/// what was to happen is seen at the far end.
/// </summary>
internal static class FaultsPlay
{
    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("The calendar is read and people are asked to prepare", BeginAsync),
        .. FaultsOfGraph.Steps,
        .. FaultsOfTeams.Steps,
        .. FaultsOfTheHost.Steps,
    ];

    private static async Task<string> BeginAsync(Stage stage)
    {
        var noon = stage.Sandbox.Services.Tenant.Start.AddHours(4);
        if (stage.Now < noon)
            await stage.WalkToAsync(noon);
        var prompted = await stage.SeeAsync(() => stage.Prompted() is { Count: >= 3 } several ? several : null,
            () => $"only {stage.Prompted().Count} people have a prompt of one conference");
        return $"{prompted.Count} prompts, delta round {stage.Sandbox.Services.Graph.Delta.FinishedRounds[^1][..12]}";
    }
}
