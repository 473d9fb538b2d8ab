using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>What the administrator's cards about attendees show: what is known, never who it is.</summary>
internal static class DescribePeople
{
    public static async Task<CardContent> ListAsync(IStoreSession session, CardCopy list, RuleClock clock, CancellationToken cancellationToken)
    {
        var items = ImmutableArray.CreateBuilder<PeopleListItem>();
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in await session.Cards.OfParentAsync(list.Id, cancellationToken))
        {
            var conference = await DescribeCard.ConferenceAsync(session, new ConferenceId(item.Subject), cancellationToken);
            if (!LookAgain.IsComing(conference, clock)) continue;
            var waiting = (await session.Attendees.OfConferenceAsync(conference.Id, cancellationToken)).Where(a => a.Standing == AttendeeStanding.Waiting).ToList();
            people.UnionWith(waiting.Select(a => a.Key));
            items.Add(new PeopleListItem(new CardStamp(item.Id, item.Version), DescribeConference.Line(conference, clock), waiting.Count));
        }

        return new PeopleListContent([.. items.OrderBy(i => i.Waiting == 0).ThenBy(i => i.Conference.Start)], people.Count);
    }

    /// <param name="copy">The conference's card, or that of a row or group on it.</param>
    /// <param name="first">Index of the first row; null = where <paramref name="copy"/> stands.</param>
    public static async Task<CardContent> OfAsync(
        IStoreSession session, CardCopy copy, int? first, RuleClock clock, CancellationToken cancellationToken)
    {
        var card = copy.Kind == CardKind.People ? copy
            : copy.Parent is { } parent ? await session.Cards.FindAsync(parent, cancellationToken) ?? copy : copy;
        var conference = await DescribeCard.ConferenceAsync(session, copy.Conference!.Value, cancellationToken);
        var line = DescribeConference.Line(conference, clock);
        if (conference.Status == ConferenceStatus.Cancelled) return new PutAwayContent(PutAway.Cancelled, line);
        if (!LookAgain.IsComing(conference, clock)) return new PutAwayContent(PutAway.TakenPlace, line);
        var all = await session.Attendees.OfConferenceAsync(conference.Id, cancellationToken);
        var buttons = (await session.Cards.OfParentAsync(card.Id, cancellationToken)).ToLookup(c => c.Subject);
        var ordered = all.OrderBy(Order).ThenBy(a => a.Place).ToList();
        var counts = await session.Attendees.ComingCountsAsync([.. all.Select(a => a.Key)], clock.Now, cancellationToken);
        var at = first ?? Math.Max(0, ordered.FindIndex(a => a.Id == copy.Subject));
        return new PeopleContent(
            line, new CardStamp(card.Id, card.Version), PeopleContent.PageOf(at, ordered.Count),
            [.. ordered.Select(one => Row(copy.Person, one, buttons[one.Id].FirstOrDefault(), counts, clock))], Groups(conference.Id, all, buttons), card.Parent is not null);
    }

    /// <summary>One attendee or group opened; null when nobody is behind the card any more.</summary>
    public static async Task<AttendeeContent?> OneAsync(
        IStoreSession session, CardCopy copy, ImmutableArray<AgencyChoice> agencies, string? who, RuleClock clock, CancellationToken cancellationToken)
    {
        if (copy is not { Kind: CardKind.Attendee or CardKind.AttendeeGroup, Conference: { } id }) return null;
        var conference = await DescribeCard.ConferenceAsync(session, id, cancellationToken);
        var all = await session.Attendees.OfConferenceAsync(id, cancellationToken);
        var behind = Behind(copy, id, all);
        if (behind.Count == 0) return null;
        return new AttendeeContent(
            DescribeConference.Line(conference, clock),
            copy.Kind == CardKind.Attendee
                ? Row(copy.Person, behind[0], copy, await session.Attendees.ComingCountsAsync([behind[0].Key], clock.Now, cancellationToken), clock)
                : null,
            copy.Kind == CardKind.AttendeeGroup ? Group(behind, copy) : null, agencies, who);
    }

    /// <summary>The attendees that a row's or a group's button stands for now.</summary>
    public static IReadOnlyList<KnownAttendee> Behind(CardCopy copy, ConferenceId conference, IReadOnlyList<KnownAttendee> all) => copy.Kind == CardKind.Attendee
        ? [.. all.Where(a => a.Id == copy.Subject)]
        : [.. all.Where(a => a is { Standing: AttendeeStanding.Waiting, Group: { } group } && AttendeeKeys.GroupId(conference, group) == copy.Subject)];

    private static int Order(KnownAttendee one) => one.Standing switch
    {
        AttendeeStanding.Waiting => 0,
        AttendeeStanding.NotInTeams => 1,
        AttendeeStanding.NotHere => 2,
        AttendeeStanding.Contacted => one.BySettings ? 4 : 3,
    };

    private static ImmutableArray<AttendeeGroup> Groups(ConferenceId conference, IReadOnlyList<KnownAttendee> all, ILookup<Guid, CardCopy> buttons) =>
    [
        .. all.Where(a => a is { Standing: AttendeeStanding.Waiting, Group: not null }).GroupBy(a => a.Group!).Where(g => g.Count() > 1)
            .Select(g => (Members: g.ToList(), Card: buttons[AttendeeKeys.GroupId(conference, g.Key)].FirstOrDefault()))
            .Where(g => g.Card is not null).OrderByDescending(g => g.Members.Count).Select(g => Group(g.Members, g.Card!)),
    ];

    private static AttendeeGroup Group(IReadOnlyList<KnownAttendee> members, CardCopy copy) => new(
        new CardStamp(copy.Id, copy.Version), members.Count, members[0].Department,
        members.Select(m => m.Suggested).Distinct().ToList() is [{ } only] ? only.Name : null);

    private static AttendeeRow Row(
        PersonId reader, KnownAttendee one, CardCopy? button, IReadOnlyDictionary<string, int> counts, RuleClock clock) => new(
        button is null ? null : new CardStamp(button.Id, button.Version), one.Place, one.Account, one.Department, one.Suggested?.Name, one.Standing,
        one.Agency?.Name, one.BySettings,
        Math.Max(0, counts.GetValueOrDefault(one.Key) - 1),
        one.DecidedBy is not { } by ? DecidedBy.Nobody : by == reader ? DecidedBy.You : DecidedBy.AnotherAdministrator, clock.Local(one.DecidedAt));
}
