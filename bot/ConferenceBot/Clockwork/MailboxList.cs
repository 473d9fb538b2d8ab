using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Clockwork;

/// <summary>Every mailbox of every council, as the settings name them now.</summary>
internal sealed class MailboxList(CouncilsLookup councils, ICalendarScope scope)
{
    public IEnumerable<CouncilKey> Councils => councils.All.Select(c => new CouncilKey(c.Key));

    public IReadOnlyList<MailboxKey> All => [.. Councils.SelectMany(c => scope.Mailboxes(c).Select(m => new MailboxKey(c, m)))];
}
