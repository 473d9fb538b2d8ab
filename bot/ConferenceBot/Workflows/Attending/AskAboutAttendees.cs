using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>
/// Asks the administrators about first-time attendees: one card for each administrator, gathered over all conferences, which replaces their
/// last one. The buttons of a row, a group and a conference are copies of their own, so that a card carries ids and versions only.
/// </summary>
internal sealed class AskAboutAttendees(Telling telling, IPeople people, IIds ids)
{
    /// <summary>Conferences on one list, the soonest; the others follow when these are decided.</summary>
    public const int MostConferences = 60;

    /// <summary>Rows of one conference that get buttons.</summary>
    public const int MostRows = 60;

    /// <summary>Brings the next asking forward, where somebody of this conference has to be asked about before it.</summary>
    public async Task QueueAsync(
        IStoreSession session, Conference conference, IReadOnlyList<KnownAttendee> attendees, RuleClock clock, CancellationToken cancellationToken)
    {
        if (!attendees.Any(IsNew)) return;
        var at = WhenToAsk.Of(conference, await LastAskedAsync(session, cancellationToken), clock);
        if (await session.Dues.AtAsync(DueKind.Attendees, Guid.Empty, cancellationToken) is { } queued && queued <= at) return;
        await session.Dues.SetAsync(DueKind.Attendees, Guid.Empty, at, cancellationToken);
    }

    /// <summary>Sets the next asking anew: the first instant at which somebody they were not asked about may be asked for.</summary>
    private async Task QueueAsync(IStoreSession session, RuleClock clock, CancellationToken cancellationToken)
    {
        var last = await LastAskedAsync(session, cancellationToken);
        DateTimeOffset? next = null;
        foreach (var (conference, attendees) in await WaitingAsync(session, clock, cancellationToken))
            if (attendees.Any(IsNew) && WhenToAsk.Of(conference, last, clock) is var at && !(at >= next))
                next = at;
        await session.Dues.SetAsync(DueKind.Attendees, Guid.Empty, next, cancellationToken);
    }

    private async Task<DateTimeOffset?> LastAskedAsync(IStoreSession session, CancellationToken cancellationToken)
    {
        DateTimeOffset? last = null;
        foreach (var administrator in people.Administrators(session.Council))
            if ((await session.People.FindAsync(administrator, cancellationToken))?.LastPromptedAt is { } at && !(at <= last)) last = at;
        return last;
    }

    private static bool IsNew(KnownAttendee one) => one is { Standing: AttendeeStanding.Waiting, Told: false };

    /// <summary>Gathers everybody who waits into one card for each administrator.</summary>
    public async Task AskAsync(IStoreSession session, RuleClock clock, CancellationToken cancellationToken)
    {
        if (await UnderWayUntilAsync(session, clock, cancellationToken) is { } until)
        {
            await session.Dues.SetAsync(DueKind.Attendees, Guid.Empty, until, cancellationToken);
            return;
        }

        var waiting = await WaitingAsync(session, clock, cancellationToken);
        if (waiting.Any(w => w.Attendees.Any(IsNew)))
            foreach (var administrator in people.Administrators(session.Council).Distinct())
                await AskAsync(session, administrator, waiting, clock, cancellationToken);
        foreach (var (conference, attendees) in waiting)
            await session.Attendees.SaveAsync(
                conference.Id, [.. attendees.Select(a => a.Standing == AttendeeStanding.Waiting ? a with { Told = true } : a)], cancellationToken);
        await QueueAsync(session, clock, cancellationToken);
    }

