using System.Diagnostics.CodeAnalysis;
using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>Sends an accepted activity to the part of <see cref="ITeamsTurns"/> that is for it.</summary>
internal sealed class TeamsRouter(ILogger<TeamsRouter> logger)
{
    private static readonly InvokeResponse Accepted = new();
    private static readonly InvokeResponse Malformed = new() { Status = StatusCodes.Status400BadRequest };
    private static readonly InvokeResponse NotImplemented = new() { Status = StatusCodes.Status501NotImplemented };
    private static readonly InvokeResponse Failed = new() { Status = StatusCodes.Status500InternalServerError };

    /// <summary>What the request is answered with.</summary>
    public async Task<InvokeResponse> RouteAsync(Activity activity, Council council, ITeamsTurns turns, CancellationToken ct)
    {
        var isInvoke = activity.Type == ActivityTypes.Invoke;
        if (isInvoke && activity.Name != CardActions.InvokeName)
            return NotImplemented;
        if (!isInvoke && activity.Type is not (ActivityTypes.Message or ActivityTypes.InstallationUpdate))
            return Accepted;
        if (Turns.From(activity, council) is not { } turn)
            return Malformed;
        try
        {
            return isInvoke ? await InvokeAsync(activity, turn, turns, ct) : await TellAsync(activity, turn, turns, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // The exception's words may hold what a person typed.
            logger.TurnFailed(council.Key, turn.ActivityId, e.GetType().FullName!, e.StackTrace);
            return isInvoke ? InvokeReplies.InternalServerError() : Failed;
        }
    }

    private static async Task<InvokeResponse> InvokeAsync(Activity activity, TeamsTurn turn, ITeamsTurns turns, CancellationToken ct)
    {
        if (!turn.IsPersonal)
            return InvokeReplies.BadRequest("Cards are answered in a personal chat only.");
        return CardActions.FromInvoke(activity) is { } action
            ? await turns.OnCardActionAsync(turn, action, ct)
            : InvokeReplies.BadRequest("The card action is malformed.");
    }

    private static async Task<InvokeResponse> TellAsync(Activity activity, TeamsTurn turn, ITeamsTurns turns, CancellationToken ct)
    {
        if (activity.Type == ActivityTypes.InstallationUpdate)
        {
            if (turn.IsPersonal && IsInstallation(activity.Action, out var installed))
                await turns.OnInstallationAsync(turn, installed.Value, ct);
        }
        else if (!turn.IsPersonal)
            await turns.OnElsewhereAsync(turn, ct);
        else if (CardActions.FromSubmit(activity) is { } action)
            await turns.OnSubmitAsync(turn, action, ct);
        else
            await turns.OnMessageAsync(turn, MessageText.For(activity), ct);
        return Accepted;
    }

    /// <summary>An upgrade says <c>remove-upgrade</c> before <c>add-upgrade</c>: the person has not left.</summary>
    private static bool IsInstallation(string? action, [NotNullWhen(true)] out bool? installed)
    {
        installed = action switch
        {
            "add" or "add-upgrade" => true,
            "remove" => false,
            _ => null,
        };
        return installed is not null;
    }
}
