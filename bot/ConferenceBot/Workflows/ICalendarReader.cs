using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Workflows;

/// <summary>Reads conference calendars page by page. A failure is a <see cref="CalendarAwayException"/>, never an empty page.</summary>
internal interface ICalendarReader
{
    /// <param name="link">Where to go on; null starts a full round over the window.</param>
    Task<CalendarPage> ReadPageAsync(
        CouncilKey council, string mailbox, string? link, CalendarWindow window, CancellationToken cancellationToken);

    /// <summary>One event as it is now; null when it is gone, or cannot be read.</summary>
    Task<SeenEvent?> ReadEventAsync(CouncilKey council, string mailbox, string eventId, CancellationToken cancellationToken);
}

/// <summary>Half-open, UTC; frozen into a round's links.</summary>
internal readonly record struct CalendarWindow(DateTimeOffset From, DateTimeOffset Until);

/// <param name="Link">The next link, or the delta link when <paramref name="IsLast"/>.</param>
/// <param name="UnreadableIds">Events that are there but could not be read: what is known of them stays as it is.</param>
/// <param name="Restart">The link was refused as outdated: start a full round. The other members are empty then.</param>
internal sealed record CalendarPage(
    ImmutableArray<SeenEvent> Events, ImmutableArray<string> RemovedIds, ImmutableArray<string> UnreadableIds, string? Link, bool IsLast, bool Restart);

/// <summary>One event after matching; subject, body and location are already dropped.</summary>
/// <param name="Recognised">Null when it is not a conference.</param>
/// <param name="People">Addresses invited, lower case, each once, the organiser first; rooms left out.</param>
/// <param name="Look">What was made of it; for the record only.</param>
internal sealed record SeenEvent(
    string Id, string ICalUId, Slot Slot, bool Cancelled, RecognisedConference? Recognised, ImmutableArray<string> People, EventLook? Look = null)
{
    /// <summary>The mailbox is its organiser's own; always false when it is not a conference.</summary>
    public bool OfOrganiser { get; init; }

    /// <summary>When this mailbox's copy was last changed in any way; null when not said, or when it is not a conference.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }
}

/// <param name="CaseNumber">The calendar's own reference; protected text, never shown on a card.</param>
internal sealed record RecognisedConference(ConferenceType Type, string CaseNumber);

/// <summary>The calendar could not be read: "could not look" is not "nothing".</summary>
/// <param name="code">Short, for the bookmark and health: a Graph error code, <c>timeout</c>, <c>unreachable</c>.</param>
/// <param name="retryAfter">How long Graph asks to wait; null = use the usual back-off.</param>
internal sealed class CalendarAwayException(string code, TimeSpan? retryAfter, Exception? inner)
    : AwayException($"The calendar or directory could not be read: {code}.", inner)
{
    public string Code { get; } = code;
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