    /// <summary>The attendees of a conference, or what is known of them, have changed: its cards follow, with buttons for who is new.</summary>
    public async Task ListChangedAsync(
        IStoreSession session, Conference conference, IReadOnlyList<KnownAttendee> attendees, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var copy in await session.Cards.OfSubjectAsync(conference.Id.Value, cancellationToken))
        {
            if (copy is not { Kind: CardKind.People, PutAway: null }) continue;
            var rows = await session.Cards.OfParentAsync(copy.Id, cancellationToken);
            foreach (var row in rows) await session.Cards.SaveAsync(row with { Version = row.Version + 1 }, cancellationToken);
            await AddButtonsAsync(session, copy, rows, conference, attendees, now, cancellationToken);
            await CardChanges.SaveChangedAsync(session, copy, cancellationToken);
        }
    }

    private async Task AskAsync(
        IStoreSession session, PersonId administrator, IReadOnlyList<(Conference Conference, IReadOnlyList<KnownAttendee> Attendees)> waiting,
        RuleClock clock, CancellationToken cancellationToken)
    {
        foreach (var older in await session.Cards.OfSubjectAsync(administrator.Value, cancellationToken))
            if (older is { Kind: CardKind.PeopleList, PutAway: null })
                foreach (var item in await session.Cards.OfParentAsync(older.Id, cancellationToken))
                    await PutAwayAsync(session, item, cancellationToken);
        var list = await telling.MakeCardAsync(
            session,
            new Notice($"attendees/{administrator}/{clock.Now.ToUnixTimeSeconds()}", administrator, CardKind.PeopleList, administrator.Value, null, Urgency.Now, ToastKind.Task),
            clock.Now, cancellationToken);
        foreach (var (conference, attendees) in waiting)
        {
            var item = Copy(list, CardKind.People, conference.Id.Value, conference.Id, clock.Now);
            await session.Cards.SaveAsync(item, cancellationToken);
            await AddButtonsAsync(session, item, [], conference, attendees, clock.Now, cancellationToken);
        }

        var reach = await session.People.FindAsync(administrator, cancellationToken) ?? new Reach(administrator, null, null, null, null);
        await session.People.SaveAsync(reach with { LastPromptedAt = clock.Now }, cancellationToken);
    }

    /// <summary>Nobody is told anything while their conference is under way: screens are shared.</summary>
    private async Task<DateTimeOffset?> UnderWayUntilAsync(IStoreSession session, RuleClock clock, CancellationToken cancellationToken)
    {
        DateTimeOffset? last = null;
        foreach (var administrator in people.Administrators(session.Council))
            if (await session.Conferences.UnderWayUntilAsync(administrator, clock.Now, cancellationToken) is { } until && !(until <= last)) last = until;
        return last;
    }

    private async Task AddButtonsAsync(
        IStoreSession session, CardCopy card, IReadOnlyList<CardCopy> there, Conference conference, IReadOnlyList<KnownAttendee> attendees,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var groups = attendees.Where(a => a is { Standing: AttendeeStanding.Waiting, Group: not null }).GroupBy(a => a.Group!).Where(g => g.Count() > 1);
        var wanted = attendees.Take(MostRows).Select(a => (a.Id, CardKind.Attendee))
            .Concat(groups.Select(g => (Id: AttendeeKeys.GroupId(conference.Id, g.Key), CardKind.AttendeeGroup)));
        foreach (var (subject, kind) in wanted)
            if (there.All(row => row.Subject != subject))
                await session.Cards.SaveAsync(Copy(card, kind, subject, conference.Id, now), cancellationToken);
    }

    private static async Task PutAwayAsync(IStoreSession session, CardCopy copy, CancellationToken cancellationToken)
    {
        await session.Cards.SaveAsync(copy with { PutAway = PutAway.Replaced, Version = copy.Version + 1 }, cancellationToken);
        foreach (var inside in await session.Cards.OfParentAsync(copy.Id, cancellationToken))
            await session.Cards.SaveAsync(inside with { PutAway = PutAway.Replaced, Version = inside.Version + 1 }, cancellationToken);
    }

    private CardCopy Copy(CardCopy parent, CardKind kind, Guid subject, ConferenceId conference, DateTimeOffset now) => new()
    {
        Id = ids.Next(),
        Person = parent.Person,
        Kind = kind,
        Subject = subject,
        Conference = conference,
        Parent = parent.Id,
        CreatedAt = now,
    };

    private static async Task<IReadOnlyList<(Conference Conference, IReadOnlyList<KnownAttendee> Attendees)>> WaitingAsync(
        IStoreSession session, RuleClock clock, CancellationToken cancellationToken)
    {
        var waiting = new List<(Conference, IReadOnlyList<KnownAttendee>)>();
        foreach (var id in (await session.Attendees.WaitingAsync(clock.Now, cancellationToken)).Take(MostConferences))
            waiting.Add((await DescribeCard.ConferenceAsync(session, id, cancellationToken), await session.Attendees.OfConferenceAsync(id, cancellationToken)));
        return waiting;
    }
}
