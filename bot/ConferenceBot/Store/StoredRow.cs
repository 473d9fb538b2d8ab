using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>A row of one council. The council is the first part of its key.</summary>
internal abstract class StoredRow
{
    public required string Council { get; init; }
}

/// <summary>A row that names its own table, key and indices.</summary>
internal interface IDescribed<T> where T : class
{
    static abstract void Describe(EntityTypeBuilder<T> row);
}

/// <summary>A subject whose version counts its changes; a save from an outdated look is refused.</summary>
internal interface IVersioned
{
    int Version { get; set; }
}
