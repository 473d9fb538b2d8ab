using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>Applies one calendar event to what is known: a new conference, a change, a cancellation, or nothing.</summary>
internal sealed class SeeEvent(Reconsider reconsider, SeeAttendees attendees, HearCopies copies, IIds ids)
{
    public const string CaseNumber = "caseNumber";

    /// <param name="known">What directory and settings know of the event's people.</param>
    public async Task SeeAsync(
        IStoreSession session, MailboxBookmark bookmark, SeenEvent seen, IReadOnlyList<KnownAddress> known, RuleClock clock,
        CancellationToken cancellationToken)
    {
        var linked = await session.Conferences.FindByEventAsync(bookmark.Mailbox, seen.Id, cancellationToken);
        if (seen.Recognised is not { } recognised)
        {
            if (linked is not null) await GoneAsync(session, bookmark.Mailbox, seen.Id, clock, cancellationToken);
            return;
        }

        var id = linked ?? await session.Conferences.FindByICalUIdAsync(seen.ICalUId, cancellationToken);
        var before = id is { } found ? await session.Conferences.FindAsync(found, cancellationToken) : null;
        if (before is null && (seen.Cancelled || seen.Slot.End <= clock.Now)) return;

        var judged = await attendees.JudgeAsync(session, before?.Id, bookmark.Mailbox, seen, known, cancellationToken);
        var sighting = new Sighting(recognised.Type, seen.Slot, seen.Cancelled, judged.Chair, judged.Participants, judged.Unconfirmed);
        var conference = before ?? First(session.Council, sighting, clock);
        await session.Conferences.LinkEventAsync(bookmark.Mailbox, seen.Id, seen.ICalUId, conference.Id, bookmark.Round, cancellationToken);
        var verdict = await copies.HearAsync(session, before, conference.Id, bookmark.Mailbox, seen, clock, cancellationToken);
        if (verdict == CopyVerdict.Ignore) return;
        await session.Text.PutAsync(conference.Id.Value, CaseNumber, recognised.CaseNumber, cancellationToken);
        if (verdict == CopyVerdict.FollowTime)
            sighting = sighting with { Chair = conference.Chair, Participants = conference.Participants, Unconfirmed = conference.Unconfirmed };
        var (after, change) = conference.See(sighting with { Cancelled = verdict == CopyVerdict.Cancel });
        if (before is null || change != SightingChange.None) await session.Conferences.SaveAsync(after, cancellationToken);
        if (verdict == CopyVerdict.Follow) await attendees.SaveAsync(session, after, judged.Attendees, clock, cancellationToken);
        if (before is not null && change == SightingChange.None) return;
        if (after.Status == ConferenceStatus.Planned)
            await session.Dues.SetAsync(DueKind.LookAgain, after.Id.Value, LookAgain.Next(clock), cancellationToken);
        await session.Audit.AppendAsync(
            new AuditEntry(after.Id.Value, before is null ? "conference.seen" : $"conference.changed.{change}", null, null, clock.Now),
            cancellationToken);
        await MatchRosterAsync(session, after, clock, cancellationToken);
        await reconsider.AllAsync(session, after, clock, cancellationToken);
    }

    /// <summary>The event is gone from one mailbox; the conference is cancelled when it stands in no other.</summary>
    public async Task GoneAsync(
        IStoreSession session, string mailbox, string eventId, RuleClock clock, CancellationToken cancellationToken)
    {
        if (await session.Conferences.FindByEventAsync(mailbox, eventId, cancellationToken) is not { } id) return;
        var last = await session.Conferences.UnlinkEventAsync(mailbox, eventId, cancellationToken);
        if (!last && !await copies.AllOffAsync(session, id, cancellationToken)) return;
        var conference = await DescribeCard.ConferenceAsync(session, id, cancellationToken);
        if (conference.Slot.End <= clock.Now) return;
        var (after, change) = conference.See(
            new Sighting(conference.Type, conference.Slot, true, conference.Chair, conference.Participants, conference.Unconfirmed));
        if (change == SightingChange.None) return;
        await session.Conferences.SaveAsync(after, cancellationToken);
        await session.Audit.AppendAsync(
            new AuditEntry(after.Id.Value, $"conference.changed.{change}", null, null, clock.Now), cancellationToken);
        await reconsider.AllAsync(session, after, clock, cancellationToken);
    }

    /// <summary>A full round did not give the event: it is gone, unless it is known to begin after the round's window, where nobody looked.</summary>
    public async Task NotSeenAsync(
        IStoreSession session, MailboxBookmark bookmark, string eventId, RuleClock clock, CancellationToken cancellationToken)
    {
        if (await session.Conferences.FindByEventAsync(bookmark.Mailbox, eventId, cancellationToken) is { } id
            && await session.Conferences.FindAsync(id, cancellationToken) is { } conference && conference.Slot.Start >= bookmark.WindowEnd)
            return;
        await GoneAsync(session, bookmark.Mailbox, eventId, clock, cancellationToken);
    }

    /// <summary>The conference with other participants, and everything that follows from it.</summary>
    public async Task SeePeopleAsync(
        IStoreSession session, Conference conference, ImmutableArray<Participant> participants, int unconfirmed, RuleClock clock,
        CancellationToken cancellationToken)
    {
        var chair = participants.FirstOrDefault(p => p.Role == ParticipantRole.Chair)?.Person;
        var (after, change) = conference.See(new Sighting(conference.Type, conference.Slot, false, chair, participants, unconfirmed));
        if (change == SightingChange.None) return;
        await session.Conferences.SaveAsync(after, cancellationToken);
        await session.Audit.AppendAsync(new AuditEntry(after.Id.Value, $"conference.changed.{change}", null, null, clock.Now), cancellationToken);
        await MatchRosterAsync(session, after, clock, cancellationToken);
        await reconsider.AllAsync(session, after, clock, cancellationToken);
    }

    private Conference First(CouncilKey council, Sighting sighting, RuleClock clock) => new()
    {
        Council = council,
        Id = new ConferenceId(ids.Next()),
        Reference = CaseReference.Mint(ids.Bytes(8)),
        Type = sighting.Type,
        Slot = sighting.Slot,
        ScheduleVersion = 1,
        Status = ConferenceStatus.Planned,
        FirstSeen = clock.Now,
        Chair = sighting.Chair,
        Participants = sighting.Participants,
        Unconfirmed = sighting.Unconfirmed,
    };

    private async Task MatchRosterAsync(IStoreSession session, Conference conference, RuleClock clock, CancellationToken cancellationToken)
    {
        var tasks = await session.Tasks.OfConferenceAsync(conference.Id, cancellationToken);
        var (missing, reopened) = Roster.Match(conference, [.. tasks]);
        foreach (var task in reopened) await session.Tasks.SaveAsync(task, cancellationToken);
        foreach (var author in missing)
            await session.Tasks.SaveAsync(
                new ReportTask
                {
                    Council = session.Council,
                    Id = new ReportTaskId(ids.Next()),
                    Conference = conference.Id,
                    Author = author.Person,
                    Agency = author.Agency,
                    InvitedAt = clock.Now,
                },
                cancellationToken);
    }
}
