using System.Globalization;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>
/// Makes entries that hold nothing of what somebody wrote. Of an event stay its times, state and privacy; of a conference also the words of
/// its type, its reference, and who is invited under invented names. Everything else is dropped.
/// </summary>
internal static class Replacing
{
    public const string Category = "Child protection conference";

    /// <summary>Replaces in order of time, so that the first people met have the first numbers.</summary>
    /// <param name="tag">Part of every event's invented id.</param>
    public static IReadOnlyList<Replaced> All(IEnumerable<CalendarEntry> entries, string tag, Pseudonyms names)
    {
        var uids = new Dictionary<string, string>();
        string Uid(string uid) => uids.TryGetValue(uid, out var known) ? known
            : uids[uid] = string.Create(CultureInfo.InvariantCulture, $"event-{uids.Count + 1}-{tag}@{Pseudonyms.HomeDomain}");
        return [.. entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => One(entry, Uid(entry.Uid), names))];
    }

    private static Replaced One(CalendarEntry entry, string uid, Pseudonyms names)
    {
        var category = entry.Categories.Any(name => name.Trim().Equals(Category, StringComparison.OrdinalIgnoreCase));
        var look = entry.Sensitivity == "normal" ? Subjects.Look(entry.Subject, category) : null;
        var kept = new CalendarEntry(uid + entry.Key[entry.Uid.Length..], uid, entry.Type)
        {
            MasterKey = entry.MasterKey is null ? null : uid,
            Start = entry.Start,
            End = entry.End,
            OriginalStart = entry.OriginalStart,
            IsAllDay = entry.IsAllDay,
            IsCancelled = entry.IsCancelled,
            Subject = look?.Kept ?? Subjects.Nothing,
            Sensitivity = entry.Sensitivity,
            ShowAs = entry.ShowAs,
            Categories = category ? [Category] : [],
        };
        return look is not { IsConference: true }
            ? new Replaced(kept, look)
            : new Replaced(kept with
            {
                Organizer = entry.Organizer is null ? null : names.Replace(entry.Organizer),
                Invitees = [.. entry.Invitees.Select(names.Replace)],
            }, look);
    }
}

/// <summary>One entry without anything that somebody wrote.</summary>
/// <param name="Look">What the subject was taken for; null for an event marked private, which is not looked into.</param>
internal sealed record Replaced(CalendarEntry Entry, SubjectLook? Look)
{
    public bool IsConference => Look is { IsConference: true };
}
