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

/// <summary>What a calendar holds together with who the invited people are, both fetched before any transaction begins.</summary>
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
        return (page, await KnowAsync(council, addresses, cancellationToken));
    }

    /// <summary>The events of a conference in the mailboxes that are read, the one to believe first. One taken out of the settings is not asked.</summary>
    public async Task<IReadOnlyList<LinkedEvent>> EventsOfAsync(IStoreSession session, ConferenceId conference, CancellationToken cancellationToken)
    {
        var read = scope.Mailboxes(session.Council);
        return [.. (await session.Conferences.EventsOfAsync(conference, cancellationToken)).Where(one => read.Contains(one.Mailbox, StringComparer.Ordinal))];
    }

    public Task<SeenEvent?> ReadEventAsync(CouncilKey council, string mailbox, string eventId, CancellationToken cancellationToken) =>
        reader.ReadEventAsync(council, mailbox, eventId, cancellationToken);

    /// <summary>Who the people of one event are; nobody is looked up for one that is cancelled or no conference.</summary>
    public Task<ImmutableArray<KnownAddress>> KnowAsync(CouncilKey council, SeenEvent seen, CancellationToken cancellationToken) =>
        KnowAsync(council, seen is { Recognised: not null, Cancelled: false } ? seen.People : [], cancellationToken);

    private async Task<ImmutableArray<KnownAddress>> KnowAsync(CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken) =>
        addresses.IsEmpty ? [] : await people.KnowAsync(council, addresses, cancellationToken);
}
