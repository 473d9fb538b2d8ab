using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>How a person is reached in Teams; no name, no address.</summary>
/// <param name="ConversationId">The personal conversation; null while the bot is not installed for them.</param>
/// <param name="ServiceUrl">Verbatim from the last validated turn.</param>
/// <param name="LastPromptedAt">Procedure time of the last prompt or digest; for the cap.</param>
/// <param name="Locale">From the last turn, such as <c>cy-GB</c>; null = English.</param>
/// <param name="Removed">The person took the bot away; it is not installed again behind their back.</param>
/// <param name="Standing">As the directory last said.</param>
/// <param name="Absence">As their automatic replies last said; null when they were off, or that is not known.</param>
internal sealed record Reach(
    PersonId Person, string? ConversationId, string? ServiceUrl, DateTimeOffset? LastPromptedAt, string? Locale, bool Removed = false,
    Standing Standing = Standing.Here, Absence? Absence = null)
{
    /// <summary>Nobody waits for an answer of theirs: they are away from their work, or have no account to be asked in.</summary>
    /// <param name="now">Procedure time.</param>
    public bool IsAwayAt(DateTimeOffset now) => Standing != Standing.Here || Absence?.Covers(now) == true;

    /// <summary>Why nothing reaches this person, the firmest reason first; null when they can be reached.</summary>
    public AdministratorMatter? WhyNotReached(DateTimeOffset now) => this switch
    {
        { Standing: Standing.Gone } => AdministratorMatter.AccountClosed,
        { Standing: Standing.Unlicensed } => AdministratorMatter.NoTeams,
        { Removed: true } => AdministratorMatter.NotReached,
        _ when IsAwayAt(now) => AdministratorMatter.AuthorAway,
        _ => null,
    };
}

internal interface IPersonRows
{
    Task<Reach?> FindAsync(PersonId person, CancellationToken cancellationToken);
    Task SaveAsync(Reach reach, CancellationToken cancellationToken);
}

/// <summary>The bookmark of one mailbox.</summary>
/// <param name="Link">The next or delta link to go on from; null = start a full round.</param>
/// <param name="Round">Number of the full round under way or last finished; events not seen in it are gone.</param>
/// <param name="RoundComplete">Whether the round has reached its delta link.</param>
/// <param name="WindowEnd">End of the frozen window of the round; UTC.</param>
/// <param name="LastSuccess">Machine time of the last completed read; null = never.</param>
/// <param name="Problem">Short code of why the last read failed; null after a success. "Could not look" is not "nothing".</param>
/// <param name="NotBefore">Machine time before which it is not asked again (Retry-After); null = at once.</param>
internal sealed record MailboxBookmark(
    string Mailbox, string? Link, int Round, bool RoundComplete, DateTimeOffset WindowEnd,
    DateTimeOffset? LastSuccess, string? Problem, DateTimeOffset? NotBefore)
{
    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }
}

internal interface IMailboxRows
{
    Task<MailboxBookmark?> FindAsync(string mailbox, CancellationToken cancellationToken);
    Task<IReadOnlyList<MailboxBookmark>> AllAsync(CancellationToken cancellationToken);
    Task SaveAsync(MailboxBookmark bookmark, CancellationToken cancellationToken);
}
