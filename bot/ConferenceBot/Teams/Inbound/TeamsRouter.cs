using System.Diagnostics.CodeAnalysis;
using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>Sends an accepted activity to the part of <see cref="ITeamsTurns"/> that is for it.</summary>
internal sealed class TeamsRouter(ITeamsTurns turns, ILogger<TeamsRouter> logger)
{
    private static readonly InvokeResponse Accepted = new();
    private static readonly InvokeResponse Malformed = new() { Status = StatusCodes.Status400BadRequest };
    private static readonly InvokeResponse NotImplemented = new() { Status = StatusCodes.Status501NotImplemented };
    private static readonly InvokeResponse Failed = new() { Status = StatusCodes.Status500InternalServerError };

    /// <summary>What the request is answered with.</summary>
    public async Task<InvokeResponse> RouteAsync(Activity activity, Council council, CancellationToken ct)
    {
        var isInvoke = activity.Type == ActivityTypes.Invoke;
        if (isInvoke && activity.Name != CardActions.InvokeName)
            return NotImplemented;
        if (!isInvoke && !IsForUs(activity))
            return Accepted;
        if (Turns.From(activity, council) is not { } turn)
            return isInvoke || activity.Type == ActivityTypes.Message ? Malformed : Accepted;
        try
        {
            return isInvoke ? await InvokeAsync(activity, turn, ct) : await TellAsync(activity, turn, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // The exception's words may hold what a person typed, also when the caller has gone: the server would log them.
            logger.TurnFailed(council.Key, turn.ActivityId, e.GetType().FullName!, e.StackTrace);
            return isInvoke ? InvokeReplies.InternalServerError() : Failed;
        }
    }

    private async Task<InvokeResponse> InvokeAsync(Activity activity, TeamsTurn turn, CancellationToken ct)
    {
        if (!turn.IsPersonal)
            return InvokeReplies.BadRequest("Cards are answered in a personal chat only.");
        return CardActions.FromInvoke(activity) is { } action
            ? await turns.OnCardActionAsync(turn, action, ct)
            : InvokeReplies.BadRequest("The card action is malformed.");
    }

    /// <summary>In a group, a team or a meeting only a message is answered, and nothing is noted.</summary>
    private async Task<InvokeResponse> TellAsync(Activity activity, TeamsTurn turn, CancellationToken ct)
    {
        if (activity.Type == ActivityTypes.Message)
            await TellMessageAsync(activity, turn, ct);
        else if (!turn.IsPersonal)
            return Accepted;
        else if (activity.Type != ActivityTypes.InstallationUpdate)
            await turns.OnPresenceAsync(turn, ct);
        else if (IsInstallation(activity.Action, out var installed))
            await turns.OnInstallationAsync(turn, installed.Value, ct);
        return Accepted;
    }

    private Task TellMessageAsync(Activity activity, TeamsTurn turn, CancellationToken ct)
    {
        if (!turn.IsPersonal)
            return turns.OnElsewhereAsync(turn, ct);
        return CardActions.FromSubmit(activity) is { } action
            ? turns.OnSubmitAsync(turn, action, ct)
            : turns.OnMessageAsync(turn, MessageText.For(activity), ct);
    }

    /// <summary>What the bot takes note of. An edit is no new question; who left a chat is told by the installation.</summary>
    private static bool IsForUs(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.InstallationUpdate => true,
        ActivityTypes.MessageReaction or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete => true,
        ActivityTypes.ConversationUpdate => activity is { MembersAdded: { } added, Recipient.Id: { Length: > 0 } bot } && added.Any(m => m?.Id == bot),
        _ => false,
    };

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
