using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>A turn that was taken; never its text.</summary>
internal sealed class InboxRow : StoredRow, IDescribed<InboxRow>
{
    public required string ActivityId { get; init; }
    public required Guid Person { get; init; }
    public required string Command { get; init; }
    public required DateTimeOffset At { get; init; }

    public static void Describe(EntityTypeBuilder<InboxRow> row) => row.ToTable("Inbox").HasKey(r => new { r.Council, r.ActivityId });
}

internal sealed class InboxRows(StoreSession session) : IInboxRows
{
    public async Task<bool> TryAddAsync(
        string activityId, PersonId person, string command, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await session.FindAsync<InboxRow>(cancellationToken, activityId) is not null) return false;
        session.Add(new InboxRow { Council = session.Key, ActivityId = activityId, Person = person.Value, Command = command, At = at });
        return true;
    }
}
