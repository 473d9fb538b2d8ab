using ConferenceBot.Cards;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Teams;

/// <summary>Routes validated turns to the workflows and turns their answers into wire replies.</summary>
internal sealed class TeamsTurns(AnswerMessage messages, ActOnCard actions, NoteReach reach, IDeliveries deliveries) : ITeamsTurns
{
    public async Task OnMessageAsync(TeamsTurn turn, string text, CancellationToken ct)
    {
        if (ActorOf(turn) is not { } actor) return;
        await NoteAsync(actor, turn, ct);
        await messages.AnswerAsync(actor, turn.ActivityId, AnswerMessage.Read(text), ct);
        deliveries.Wake(actor.Council);
    }

    public Task OnElsewhereAsync(TeamsTurn turn, CancellationToken ct) =>
        turn.Reference is { ServiceUrl: { } url, Conversation.Id: { } conversation }
            ? deliveries.SayElsewhereAsync(new CouncilKey(turn.Council), url, conversation, Culture.Of(turn.Locale), ct)
            : Task.CompletedTask;

    public async Task<InvokeResponse> OnCardActionAsync(TeamsTurn turn, CardAction action, CancellationToken ct)
    {
        var culture = Culture.Of(turn.Locale);
        if (ActorOf(turn) is not { } actor) return InvokeReplies.Message(Sayings.Refused(new NotAllowed(), culture));
        try
        {
            await NoteAsync(actor, turn, ct);
            return await ActAsync(actor, action, ct) switch
            {
                CardAnswer.Show show => InvokeReplies.Card(CardDrawer.Draw(show.Content, show.Stamp, culture).Card),
                CardAnswer.Say say => InvokeReplies.Message(Sayings.Refused(say.Refusal, culture)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (AwayException)
        {
            return InvokeReplies.Message(Sayings.Refused(new TryAgain(), culture));
        }
        finally
        {
            deliveries.Wake(actor.Council);
        }
    }

    public async Task OnSubmitAsync(TeamsTurn turn, CardAction action, CancellationToken ct)
    {
        if (ActorOf(turn) is not { } actor) return;
        await ActAsync(actor, action, ct);
        deliveries.Wake(actor.Council);
    }

    public async Task OnInstallationAsync(TeamsTurn turn, bool installed, CancellationToken ct)
    {
        if (ActorOf(turn) is not { } actor) return;
        if (installed) await NoteAsync(actor, turn, ct);
        else await reach.RemoveAsync(actor, ct);
        deliveries.Wake(actor.Council);
    }

    /// <summary>An automatic refresh is never a look and never an act: it gets the card as it is.</summary>
    private Task<CardAnswer> ActAsync(Actor actor, CardAction action, CancellationToken ct)
    {
        var card = ReplyReader.TryReadStamp(action.Data, out var stamp) ? stamp : (Domain.Notices.Contents.CardStamp?)null;
        if (action.Trigger == CardAction.Automatic && card is { } shown)
            return actions.ActAsync(actor, action.Verb, new Domain.Replies.HideText(shown), shown.Id, ct);
        return actions.ActAsync(actor, action.Verb, ReplyReader.TryRead(action.Verb, action.Data, out var reply) ? reply : null, card?.Id, ct);
    }

    /// <summary>Only personal chats are stored as a way to reach somebody.</summary>
    private Task NoteAsync(Actor actor, TeamsTurn turn, CancellationToken ct) =>
        turn is { IsPersonal: true, Reference: { ServiceUrl: { } url, Conversation.Id: { } conversation } }
            ? reach.NoteAsync(actor, conversation, url, turn.Locale, ct)
            : Task.CompletedTask;

    private static Actor? ActorOf(TeamsTurn turn) =>
        turn.Actor is { } person ? new Actor(new CouncilKey(turn.Council), new PersonId(person)) : null;
}
