using ConferenceBot.Cards;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

namespace ConferenceBot.Delivery;

/// <summary>A drawn card, its version and where it goes; or why it does not go.</summary>
internal abstract record Sending
{
    private Sending()
    {
    }

    public sealed record Go(CardCopy Copy, Reach Reach, CardMessage Message) : Sending;

    /// <summary>Nothing to tell any more: the card was put away before it was sent.</summary>
    public sealed record NotNeeded : Sending;

    /// <summary>The bot has no personal chat with this person yet.</summary>
    public sealed record NotInstalled : Sending;

    /// <summary>Reads the newest state and draws the card from it: the ladder of reasons not to send comes first.</summary>
    public static async Task<Sending> PrepareAsync(
        IStoreSession session, Guid card, Domain.Notices.ToastKind? toast, RuleClock clock, CancellationToken cancellationToken)
    {
        if (await session.Cards.FindAsync(card, cancellationToken) is not { Lost: false } copy) return new NotNeeded();
        if (copy.PutAway is not null && copy.ActivityId is null) return new NotNeeded();
        if (await session.People.FindAsync(copy.Person, cancellationToken)
            is not { ConversationId: not null, ServiceUrl: not null, Standing: Standing.Here } reach)
            return new NotInstalled();

        var content = await DescribeCard.NowAsync(session, copy, clock, showText: false, cancellationToken);
        if (content is PutAwayContent && copy.ActivityId is null) return new NotNeeded();
        var culture = Culture.Of(reach.Locale);
        var drawn = CardDrawer.Draw(content, new CardStamp(copy.Id, copy.Version), culture);
        var summary = toast is { } kind ? CardDrawer.Toast(kind, DueOf(content), culture, clock.Today) : drawn.Summary;
        return new Go(copy, reach, new CardMessage(drawn.Card, summary));
    }

    private static DateTimeOffset? DueOf(CardContent content) => content switch
    {
        PromptContent prompt => prompt.NextDue,
        DigestContent digest => digest.Items.Select(i => i.NextDue).Where(d => d is not null).Min(),
        ChairDigestContent digest => digest.Conference.Start,
        EscalationAskContent ask => ask.AnswerBy,
        _ => null,
    };
}
