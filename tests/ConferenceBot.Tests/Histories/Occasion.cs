using ConferenceBot.Domain.Conferences;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Tests.Histories;

/// <summary>What a calendar may call an event, and what that is to the host. The words are this side's own.</summary>
/// <param name="Type">Null for what is no conference.</param>
internal sealed record Occasion(string Subject, ConferenceType? Type, params string[] Categories)
{
    /// <summary>In every subject and body; nothing of it may be found anywhere afterwards.</summary>
    public const string Secret = "Exampletonian";

    public static readonly Occasion[] All =
    [
        new("RCPC CP-40171 " + Secret, ConferenceType.Review),
        new("Initial child protection conference - CP-40172 " + Secret, ConferenceType.Initial),
        new("First RCPC CP-40173 " + Secret, ConferenceType.FirstReview),
        new("Pre-birth conference CP-40174 " + Secret, ConferenceType.PreBirth),
        new("CP-40175 " + Secret, ConferenceType.Review, "Child protection conference"),
        new("Team meeting " + Secret, null),
        new("RCPC 19/05/2026 tel 01632 960001 " + Secret, null),
        new("Core group CP-40176 " + Secret, null),
    ];

    /// <returns>What the words of an entry make of it; null when it is no conference, or not to be looked at.</returns>
    public static ConferenceType? Of(CalendarEntry entry)
    {
        if (entry.Sensitivity != "normal") return null;
        var subject = entry.Subject;
        while (subject.StartsWith("Canceled: ", StringComparison.Ordinal)) subject = subject[10..];
        return All.FirstOrDefault(one => one.Subject == subject)?.Type;
    }
}
