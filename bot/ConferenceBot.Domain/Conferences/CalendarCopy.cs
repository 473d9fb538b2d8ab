using System.Collections.Immutable;

namespace ConferenceBot.Domain.Conferences;

/// <summary>What one calendar says of a conference that several calendars may hold. People are only counted.</summary>
/// <param name="OfOrganiser">The calendar is the organiser's own: all other copies are sent out from it, and may be late or incomplete.</param>
/// <param name="ChangedAt">When the copy came to say what it says. An answer, a reminder or a colour changes a copy, but not what it says.</param>
public sealed record CalendarCopy(
    string Mailbox, string EventId, bool OfOrganiser, bool Cancelled, ConferenceType Type, Slot Slot, int People, DateTimeOffset ChangedAt)
{
    public bool SaysTheSameAs(CalendarCopy other) =>
        (OfOrganiser, Cancelled, Type, Slot, People) == (other.OfOrganiser, other.Cancelled, other.Type, other.Slot, other.People);
}

/// <summary>What follows from a look at one copy.</summary>
public enum CopyVerdict
{
    /// <summary>The conference is as this copy says.</summary>
    Follow,

    /// <summary>Its time and its type are as this copy says, its people as they were: the organiser's copy knows them better and cannot be read now.</summary>
    FollowTime,

    /// <summary>Another copy is the one to believe, or this one says nothing new: the conference stays as it is.</summary>
    Ignore,
    Cancel,
}

/// <summary>
/// The one rule of whom to believe when calendars disagree. The organiser's copy comes first, cancelled or not. Among the others a copy that
/// stands comes before one that is cancelled, since whoever is only taken off the list has a cancelled copy too; then what was said last; then
/// the copy that shows more people. A copy is heard again only when it says something new, so a stale one never takes the conference back.
/// </summary>
public static class CalendarCopies
{
    /// <param name="known">The conference as it is; null when this is its first copy.</param>
    /// <param name="before">What this copy said at the last look; null when it is new.</param>
    /// <param name="others">The copies in the other calendars.</param>
    /// <param name="organiserAway">Another of them is the organiser's, and its calendar cannot be read now: then it comes before nobody.</param>
    public static (CalendarCopy Kept, CopyVerdict Verdict) Hear(
        Conference? known, CalendarCopy seen, CalendarCopy? before, IReadOnlyCollection<CalendarCopy> others, bool organiserAway = false)
    {
        if (organiserAway) others = [.. others.Select(other => other with { OfOrganiser = false })];
        var repeats = before is not null && before.SaysTheSameAs(seen);
        var kept = repeats ? seen with { ChangedAt = before!.ChangedAt } : seen;
        if (AllOff([kept, .. others])) return (kept, CopyVerdict.Cancel);
        if (InOrder([kept, .. others])[0] != kept) return (kept, CopyVerdict.Ignore);
        if (kept.Cancelled) return (kept, CopyVerdict.Cancel);
        if (organiserAway) return (kept, repeats ? CopyVerdict.Ignore : CopyVerdict.FollowTime);
        return (kept, repeats && known is not null && !Agrees(kept, known) ? CopyVerdict.Ignore : CopyVerdict.Follow);
    }

    /// <summary>Whether no copy stands any more; also when there is none.</summary>
    public static bool AllOff(IEnumerable<CalendarCopy> copies) => copies.All(copy => copy.Cancelled);

    /// <summary>The copies, the one to believe first; the same order whichever is looked at.</summary>
    public static ImmutableArray<CalendarCopy> InOrder(IEnumerable<CalendarCopy> copies) =>
    [
        .. copies.OrderByDescending(copy => copy.OfOrganiser).ThenBy(copy => copy.Cancelled).ThenByDescending(copy => copy.ChangedAt)
            .ThenByDescending(copy => copy.People).ThenBy(copy => copy.Mailbox, StringComparer.Ordinal)
            .ThenBy(copy => copy.EventId, StringComparer.Ordinal),
    ];

    private static bool Agrees(CalendarCopy copy, Conference conference) =>
        conference.Status == ConferenceStatus.Planned && conference.Slot == copy.Slot && conference.Type == copy.Type;
}
