using ConferenceBot.Teams;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>Remembers what it was told; fails when asked to.</summary>
internal sealed class RecordingTurns : ITeamsTurns
{
    public List<(string Kind, TeamsTurn Turn, object? What)> Told { get; } = [];

    public Exception? Failure { get; set; }

    public InvokeResponse Reply { get; set; } = InvokeReplies.Message("noted");

    public Task OnMessageAsync(TeamsTurn turn, string text, CancellationToken ct) => Record("message", turn, text);

    public Task OnElsewhereAsync(TeamsTurn turn, CancellationToken ct) => Record("elsewhere", turn, null);

    public async Task<InvokeResponse> OnCardActionAsync(TeamsTurn turn, CardAction action, CancellationToken ct)
    {
        await Record("card", turn, action);
        return Reply;
    }

    public Task OnSubmitAsync(TeamsTurn turn, CardAction action, CancellationToken ct) => Record("submit", turn, action);

    public Task OnInstallationAsync(TeamsTurn turn, bool installed, CancellationToken ct) => Record("installation", turn, installed);

    public Task OnPresenceAsync(TeamsTurn turn, CancellationToken ct) => Record("presence", turn, null);

    private Task Record(string kind, TeamsTurn turn, object? what)
    {
        if (Failure is not null)
            throw Failure;
        Told.Add((kind, turn, what));
        return Task.CompletedTask;
    }
}
