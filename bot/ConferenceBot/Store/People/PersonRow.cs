using ConferenceBot.Domain.People;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>How a person is reached in Teams; no name, no address.</summary>
internal sealed class PersonRow : StoredRow, IDescribed<PersonRow>
{
    public required Guid Person { get; init; }
    public string? ConversationId { get; set; }
    public string? ServiceUrl { get; set; }
    public DateTimeOffset? LastPromptedAt { get; set; }
    public string? Locale { get; set; }
    public bool Removed { get; set; }
    public Standing Standing { get; set; }
    public DateTimeOffset? AwayFrom { get; set; }
    public DateTimeOffset? AwayUntil { get; set; }

    public static void Describe(EntityTypeBuilder<PersonRow> row) => row.ToTable("People").HasKey(r => new { r.Council, r.Person });
}

internal sealed class PersonRows(StoreSession session) : IPersonRows
{
    public async Task<Reach?> FindAsync(PersonId person, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<PersonRow>(cancellationToken, person.Value);
        return row is null ? null : new Reach(person, row.ConversationId, row.ServiceUrl, row.LastPromptedAt, row.Locale, row.Removed, row.Standing,
            row is { AwayFrom: { } from, AwayUntil: { } until } ? new Absence(from, until) : null);
    }

    public async Task SaveAsync(Reach reach, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<PersonRow>(cancellationToken, reach.Person.Value);
        if (row is null) session.Add(row = new PersonRow { Council = session.Key, Person = reach.Person.Value });
        (row.ConversationId, row.ServiceUrl) = (reach.ConversationId, reach.ServiceUrl);
        (row.LastPromptedAt, row.Locale, row.Removed) = (reach.LastPromptedAt, reach.Locale, reach.Removed);
        (row.Standing, row.AwayFrom, row.AwayUntil) = (reach.Standing, reach.Absence?.From, reach.Absence?.Until);
        session.Changed();
    }
}
