using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;

namespace ConferenceBot.Workflows;

/// <summary>What a copy shows now, from the current state of its subject. Typed text is shown only when asked for.</summary>
internal static class DescribeCard
{
    /// <param name="showText">The person has just asked to see what was written.</param>
    public static async Task<CardContent> NowAsync(
        IStoreSession session, CardCopy copy, RuleClock clock, bool showText, CancellationToken cancellationToken)
    {
        if (copy.PutAway is { } why) return new PutAwayContent(why, await LineAsync(session, copy, clock, cancellationToken));
        return copy.Kind switch
        {
            CardKind.Prompt => await PromptAsync(session, copy, clock, cancellationToken),
            CardKind.PromptDigest => new DigestContent(await ItemsAsync(session, copy, clock, cancellationToken)),
            CardKind.MyConferences => await DescribeList.MineAsync(session, copy, clock, cancellationToken),
            CardKind.ChairDigest => await DigestAsync(session, copy, clock, cancellationToken),
            CardKind.ChairAlert or CardKind.SupportAsk or CardKind.FlagReceipt => await FlagAsync(session, copy, clock, showText, cancellationToken),
            CardKind.EscalationForm => await DescribeList.FormAsync(session, copy, clock, cancellationToken),
            CardKind.EscalationAsk or CardKind.EscalationRequest => await EscalationAsync(session, copy, clock, showText, cancellationToken),
            CardKind.AdministratorItem => await AdministratorItemAsync(session, copy, clock, cancellationToken),
            CardKind.PeopleList => await DescribePeople.ListAsync(session, copy, clock, cancellationToken),
            CardKind.People or CardKind.Attendee or CardKind.AttendeeGroup => await DescribePeople.OfAsync(session, copy, null, clock, cancellationToken),
            CardKind.Help => new HelpContent(false, false, clock.Procedure.DutyNumber),
            CardKind.NotUnderstood => new HelpContent(false, true, clock.Procedure.DutyNumber),
        };
    }

    /// <summary>The items of a list card in the order they were put there.</summary>
    public static async Task<ImmutableArray<ListItem>> ItemsAsync(
        IStoreSession session, CardCopy list, RuleClock clock, CancellationToken cancellationToken)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>();
        foreach (var item in await session.Cards.OfParentAsync(list.Id, cancellationToken))
        {
            if (await session.Tasks.FindAsync(new ReportTaskId(item.Subject), cancellationToken) is not { } task) continue;
            var conference = await ConferenceAsync(session, task.Conference, cancellationToken);
            items.Add(DescribeReport.Item(conference, task, item.PutAway is null ? new CardStamp(item.Id, item.Version) : null, clock));
        }

