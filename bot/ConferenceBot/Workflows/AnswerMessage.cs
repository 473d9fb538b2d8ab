using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>What a person can ask for by typing. The text itself goes no further than this.</summary>
internal enum Command
{
    Help,
    MyConferences,
    Escalate,

    /// <summary>Anything else: answered with help, neither stored nor logged.</summary>
    Other,
}

/// <summary>Answers what a person typed with a card of their own, once an activity.</summary>
internal sealed class AnswerMessage(IStore store, IRuleClocks clocks, Telling telling, IIds ids)
{
    /// <summary>Conferences offered in one form, the nearest; with more of them the card would be too big for Teams.</summary>
    public const int MostChoices = 60;

    public static Command Read(string text) => text.Trim().TrimEnd('.', '!', '?').ToLowerInvariant() switch
    {
        "help" or "hi" or "hello" or "cymorth" => Command.Help,
        "my conferences" or "conferences" or "list" or "fy nghynadleddau" => Command.MyConferences,
        "escalate" or "escalation" or "uwchgyfeirio" => Command.Escalate,
        _ => Command.Other,
    };

    /// <param name="activityId">The channel's; a time, so that it tells apart only the messages of one chat.</param>
    public Task<bool> AnswerAsync(Actor actor, string activityId, Command command, CancellationToken cancellationToken) =>
        store.WriteAsync(actor.Council, async session =>
        {
            var clock = clocks.Of(actor.Council);
            if (!await session.Inbox.TryAddAsync($"{actor.Person}/{activityId}", actor.Person, command.ToString(), clock.Now, cancellationToken)) return false;
            var card = await telling.MakeCardAsync(
                session,
                new Notice($"asked/{actor.Person}/{activityId}", actor.Person, CardOf(command), ids.Next(), null, Urgency.Now, ToastKind.Quiet),
                clock.Now, cancellationToken);
            if (card.Kind == CardKind.MyConferences) await AddItemsAsync(session, card, clock, cancellationToken);
            if (card.Kind == CardKind.EscalationForm) await AddChoicesAsync(session, card, clock, cancellationToken);
            return true;
        }, cancellationToken);

    private static CardKind CardOf(Command command) => command switch
    {
        Command.Help => CardKind.Help,
        Command.MyConferences => CardKind.MyConferences,
        Command.Escalate => CardKind.EscalationForm,
        Command.Other => CardKind.NotUnderstood,
    };

    private async Task AddItemsAsync(IStoreSession session, CardCopy list, RuleClock clock, CancellationToken cancellationToken)
    {
        foreach (var conference in await session.Conferences.ComingForAsync(list.Person, clock.Now, cancellationToken))
            if ((await session.Tasks.OfConferenceAsync(conference.Id, cancellationToken))
                .FirstOrDefault(t => t.Author == list.Person && t.Status == ReportStatus.Open) is { } task)
                await ListItems.AddAsync(session, list, ids.Next(), task.Id.Value, conference.Id, clock.Now, cancellationToken);
    }

    private async Task AddChoicesAsync(IStoreSession session, CardCopy form, RuleClock clock, CancellationToken cancellationToken)
    {
        var since = clock.Now - TimeSpan.FromDays(clock.Procedure.EscalationAfterDays);
        var conferences = await session.Conferences.ComingForAsync(form.Person, since, cancellationToken);
        foreach (var conference in conferences.OrderBy(c => (c.Slot.Start - clock.Now).Duration()).Take(MostChoices).OrderBy(c => c.Slot.Start))
            await session.Cards.SaveAsync(DescribeList.Choice(form, ids.Next(), conference), cancellationToken);
    }
}
