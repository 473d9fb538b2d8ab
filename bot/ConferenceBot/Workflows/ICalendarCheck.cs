using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Looks at the configured calendars as the bot would, and says what it would make of them. It keeps nothing and sends nothing.</summary>
internal interface ICalendarCheck
{
    /// <param name="councils">Whose calendars; at least one.</param>
    /// <param name="writers">The report, without a word of a subject, a name or an address; and how far a long read is.</param>
    /// <returns>Whether everything was read and nothing needs a look by the administrator.</returns>
    Task<bool> RunAsync(
        IReadOnlyList<CouncilKey> councils, CalendarCheckRequest request, DateTimeOffset now, (TextWriter Output, TextWriter Progress) writers,
        CancellationToken cancellationToken);
}

/// <param name="Council">Only this council; null for all.</param>
/// <param name="Mailbox">Only this mailbox, by its place in the settings, from 1; null for all.</param>
/// <param name="Days">Days ahead instead of the window of the settings.</param>
/// <param name="All">Lists the other meetings too, instead of counting them.</param>
/// <param name="Json">For programs.</param>
internal sealed record CalendarCheckRequest(
    string? Council = null, int? Mailbox = null, int? Days = null, bool All = false, bool Json = false);
