using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Replies;

namespace ConferenceBot.Workflows;

/// <summary>What a card action is answered with.</summary>
internal abstract record CardAnswer
{
    private CardAnswer()
    {
    }

    /// <summary>The current card of this person.</summary>
    public sealed record Show(CardContent Content, CardStamp Stamp) : CardAnswer;

    /// <summary>No card of theirs to show: only the refusal's words.</summary>
    public sealed record Say(Refusal Refusal) : CardAnswer;
}

/// <summary>Whose action, from the validated turn; never from the card.</summary>
internal sealed record Actor(CouncilKey Council, PersonId Person);

/// <summary>
/// Takes one action on a card: the card must be the actor's own and as they saw it; its effect, its mark, its audit row and
/// everything told because of it are one transaction. The same click again replays the answer; other input on an older version
/// gets the current card with what was typed kept.
/// </summary>
internal sealed class ActOnCard(IStore store, IRuleClocks clocks, ActionRoutes routes, IKeyedHash hash, TimeProvider machine)
{
    /// <param name="verb">For the mark and the audit.</param>
    /// <param name="reply">Null when the action could not be read.</param>
    /// <param name="card">The id the card carried; null when it carried none.</param>
    /// <param name="canShow">
    /// Whether the person will see the answer: not on a client that can only submit, and not when the answer comes too late. What would
    /// only be looked at is then refused, so that nobody counts as having read what was never before them.
    /// </param>
    public async Task<CardAnswer> ActAsync(
        Actor actor, string verb, Reply? reply, Guid? card, Func<bool> canShow, CancellationToken cancellationToken)
    {
        try
        {
            return await ActOnceAsync(actor, verb, reply, card, canShow, cancellationToken);
        }
        catch (NotShownException)
        {
            return await ActOnceAsync(actor, verb, reply, card, () => false, cancellationToken);
        }
    }

    private async Task<CardAnswer> ActOnceAsync(
        Actor actor, string verb, Reply? reply, Guid? card, Func<bool> canShow, CancellationToken cancellationToken)
    {
        if (card is not { } id) return new CardAnswer.Say(new UnreadableReply());
        var managers = reply is not null && ActionRoutes.HasEffect(reply) && await OwnAsync(actor, id, cancellationToken) is { } own
            ? await routes.AskDirectoryAsync(actor, reply, own, cancellationToken)
            : [];
        var address = await routes.BeforeAsync(actor, reply, id, cancellationToken);
        return await store.WriteAsync(actor.Council, async session =>
        {
            var clock = clocks.Of(actor.Council);
            var copy = await session.Cards.FindAsync(id, cancellationToken);
            if (copy is null) return await RefuseAsync(session, actor, null, new UnknownCard(), clock, cancellationToken);
            if (copy.Person != actor.Person) return await RefuseAsync(session, actor, copy, new NotYourCard(), clock, cancellationToken);

            var act = new Act(session, copy, actor.Person, clock, managers, cancellationToken) { Address = address };
            if (reply is null) return await NoAsync(act, new ActResult.No(new UnreadableReply()), null);
            if (copy.PutAway is not null) return await NoAsync(act, new ActResult.No(new CardPutAway()), reply);
            var effect = ActionRoutes.HasEffect(reply);
            var isLook = !effect && reply is not HideText;
            if (isLook && !canShow()) return await NoAsync(act, new ActResult.No(new NotShown()), null);
            var mark = new ActionMark(copy.Id, verb, actor.Person, HashOf(reply));
            if (effect && await session.Marks.ExistsAsync(mark, cancellationToken)) return await CurrentAsync(act, false);
            if (effect && reply.Card.Version != copy.Version)
                return await NoAsync(act, new ActResult.No(new StaleCard(), await ActionRoutes.FormOfAsync(act, reply)), reply);

            var result = await routes.RouteAsync(act, reply);
            if (isLook && !canShow()) throw new NotShownException();
            switch (result)
            {
                case ActResult.Done done:
                    await session.Audit.AppendAsync(
                        new AuditEntry(done.Subject, verb, actor.Person, copy.Id, clock.Now), cancellationToken);
                    if (effect) await session.Marks.AddAsync(mark, clock.Now, cancellationToken);
                    if (done.Content is { } content) return new CardAnswer.Show(content, new CardStamp(copy.Id, copy.Version));
                    return done.ShowText ? await ShowTextAsync(act) : await CurrentAsync(act, false);
                case ActResult.Look look:
                    return new CardAnswer.Show(look.Content, new CardStamp(look.Copy.Id, look.Copy.Version));
                case ActResult.No no:
                    return await NoAsync(act, no, reply);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }, cancellationToken);
    }

    /// <summary>Nobody else is looked up because of a card that is not the actor's.</summary>
    private Task<CardCopy?> OwnAsync(Actor actor, Guid card, CancellationToken cancellationToken) => store.ReadAsync(
        actor.Council, async session => await session.Cards.FindAsync(card, cancellationToken) is { } copy && copy.Person == actor.Person ? copy : null,
        cancellationToken);

    /// <summary>The card as it is now, after whatever the action changed.</summary>
    private static async Task<CardAnswer> CurrentAsync(Act act, bool showText)
    {
        var copy = await act.Session.Cards.FindAsync(act.Copy.Id, act.Cancellation) ?? act.Copy;
        var content = await DescribeCard.NowAsync(act.Session, copy, act.Clock, showText, act.Cancellation);
        return new CardAnswer.Show(content, new CardStamp(copy.Id, copy.Version));
    }

    /// <summary>Shows what was written on this person's own client; an update puts it away again after a while.</summary>
    private async Task<CardAnswer> ShowTextAsync(Act act)
    {
        var copy = await act.Session.Cards.FindAsync(act.Copy.Id, act.Cancellation) ?? act.Copy;
        await act.Session.Cards.SaveAsync(copy.Showing(machine.GetUtcNow()), act.Cancellation);
        return await CurrentAsync(act, true);
    }

    private static async Task<CardAnswer> NoAsync(Act act, ActResult.No no, Reply? reply)
    {
        await act.Session.Audit.AppendAsync(
            new AuditEntry(act.Copy.Subject, $"refused.{no.Refusal.Code}", act.Actor, act.Copy.Id, act.Clock.Now), act.Cancellation);
        var content = no.On ?? await DescribeCard.NowAsync(act.Session, act.Copy, act.Clock, false, act.Cancellation);
        return new CardAnswer.Show(
            content with { Refusal = no.Refusal, Kept = reply?.Typed ?? ImmutableDictionary<string, string>.Empty },
            new CardStamp(act.Copy.Id, act.Copy.Version));
    }

    /// <summary>A card that is not there or not theirs shows nothing of itself; the attempt goes on an audit chain.</summary>
    private static async Task<CardAnswer> RefuseAsync(
        IStoreSession session, Actor actor, CardCopy? copy, Refusal refusal, RuleClock clock, CancellationToken cancellationToken)
    {
        await session.Audit.AppendAsync(
            new AuditEntry(copy?.Subject, $"refused.{refusal.Code}", actor.Person, copy?.Id, clock.Now), cancellationToken);
        return new CardAnswer.Say(refusal);
    }

    /// <summary>Takes back everything that a look wrote which came too late.</summary>
    private sealed class NotShownException : Exception;

    private string HashOf(Reply reply) => hash.Of(string.Join('\n', reply.Typed
        .Append(new KeyValuePair<string, string>("v", reply.Card.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        .OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value.Length}:{t.Value}")));
}

/// <summary>A keyed hash that says nothing about its input to whoever lacks the key.</summary>
internal interface IKeyedHash
{
    string Of(string text);
}
