using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ConferenceBot.Cards;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Replies;
using ConferenceBot.Workflows;

namespace ConferenceBot.Teams;

/// <summary>Routes validated turns to the workflows and turns their answers into wire replies.</summary>
internal sealed class TeamsTurns(AnswerMessage messages, ActOnCard actions, NoteReach reach, IDeliveries deliveries, LongTurns longTurns)
    : ITeamsTurns
{
    /// <summary>Chats elsewhere whose line waits to be said.</summary>
    private readonly ConcurrentDictionary<string, bool> beingTold = new(StringComparer.Ordinal);

    public async Task OnMessageAsync(TeamsTurn turn, string text, CancellationToken ct)
    {
        if (ActorOf(turn) is not { } actor) return;
        await NoteAsync(actor, turn, ct);
        await messages.AnswerAsync(actor, turn.ActivityId, AnswerMessage.Read(text), ct);
        deliveries.Wake(actor.Council);
    }

    /// <summary>One line at a time for one chat, however many write in it: the next would say the same.</summary>
    public Task OnElsewhereAsync(TeamsTurn turn, CancellationToken ct)
    {
        if (turn.Reference.Conversation?.Id is { } conversation && beingTold.TryAdd(conversation, true))
            longTurns.GoOn(
                async ending =>
                {
                    try
                    {
                        await SayAsync(turn, Sayings.Elsewhere(Culture.Of(turn.Locale)), ending);
                    }
                    finally
                    {
                        beingTold.TryRemove(conversation, out _);
                    }
                },
                turn);
        return Task.CompletedTask;
    }

    public async Task<InvokeResponse> OnCardActionAsync(TeamsTurn turn, CardAction action, CancellationToken ct)
    {
        var culture = Culture.Of(turn.Locale);
        if (ActorOf(turn) is not { } actor) return InvokeReplies.Message(Sayings.Refused(new NotAllowed(), culture));

        // The work belongs to no request: a client that hangs up, or is told to wait, leaves it to end as it would have.
        var work = NoteAndActAsync(actor, turn, action, longTurns.Start(), longTurns.Ending);
        if (await longTurns.EndsInTimeAsync(work, turn)) return Reply(await work, culture);
        longTurns.GoOn(ending => FinishLateAsync(work, turn, culture, ending), turn);
        return InvokeReplies.Message(Sayings.StillWorking(culture));
    }

    public async Task OnSubmitAsync(TeamsTurn turn, CardAction action, CancellationToken ct)
    {
        if (ActorOf(turn) is not { } actor) return;
        if (RefusalOf(await NoteAndActAsync(actor, turn, action, canShow: () => false, ct)) is { } refusal)
            longTurns.GoOn(ending => SayAsync(turn, Sayings.Refused(refusal, Culture.Of(turn.Locale)), ending), turn);
    }

    public async Task OnInstallationAsync(TeamsTurn turn, bool installed, CancellationToken ct)
    {
        if (ActorOf(turn) is not { } actor) return;
        if (installed) await NoteAsync(actor, turn, ct);
        else await reach.RemoveAsync(actor, ct);
        deliveries.Wake(actor.Council);
    }

    public async Task OnPresenceAsync(TeamsTurn turn, CancellationToken ct)
    {
        if (ActorOf(turn) is not { } actor) return;
        await NoteAsync(actor, turn, ct);
        deliveries.Wake(actor.Council);
    }

    private async Task<CardAnswer> NoteAndActAsync(Actor actor, TeamsTurn turn, CardAction action, Func<bool> canShow, CancellationToken ct)
    {
        try
        {
            await NoteAsync(actor, turn, ct);
            return await ActAsync(actor, action, canShow, ct);
        }
        catch (AwayException)
        {
            return new CardAnswer.Say(new TryAgain());
        }
        finally
        {
            deliveries.Wake(actor.Council);
        }
    }

    /// <summary>An automatic refresh is never a look and never an act: it gets the card as it is.</summary>
    private Task<CardAnswer> ActAsync(Actor actor, CardAction action, Func<bool> canShow, CancellationToken ct)
    {
        var card = ReplyReader.TryReadStamp(action.Data, out var stamp) ? stamp : (Domain.Notices.Contents.CardStamp?)null;
        var reply = action.Trigger == CardAction.Automatic && card is { } shown
            ? new HideText(shown)
            : ReplyReader.TryRead(action.Verb, action.Data, out var read) ? read : null;
        return actions.ActAsync(actor, action.Verb, reply, card?.Id, canShow, ct);
    }

    /// <summary>A late effect is on the card by an update, as for everybody else's copy; only a refusal has to be said.</summary>
    private async Task FinishLateAsync(Task<CardAnswer> work, TeamsTurn turn, CultureInfo culture, CancellationToken ct)
    {
        try
        {
            if (RefusalOf(await work) is { } refusal)
                await SayAsync(turn, Sayings.Refused(refusal, culture), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await SayAsync(turn, Sayings.Refused(new TryAgain(), culture), ct);
            throw;
        }
    }

    private static InvokeResponse Reply(CardAnswer answer, CultureInfo culture) => answer switch
    {
        CardAnswer.Show show => InvokeReplies.Card(CardDrawer.Draw(show.Content, show.Stamp, culture).Card),
        CardAnswer.Say say => InvokeReplies.Message(Sayings.Refused(say.Refusal, culture)),
        _ => throw new UnreachableException(),
    };

    private static Refusal? RefusalOf(CardAnswer answer) => answer switch
    {
        CardAnswer.Say say => say.Refusal,
        CardAnswer.Show show => show.Content.Refusal,
        _ => throw new UnreachableException(),
    };

    private Task SayAsync(TeamsTurn turn, string line, CancellationToken ct) =>
        turn.Reference is { ServiceUrl: { } url, Conversation.Id: { } conversation }
            ? deliveries.SayAsync(new CouncilKey(turn.Council), url, conversation, line, ct)
            : Task.CompletedTask;

    /// <summary>Only personal chats are stored as a way to reach somebody.</summary>
    private Task NoteAsync(Actor actor, TeamsTurn turn, CancellationToken ct) =>
        turn is { IsPersonal: true, Reference: { ServiceUrl: { } url, Conversation.Id: { } conversation } }
            ? reach.NoteAsync(actor, conversation, url, turn.Locale, ct)
            : Task.CompletedTask;

    private static Actor? ActorOf(TeamsTurn turn) =>
        turn.Actor is { } person ? new Actor(new CouncilKey(turn.Council), new PersonId(person)) : null;
}
