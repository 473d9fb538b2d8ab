using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Workflows;

/// <summary>Compares what one mailbox says of a conference with what the others say, and keeps it.</summary>
internal sealed class HearCopies(ICalendarScope scope)
{
    /// <param name="known">The conference before this look; null when it is seen for the first time.</param>
    public async Task<CopyVerdict> HearAsync(
        IStoreSession session, Conference? known, ConferenceId id, string mailbox, SeenEvent seen, RuleClock clock, CancellationToken cancellationToken)
    {
        var all = await ReadableAsync(session, id, cancellationToken);
        var copy = new CalendarCopy(
            mailbox, seen.Id, seen.OfOrganiser, seen.Cancelled, seen.Recognised?.Type ?? default, seen.Slot, seen.People.Length, seen.ModifiedAt ?? clock.Now);
        var before = known is null ? null : all.Find(c => c.Mailbox == mailbox && c.EventId == seen.Id && c.ChangedAt > DateTimeOffset.MinValue);
        var others = all.FindAll(c => c.Mailbox != mailbox || c.EventId != seen.Id);
        var (kept, verdict) = CalendarCopies.Hear(known, copy, before, others, await IsAwayAsync(session, others, cancellationToken));
        await session.Conferences.KeepCopyAsync(kept, cancellationToken);
        return verdict;
    }

    /// <summary>Whether no mailbox that is read has a copy that stands.</summary>
    public async Task<bool> AllOffAsync(IStoreSession session, ConferenceId id, CancellationToken cancellationToken) =>
        CalendarCopies.AllOff(await ReadableAsync(session, id, cancellationToken));

    private static async Task<bool> IsAwayAsync(IStoreSession session, List<CalendarCopy> others, CancellationToken cancellationToken) =>
        others.Find(c => c.OfOrganiser) is { } organiser
        && await session.Mailboxes.FindAsync(organiser.Mailbox, cancellationToken) is { Problem: not null };

    /// <summary>A mailbox that was taken out of the settings, or is spelt otherwise in them now, does not speak any more.</summary>
    private async Task<List<CalendarCopy>> ReadableAsync(IStoreSession session, ConferenceId id, CancellationToken cancellationToken)
    {
        var read = scope.Mailboxes(session.Council);
        return [.. (await session.Conferences.CopiesAsync(id, cancellationToken)).Where(c => read.Contains(c.Mailbox, StringComparer.Ordinal))];
    }
}