        return items.ToImmutable();
    }

    public static async Task<Conference> ConferenceAsync(IStoreSession session, ConferenceId id, CancellationToken cancellationToken) =>
        await session.Conferences.FindAsync(id, cancellationToken)
        ?? throw new InvalidOperationException($"Conference {id} is referred to but not stored.");

    private static async Task<CardContent> PromptAsync(
        IStoreSession session, CardCopy copy, RuleClock clock, CancellationToken cancellationToken)
    {
        var task = await session.Tasks.FindAsync(new ReportTaskId(copy.Subject), cancellationToken)
            ?? throw new InvalidOperationException($"Card {copy.Id} shows a task that is not stored.");
        var conference = await ConferenceAsync(session, task.Conference, cancellationToken);
        var flags = await session.Flags.OfConferenceAsync(task.Conference, cancellationToken);
        return DescribeReport.Prompt(conference, task, flags.Where(f => f.RaisedBy == task.Author), clock, fromList: copy.Parent is not null);
    }

    private static async Task<CardContent> DigestAsync(
        IStoreSession session, CardCopy copy, RuleClock clock, CancellationToken cancellationToken)
    {
        var conference = await ConferenceAsync(session, new ConferenceId(copy.Subject), cancellationToken);
        return DescribeConference.Digest(
            conference, copy.Person, await session.Tasks.OfConferenceAsync(conference.Id, cancellationToken),
            await session.Flags.OfConferenceAsync(conference.Id, cancellationToken), clock);
    }

    private static async Task<CardContent> FlagAsync(
        IStoreSession session, CardCopy copy, RuleClock clock, bool showText, CancellationToken cancellationToken)
    {
        var flag = await session.Flags.FindAsync(new FlagId(copy.Subject), cancellationToken)
            ?? throw new InvalidOperationException($"Card {copy.Id} shows a flag that is not stored.");
        var conference = await ConferenceAsync(session, flag.Conference, cancellationToken);
        if (copy.Kind == CardKind.FlagReceipt) return DescribeFlag.Receipt(flag, conference, clock);
        if (copy.Kind == CardKind.SupportAsk) return DescribeFlag.Support(flag, conference, copy.Person, clock);
        var (has, text) = await TextAsync(session, copy.Subject, showText, cancellationToken);
        return DescribeFlag.Alert(flag, conference, copy.Person, has, text, clock);
    }

    private static async Task<CardContent> EscalationAsync(
        IStoreSession session, CardCopy copy, RuleClock clock, bool showText, CancellationToken cancellationToken)
    {
        var escalation = await session.Escalations.FindAsync(new EscalationId(copy.Subject), cancellationToken)
            ?? throw new InvalidOperationException($"Card {copy.Id} shows an escalation that is not stored.");
        var conference = await ConferenceAsync(session, escalation.Conference, cancellationToken);
        var (has, text) = await TextAsync(session, copy.Subject, showText, cancellationToken);
        return copy.Kind == CardKind.EscalationAsk
            ? DescribeEscalation.Ask(escalation, conference, copy.Person, has, text, clock)
            : DescribeEscalation.Request(escalation, conference, has, text?.GetValueOrDefault(DescribeEscalation.DeclineReason), clock);
    }

    private static async Task<CardContent> AdministratorItemAsync(
        IStoreSession session, CardCopy copy, RuleClock clock, CancellationToken cancellationToken)
    {
        if (await session.Flags.FindAsync(new FlagId(copy.Subject), cancellationToken) is { } flag)
            return DescribeFlag.ForAdministrator(flag, await ConferenceAsync(session, flag.Conference, cancellationToken), clock);
        if (await session.Tasks.FindAsync(new ReportTaskId(copy.Subject), cancellationToken) is { } task)
        {
            var reach = await session.People.FindAsync(task.Author, cancellationToken);
            return DescribeReport.ForAdministrator(
                task, await ConferenceAsync(session, task.Conference, cancellationToken),
                reach is null ? AdministratorMatter.NotReached : reach.WhyNotReached(clock.Now), copy.CreatedAt, clock);
        }

        var escalation = await session.Escalations.FindAsync(new EscalationId(copy.Subject), cancellationToken)
            ?? throw new InvalidOperationException($"Card {copy.Id} shows a matter that is not stored.");
        return DescribeEscalation.ForAdministrator(
            escalation, await ConferenceAsync(session, escalation.Conference, cancellationToken), clock);
    }

    private static async Task<(bool Has, ImmutableDictionary<string, string>? Text)> TextAsync(
        IStoreSession session, Guid subject, bool show, CancellationToken cancellationToken) => show
        ? (true, (await session.Text.GetAsync(subject, cancellationToken)).ToImmutableDictionary())
        : (await session.Text.ExistsAsync(subject, cancellationToken), null);

    private static async Task<ConferenceLine?> LineAsync(
        IStoreSession session, CardCopy copy, RuleClock clock, CancellationToken cancellationToken) =>
        copy.Conference is { } id ? DescribeConference.Line(await ConferenceAsync(session, id, cancellationToken), clock) : null;
}
