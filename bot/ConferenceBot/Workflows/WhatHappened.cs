using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>
/// Tells one council's conferences, notices, deliveries and acts, by ids and codes only: nothing that anybody typed, no subject of an
/// event, no name. It reads one consistent view and never waits for a writer.
/// </summary>
internal sealed class WhatHappened(IStore store, IRuleClocks clocks, EventLooks looks)
{
    /// <summary>Rows of each kind that are told at most; the newest.</summary>
    public const int Most = 2000;

    /// <summary>Changes whenever there is something new to tell.</summary>
    public string Mark => FormattableString.Invariant($"{store.Changes}.{looks.Changes}");

    public Task<CouncilRecord> TellAsync(CouncilKey council, CancellationToken cancellationToken) =>
        store.ReadAsync(council, session => TellAsync(session, clocks.Of(council), cancellationToken), cancellationToken);

    private async Task<CouncilRecord> TellAsync(IStoreSession session, RuleClock clock, CancellationToken cancellationToken)
    {
        var rows = session.Record;
        var conferences = await rows.ConferencesAsync(Most, cancellationToken);
        var events = (await rows.EventsAsync(cancellationToken)).ToLookup(e => e.Conference);
        var byId = conferences.ToDictionary(c => c.Id);
        var tasks = (await rows.TasksAsync(cancellationToken)).Where(t => byId.ContainsKey(t.Conference))
            .Select(t => (Task: t, Deadlines: TaskDeadlines.Of(byId[t.Conference], t, clock))).ToDictionary(t => t.Task.Id.Value);
        var subjects = await rows.SubjectsAsync(cancellationToken);
        var notices = new List<NoticeRecord>();
        foreach (var notice in await rows.NoticesAsync(Most, cancellationToken))
            notices.Add(await NoticeAsync(session, notice, tasks.GetValueOrDefault(notice.Notice.Subject).Deadlines, clock, cancellationToken));
        return new CouncilRecord(
            session.Council.Value,
            clock.Now,
            [.. conferences.Select(c => Conference(c, events[c.Id], [.. tasks.Values.Where(t => t.Task.Conference == c.Id)], clock))],
            notices,
            [.. (await rows.DeliveriesAsync(Most, cancellationToken)).Select(DeliveryRecord.Of)],
            [.. (await rows.ActsAsync(Most, cancellationToken)).Select(ActRecord.Of)],
            [.. (await rows.DuesAsync(cancellationToken)).Select(d => DueRecord.Of(d, tasks.GetValueOrDefault(d.Id).Task, subjects))],
            [.. (await session.Mailboxes.AllAsync(cancellationToken)).Select(m => new MailboxRecord(m.Mailbox, m.LastSuccess, m.Problem))],
            [.. looks.Of(session.Council).Select(l => new LookRecord(
                l.Place.Mailbox, l.Place.EventId, l.Look.Outcome, l.Look.Type?.ToString(), l.Look.TypeAssumed))]);
    }

    private static async Task<NoticeRecord> NoticeAsync(
        IStoreSession session, RecordedNotice row, TaskDeadlines? deadlines, RuleClock clock, CancellationToken cancellationToken)
    {
        var notice = row.Notice;
        var reason = NoticeReason.Of(notice, deadlines);
        var held = row.Waiting ? await NoticeHeld.OfAsync(session, notice, clock, cancellationToken) : null;
        return new NoticeRecord(
            notice.Key, row.At, notice.To.Value, notice.Card.ToString(), notice.Subject, notice.Conference?.Value, notice.Urgency.ToString(),
            row.Waiting ? "waiting" : row.ToldBy is null && notice.Urgency == Domain.Notices.Urgency.Routine ? "notNeeded" : "told",
            reason.Code, reason.Deadline, reason.Audience, held?.Code, held?.Until, row.ToldBy);
    }

    private static ConferenceRecord Conference(
        Conference conference, IEnumerable<LinkedEvent> events, IReadOnlyList<(ReportTask Task, TaskDeadlines Deadlines)> tasks, RuleClock clock)
    {
        var asked = tasks.Where(t => t.Task.Status != ReportStatus.Withdrawn).ToList();
        var chair = asked.Select(t => (t.Deadlines.Chair, What: "chair", Open: t.Task.ChairFactOpen));
        var family = asked.Where(t => t.Deadlines.Family is not null)
            .Select(t => (t.Deadlines.Family!.Value, What: "family", Open: t.Task.FamilyFactOpen(clock.Procedure)));
        var deadlines = chair.Concat(family).GroupBy(d => (d.Item1, d.What))
            .Select(group => new DeadlineRecord(group.Key.Item1, group.Key.What, group.Count(), group.Count(d => d.Open))).OrderBy(d => d.At);
        return new ConferenceRecord(
            conference.Id.Value, conference.Reference.Value, conference.Type.ToString(), conference.Status.ToString(), conference.Slot.Start,
            conference.Slot.End, conference.ScheduleVersion, conference.Chair?.Value,
            [.. conference.Participants.Select(p => new ParticipantRecord(p.Person.Value, p.Agency.Key, p.Role.ToString()))],
            conference.Unconfirmed, [.. events.Select(e => new PlaceRecord(e.Mailbox, e.EventId))], [.. deadlines]);
    }
}
