using System.Collections.Immutable;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Domain.Notices.Contents;

/// <summary>What the council's directory says of an invited address; never who it is.</summary>
public enum AccountKind
{
    /// <summary>No account here; an employer's address outside the council.</summary>
    Outside,

    /// <summary>No account here; an address of the kind that anybody can have.</summary>
    Consumer,

    /// <summary>An enabled account of the council's own. It proves employment, not a part in the conference.</summary>
    Member,
    Disabled,
    Guest,

    /// <summary>Several accounts fit; nobody is messaged on a guess.</summary>
    Several,
}

/// <summary>Who decided about an attendee, in words of a role.</summary>
public enum DecidedBy
{
    /// <summary>Nobody: the settings or nothing.</summary>
    Nobody,
    You,
    AnotherAdministrator,
}

/// <summary>The administrator's conferences with first-time attendees; each opens in place.</summary>
/// <param name="Waiting">People who wait, each once however many of the conferences they are invited to.</param>
public sealed record PeopleListContent(ImmutableArray<PeopleListItem> Items, int Waiting) : CardContent;

public sealed record PeopleListItem(CardStamp Card, ConferenceLine Conference, int Waiting);

/// <summary>The people invited to one conference, without naming one: those who wait for a decision first.</summary>
/// <param name="Card">The stamp of the conference's own card: rows and groups have theirs.</param>
/// <param name="First">Index of the first row shown.</param>
/// <param name="Rows">All rows; the card shows a page of them.</param>
/// <param name="FromList">The card was opened in a list and offers the way back.</param>
public sealed record PeopleContent(
    ConferenceLine Conference, CardStamp Card, int First, ImmutableArray<AttendeeRow> Rows, ImmutableArray<AttendeeGroup> Groups, bool FromList)
    : CardContent
{
    /// <summary>Rows of a page; more would not fit into the size that Teams takes.</summary>
    public const int RowsAPage = 4;

    /// <summary>Index of the first row of the page on which a row stands.</summary>
    public static int PageOf(int row, int rows) =>
        Math.Clamp(row / RowsAPage * RowsAPage, 0, Math.Max(0, (rows - 1) / RowsAPage * RowsAPage));
}

/// <param name="Card">Null when the button for it is not made yet.</param>
/// <param name="Place">Place in the invitation, from 1.</param>
/// <param name="Suggested">Name of the agency whose addresses these are: a suggestion.</param>
/// <param name="Agency">Name of the agency they are contacted or confirmed for.</param>
/// <param name="BySettings">Known by a group, department or list of the settings.</param>
/// <param name="Others">Other coming conferences they are invited to.</param>
/// <param name="DecidedAt">Local.</param>
public sealed record AttendeeRow(
    CardStamp? Card, int Place, AccountKind Account, string? Department, string? Suggested, AttendeeStanding Standing, string? Agency, bool BySettings,
    int Others, DecidedBy By, DateTimeOffset? DecidedAt);

/// <summary>Several who wait and have something known in common.</summary>
/// <param name="Department">Their department; null when it is their employer's addresses.</param>
public sealed record AttendeeGroup(CardStamp Card, int Count, string? Department, string? Suggested);

/// <summary>One attendee, or a group, opened: the agency is chosen here, and who it is can be shown.</summary>
/// <param name="Agencies">Key and name.</param>
/// <param name="Who">The address, read from the calendar for this look alone; null unless asked for just now.</param>
public sealed record AttendeeContent(
    ConferenceLine Conference, AttendeeRow? One, AttendeeGroup? Group, ImmutableArray<AgencyChoice> Agencies, string? Who) : CardContent;

public sealed record AgencyChoice(string Key, string Name);
