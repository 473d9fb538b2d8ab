using System.Globalization;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>What is said of a file after it was loaded: by date and reason, never by a word of an event.</summary>
internal static class FileNotes
{
    /// <summary>Most lines of a sort; the rest is a count.</summary>
    public const int Most = 12;

    public static IEnumerable<string> Of(IReadOnlyList<Replaced> all, IReadOnlyList<string> damaged, TimeZoneInfo zone)
    {
        var conferences = all.Count(item => item.IsConference && item.Entry.Type != "seriesMaster");
        return [Count(conferences, "conference is", "conferences are") + " recognised.", .. Unrecognised(all, zone), .. Cap(damaged, "")];
    }

    /// <summary>The people of the file.</summary>
    public static IEnumerable<string> People(Pseudonyms names, int chairs)
    {
        yield return Count(names.People.Count, "person awaits", "people await") + " confirmation; the bot contacts nobody before it.";
        if (names.People.Count == 0)
            yield return "Nobody of an agency is invited to a conference in this file. From Outlook, export it with full details.";
        yield return Count(chairs, "person is", "people are") + " taken for a chair, by how often your own organisation's people are invited.";
        if (names.Guests > names.Strangers)
            yield return Count(names.Guests - names.Strangers, "person has", "people have") + " a private address: never contacted.";
        if (names.Strangers > 0)
            yield return Count(names.Strangers, "person is", "people are") + " at a domain that is no agency here. Name one with --agency DOMAIN=AGENCY.";
        yield return "A manager and an administrator are invented: a calendar does not say who they are.";
    }

    /// <summary>Why not one event is a conference, in one line.</summary>
    public static string NoConference(IReadOnlyList<Replaced> all) =>
        $"none of the {all.Count(item => item.Entry.MasterKey is null)} events is recognised as a conference"
        + $" ({all.Count(item => item.Look?.Found == SubjectFound.NoReference && item.Entry.MasterKey is null)} lack only a reference)."
        + " The usual subject has a type and a reference, such as \"ICPC CP-10482\" or \"Review child protection conference LCS 204417\".";

    /// <summary>One line for each event or series; what could be put right first.</summary>
    private static List<string> Unrecognised(IReadOnlyList<Replaced> all, TimeZoneInfo zone) => Cap(
        all.Where(item => item is { IsConference: false, Entry.MasterKey: null })
            .OrderBy(item => item.Look?.Found ?? SubjectFound.AnotherMeeting).ThenBy(item => item.Entry.Start)
            .Select(item => $"{When(item.Entry, zone)}: not recognised, {Reason(item.Look)}."), " not recognised");

    private static List<string> Cap(IEnumerable<string> lines, string what)
    {
        var all = lines.ToList();
        return all.Count <= Most ? all : [.. all.Take(Most), string.Create(CultureInfo.InvariantCulture, $"… and {all.Count - Most} more{what}.")];
    }

    private static string Reason(SubjectLook? look) => look switch
    {
        null => "it is private and was not looked into",
        { Found: SubjectFound.NoReference, Number: NumberKind.DateLike } => "its number looks like a date, so it is no reference",
        { Found: SubjectFound.NoReference, Number: NumberKind.TenDigits } => "its number has ten digits, so it is no reference",
        { Found: SubjectFound.NoReference, Number: NumberKind.TelephoneLike } => "its number looks like a telephone number, so it is no reference",
        { Found: SubjectFound.NoReference } => "it has the words of a conference but no reference",
        { Found: SubjectFound.AnotherMeeting } => "it is about a conference but not one itself",
        { Found: SubjectFound.Empty } => "it has no subject",
        _ => "it does not say that it is a conference",
    };

    private static string When(CalendarEntry entry, TimeZoneInfo zone) => entry.IsAllDay
        ? entry.Start.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)
        : TimeZoneInfo.ConvertTime(entry.Start, zone).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
