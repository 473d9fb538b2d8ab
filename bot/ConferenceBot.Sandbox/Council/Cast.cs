using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.OwnCalendar;

namespace ConferenceBot.Sandbox.Council;

/// <summary>Who plays which part in the guided story and in the main job; null where nobody can.</summary>
/// <param name="Practitioner">Answers the prompt and later asks for a decision.</param>
/// <param name="Colleague">Is invited to the same conference and tells its chair about a safety concern.</param>
/// <param name="Manager">The practitioner's manager, who decides.</param>
/// <param name="Moved">Is invited only to a conference that moves.</param>
/// <param name="Cancelled">Is invited only to a conference that is cancelled.</param>
internal sealed record Cast(Guid? Practitioner, Guid? Colleague, Guid? Chair, Guid? Manager, Guid? Moved, Guid? Cancelled)
{
    /// <summary>Chooses from a calendar. Those invited to one conference only come first: nothing of theirs is folded into a list.</summary>
    public static Cast Choose(IReadOnlyList<Person> people, Guid chairsGroup, IEnumerable<CalendarEntry> entries)
    {
        var byMail = people.ToDictionary(person => person.Mail, StringComparer.OrdinalIgnoreCase);
        var conferences = entries.Where(Conferences.Stands).OrderBy(entry => entry.Start)
            .Select(entry => Invited(entry, byMail)).Where(invited => invited.Count > 0).ToList();
        var often = conferences.SelectMany(invited => invited).CountBy(person => person.Id).ToDictionary();
        bool IsChair(Person person) => person.Groups.Contains(chairsGroup);
        List<Person> Authors(List<Person> invited) => [.. invited.Where(person => !IsChair(person))
            .OrderBy(person => often[person.Id] > 1).ThenBy(person => person.AgencyKey == "police")];

        var main = conferences.Where(invited => invited.Exists(IsChair))
            .OrderByDescending(invited => Math.Min(2, Authors(invited).Count))
            .ThenByDescending(invited => Math.Min(2, Authors(invited).Count(person => often[person.Id] == 1)))
            .FirstOrDefault() ?? [];
        var authors = Authors(main);
        var others = conferences.Where(invited => !ReferenceEquals(invited, main))
            .Select(invited => Authors(invited).Find(person => often[person.Id] == 1)).OfType<Person>().ToList();
        return new Cast(authors.ElementAtOrDefault(0)?.Id, authors.ElementAtOrDefault(1)?.Id, main.Find(IsChair)?.Id,
            authors.ElementAtOrDefault(0)?.Manager, others.ElementAtOrDefault(0)?.Id, others.ElementAtOrDefault(1)?.Id);
    }

    public JsonObject ToJson() => new()
    {
        ["practitioner"] = Practitioner?.ToString(),
        ["colleague"] = Colleague?.ToString(),
        ["chair"] = Chair?.ToString(),
        ["manager"] = Manager?.ToString(),
        ["moved"] = Moved?.ToString(),
        ["cancelled"] = Cancelled?.ToString(),
    };

    private static List<Person> Invited(CalendarEntry entry, Dictionary<string, Person> byMail) => [.. entry.Invitees
        .Select(invitee => byMail.GetValueOrDefault(invitee.Address)).OfType<Person>().DistinctBy(person => person.Id)];
}

/// <summary>Which entries of a calendar look like conferences to the sandbox. The bot decides for itself.</summary>
internal static class Conferences
{
    public static bool Stands(CalendarEntry entry) =>
        entry is { Type: not "seriesMaster", IsCancelled: false, IsDeleted: false, Sensitivity: "normal" } && Look(entry).IsConference;

    /// <summary>Whether it says that it is a conference, with a reference that can be read or without, and whatever became of it.</summary>
    public static bool Says(CalendarEntry entry) =>
        entry.Sensitivity == "normal" && Look(entry).Found is (SubjectFound.Conference or SubjectFound.NoReference);

    private static SubjectLook Look(CalendarEntry entry) => Subjects.Look(entry.Subject, entry.Categories.Contains(Replacing.Category));
}
