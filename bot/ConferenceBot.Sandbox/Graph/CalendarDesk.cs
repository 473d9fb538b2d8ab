using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Where an edit applies: one mailbox, or every mailbox that holds the event when none is named.</summary>
/// <param name="Event">The UID; of one occurrence the UID, a slash and its original start, for example <c>a@b.example/2026-05-12T09:00:00Z</c>.</param>
internal sealed record CalendarPlace(string Event, string? Mailbox = null);

/// <summary>Edits calendars as people would in Outlook. Every edit says whether it found what it was to change.</summary>
internal sealed class CalendarDesk(Tenant tenant, Mailboxes mailboxes)
{
    private const int MostOccurrences = 400;

    /// <summary>Books an event in some mailboxes; the same UID joins them. A room shows the organiser in place of the subject.</summary>
    /// <param name="every">Days between the occurrences of a series; null for one event.</param>
    /// <param name="count">How many occurrences.</param>
    /// <returns>False when a mailbox does not exist or the series is impossible; nothing is booked then.</returns>
    public bool Add(CalendarEntry entry, IReadOnlyList<string> addresses, int? every = null, int count = 1)
    {
        var boxes = addresses.Select(mailboxes.At).ToList();
        if (boxes.Count == 0 || boxes.Contains(null) || every < 1 || count is < 1 or > MostOccurrences)
            return false;
        foreach (var box in boxes.OfType<Mailbox>())
        {
            foreach (var one in every is { } days ? Series(entry, days, count) : [entry])
                box.Calendar.Put(box.Shown(one));
        }
        return true;
    }

    /// <summary>Puts what one mailbox holds of an event into another, as when somebody accepts an invitation.</summary>
    public bool Copy(string uid, string from, string to)
    {
        if (mailboxes.At(from) is not { } source || mailboxes.At(to) is not { } target)
            return false;
        var found = source.Calendar.Entries().Where(entry => entry.Uid == uid).ToList();
        found.ForEach(entry => target.Calendar.Put(target.Shown(entry)));
        return found.Count > 0;
    }

    /// <summary>Changes anything of an event; what a room would not show stays hidden in the room.</summary>
    public bool Change(CalendarPlace place, Func<CalendarEntry, CalendarEntry> change) => Each(place, box =>
        box.Calendar.Edit(place.Event, entry => box.IsRoom
            ? change(entry) is var changed ? box.Shown(changed) : entry
            : change(entry)));

    public bool Move(CalendarPlace place, DateTimeOffset start, DateTimeOffset end) =>
        start <= end && Each(place, box => box.Calendar.Move(place.Event, start, end));

    /// <summary>The organiser cancels: gone from the organiser's calendar and the team's, marked cancelled in everybody else's.</summary>
    public bool Cancel(CalendarPlace place) => Each(place, box =>
        box.Calendar.Cancel(place.Event, keep: box != mailboxes.Primary && !IsOrganiser(box, place.Event)));

    /// <summary>Cancels everywhere and leaves it marked, until somebody removes it.</summary>
    public bool CancelAndKeep(CalendarPlace place) => Each(place, box => box.Calendar.Cancel(place.Event, keep: true));

    /// <summary>Somebody removes it from a calendar.</summary>
    public bool Delete(CalendarPlace place) => Each(place, box => box.Calendar.Cancel(place.Event, keep: false));

    public bool Rename(CalendarPlace place, string subject, IReadOnlyList<string>? categories = null) =>
        Change(place, entry => entry with { Subject = subject, Categories = categories ?? entry.Categories });

    /// <param name="sensitivity">normal, personal, private or confidential.</param>
    public bool Mark(CalendarPlace place, string sensitivity) => Change(place, entry => entry with { Sensitivity = sensitivity });

    public bool Invite(CalendarPlace place, Invitee invitee) => Change(place, entry => entry with
    {
        Invitees = [.. entry.Invitees.Where(one => !Same(one, invitee.Address)), invitee],
    });

    public bool Uninvite(CalendarPlace place, string address) =>
        Change(place, entry => entry with { Invitees = [.. entry.Invitees.Where(one => !Same(one, address))] });

    public bool Respond(CalendarPlace place, string address, string response) => Change(place, entry => entry with
    {
        Invitees = [.. entry.Invitees.Select(one => Same(one, address) ? one with { Response = response } : one)],
    });

    /// <summary>Somebody else chairs: takes the place of every chair among the attendees, and of the organiser if that was a chair.</summary>
    public bool ReplaceChair(CalendarPlace place, Person chair)
    {
        bool Chairs(string address) => tenant.FindByMail(address) is { } person && person.Groups.Contains(tenant.ChairsGroup);
        var invitee = new Invitee(chair.Name, chair.Mail, "required", "accepted");
        return Change(place, entry => entry with
        {
            Invitees = [.. entry.Invitees.Where(one => !Chairs(one.Address)), invitee],
            Organizer = entry.Organizer is { } organiser && Chairs(organiser.Address) ? invitee with { Response = "organizer" } : entry.Organizer,
        });
    }

    private bool Each(CalendarPlace place, Func<Mailbox, bool> edit)
    {
        var boxes = place.Mailbox is { } address
            ? mailboxes.At(address) is { } one ? [one] : []
            : mailboxes.Holding(place.Event);
        return boxes.Select(edit).ToList().Contains(true);
    }

    private static bool IsOrganiser(Mailbox box, string key) =>
        box.Calendar.Find(key)?.Organizer is { } organiser && Same(organiser, box.Address);

    private static bool Same(Invitee invitee, string address) => invitee.Address.Equals(address, StringComparison.OrdinalIgnoreCase);

    /// <summary>A series keeps its time of day in its own zone, over the days on which clocks change too.</summary>
    private static IEnumerable<CalendarEntry> Series(CalendarEntry entry, int days, int count)
    {
        var zone = TimeZones.Find(entry.Zone) ?? TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(entry.Start, zone).DateTime;
        yield return entry with { Type = "seriesMaster" };
        for (var turn = 0; turn < count; turn++)
        {
            var wall = local.AddDays((long)turn * days);
            var start = new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
            yield return entry with
            {
                Key = $"{entry.Uid}/{Iso.Write(start)}",
                Type = "occurrence",
                MasterKey = entry.Key,
                Start = start,
                End = start + (entry.End - entry.Start),
                OriginalStart = start,
            };
        }
    }
}
