using System.Collections.Immutable;
using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Which mailboxes a council has read, and over which window.</summary>
internal interface ICalendarScope
{
    IReadOnlyList<string> Mailboxes(CouncilKey council);

    /// <summary>The window of a full round that starts at <paramref name="now"/>, procedure time.</summary>
    CalendarWindow WindowAt(CouncilKey council, DateTimeOffset now);
}

/// <summary>One page of a calendar together with who the invited people are, both fetched before any transaction begins.</summary>
internal sealed class CalendarSource(ICalendarReader reader, IInvitedPeople people, ICalendarScope scope, EventLooks looks)
{
    public CalendarWindow WindowAt(CouncilKey council, DateTimeOffset now) => scope.WindowAt(council, now);

    public async Task<(CalendarPage Page, ImmutableArray<KnownAddress> Known)> ReadAsync(
        CouncilKey council, MailboxBookmark bookmark, CalendarWindow window, CancellationToken cancellationToken)
    {
        var page = await reader.ReadPageAsync(council, bookmark.Mailbox, bookmark.Link, window, cancellationToken);
        looks.Note(council, bookmark.Mailbox, page);
        ImmutableArray<string> addresses =
        [
            .. page.Events.Where(e => e is { Recognised: not null, Cancelled: false }).SelectMany(e => e.People)
                .Distinct(),
        ];
        return (page, addresses.IsEmpty ? [] : await people.KnowAsync(council, addresses, cancellationToken));
    }
}
