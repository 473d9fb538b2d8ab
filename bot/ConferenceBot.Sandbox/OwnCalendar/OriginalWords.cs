using System.Text.RegularExpressions;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>
/// What of an original calendar must not be found anywhere: addresses, names and references, and of the subjects of conferences every word
/// with a capital that is no ordinary word of such subjects.
/// </summary>
internal static partial class OriginalWords
{
    private static readonly HashSet<string> Ordinary = new(
        """
        child protection conference case initial review first pre birth transfer reconvened adjourned unborn icpc rcpc cpc cpcc cppm room
        teams online virtual hybrid meeting family the and for with via ring tel telephone phone house school centre hall office update
        new moved chair minutes core group monday tuesday wednesday thursday friday saturday sunday january february march april may june
        july august september october november december children day care health police date time person council note nursery
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <param name="tenant">Whose people may be named when the calendar is the sample.</param>
    /// <exception cref="FormatException">The original cannot be read any more.</exception>
    public static IReadOnlyList<string> Of(Tenant tenant)
    {
        var entries = tenant.Source.IsFile
            ? CalendarFile.Read(tenant.Source.Path).Entries
            : IcsCalendar.Read(File.ReadAllText(tenant.Source.Path));
        var people = entries.SelectMany(entry => entry.Invitees.Append(entry.Organizer).OfType<Invitee>())
            .Where(invitee => invitee.Kind != "resource").Where(invitee => tenant.Source.IsFile || !IsHere(tenant, invitee.Address))
            .SelectMany(invitee => new[] { invitee.Name, invitee.Address }).Where(text => text.Trim().Length > 3 && !Ordinary.Contains(text));
        var subjects = entries.SelectMany(entry => Words(entry.Subject));
        return [.. people.Concat(subjects).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether it is words, to be looked for as written ("An Interpreter" is no name in "an interpreter"), rather than an address or number.</summary>
    public static bool IsWord(string text) => !text.Any(c => c == '@' || char.IsAsciiDigit(c));

    private static bool IsHere(Tenant tenant, string address) =>
        tenant.FindByMail(address) is not null || address.Equals(tenant.Mailbox.Address, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(string subject)
    {
        var look = Subjects.Look(subject, true);
        var reference = SubjectNumbers.Find(subject).Reference;
        if (reference is not null)
            yield return reference;
        if (!SubjectTypes.IsConference(subject, "") || look.Found == SubjectFound.AnotherMeeting)
            yield break;
        foreach (var word in Capitalised().Matches(reference is null ? subject : subject.Replace(reference, "")).Select(match => match.Value).Where(word => !Ordinary.Contains(word)))
            yield return word;
    }

    [GeneratedRegex(@"\b\p{Lu}[\p{L}'’]{2,}\b")]
    private static partial Regex Capitalised();
}
