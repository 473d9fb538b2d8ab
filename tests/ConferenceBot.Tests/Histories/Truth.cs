using System.Globalization;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Tests.Histories;

/// <summary>What one calendar says of one conference now.</summary>
/// <param name="Beyond">After the end of what is read: a list of the calendar does not give it, a look at the event itself does.</param>
internal sealed record Said(
    string Mailbox, bool Organiser, bool Cancelled, ConferenceType Type, DateTimeOffset Start, DateTimeOffset End, string Known, int Unknown, bool Beyond = false);

/// <summary>The simple model: what the calendars say now, by conference.</summary>
internal static class Truth
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <param name="until">The end of what is read of a mailbox; nothing before its first read.</param>
    public static Dictionary<string, List<Said>> Of(Mailboxes mailboxes, Tenant tenant, IReadOnlyDictionary<string, DateTimeOffset> until)
    {
        Dictionary<string, List<Said>> all = [];
        foreach (var address in CalendarWorld.Read)
        {
            var box = mailboxes.At(address)!;
            foreach (var entry in box.Calendar.Entries())
            {
                if (entry.Type == "seriesMaster" || Occasion.Of(entry) is not { } type) continue;
                var invited = entry.Invitees.Where(one => one.Kind != "resource").Select(one => one.Address)
                    .Prepend(entry.Organizer!.Address).Distinct().Where(one => !CalendarWorld.Read.Contains(one) || Professional(tenant, one) is not null).ToList();
                var known = invited.Select(one => Professional(tenant, one)).OfType<Guid>().ToHashSet();
                var key = Key(entry);
                if (!all.TryGetValue(key, out var said)) all[key] = said = [];
                var (from, to) = Times(entry);
                said.Add(new Said(address, box == mailboxes.Primary || address == entry.Organizer!.Address, entry.IsCancelled, type, from, to,
                    string.Join(' ', known.Order()), invited.Count(one => Professional(tenant, one) is null),
                    until.TryGetValue(address, out var end) && entry.Start >= end));
            }
        }

        return all;
    }

    public static string Key(CalendarEntry entry) => entry.OriginalStart is { } original
        ? entry.Uid + "/" + original.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
        : entry.Uid;

    /// <summary>All-day means the days of London; nothing is shorter than a minute.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) Times(CalendarEntry entry)
    {
        var (start, end) = entry.IsAllDay ? (Midnight(entry.Start), Midnight(entry.End)) : (entry.Start, entry.End);
        return (start, end > start ? end : start.AddMinutes(1));
    }

    private static DateTimeOffset Midnight(DateTimeOffset day) =>
        new DateTimeOffset(day.DateTime.Date, London.GetUtcOffset(day.DateTime.Date)).ToUniversalTime();

    private static Guid? Professional(Tenant tenant, string address) =>
        tenant.FindByMail(address) is { } person && (tenant.Membership.GroupsOf(person).Count > 0 || tenant.Administrators.Contains(person.Id)) ? person.Id : null;
}
