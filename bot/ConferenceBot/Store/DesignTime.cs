using Microsoft.EntityFrameworkCore.Design;

namespace ConferenceBot.Store;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without starting the host; it opens no database.</summary>
internal sealed class DesignTimeConferenceBotDb : IDesignTimeDbContextFactory<ConferenceBotDb>
{
    public ConferenceBotDb CreateDbContext(string[] args) => new(StoreDatabases.Sqlite<ConferenceBotDb>("Data Source=design.db"));
}

/// <inheritdoc cref="DesignTimeConferenceBotDb"/>
internal sealed class DesignTimeKeysDb : IDesignTimeDbContextFactory<KeysDb>
{
    public KeysDb CreateDbContext(string[] args) => new(StoreDatabases.Sqlite<KeysDb>("Data Source=design.db"));
}
