using ConferenceBot.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class StoreStartTests : IDisposable
{
    private readonly string _folder = StoreHost.NewFolder();

    private string File => StoreHost.FileIn(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_start_makes_folder_and_schema_and_the_second_finds_them()
    {
        var task = Some.Task();
        await using (var first = await StoreHost.StartAsync(_folder)) await first.WriteAsync(s => s.Tasks.SaveAsync(task, default));
        await using var second = await StoreHost.StartAsync(_folder);
        Assert.NotNull(await second.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)));
    }

    [Fact]
    public async Task The_migrations_say_what_the_model_says()
    {
        await using var host = await StoreHost.StartAsync(_folder);
        await using var scope = host.Services.CreateAsyncScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<ConferenceBotDb>().Database.HasPendingModelChanges());
        Assert.False(scope.ServiceProvider.GetRequiredService<KeysDb>().Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_lock_of_a_migration_that_was_killed_is_removed()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        StoreHost.Tamper(File, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-05-11 08:00:00');
            """);
        await using var host = await StoreHost.StartAsync(_folder);
        await host.WriteAsync(s => s.Tasks.SaveAsync(Some.Task(), default));
    }

    [Fact]
    public async Task A_start_waits_while_another_process_migrates()
    {
        using var host = StoreHost.Build(_folder, out _);
        var file = host.Services.GetRequiredService<SqliteFile>();
        file.CreateFolder();
        Task starting;
        using (await MigrationLock.TakeAsync(file, TimeProvider.System, default))
        {
            starting = host.Services.GetRequiredService<StoreStart>().MigrateAsync(default);
            using var impatient = new CancellationTokenSource();
            var other = MigrationLock.TakeAsync(file, TimeProvider.System, impatient.Token);
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
            Assert.False(starting.IsCompleted);
        }

        await starting;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_database_that_asks_for_a_newer_program_is_not_opened()
    {
        await using (await StoreHost.StartAsync(_folder)) StoreHost.Tamper(File, "UPDATE Schema SET LowestProgram = '99.1.0'");
        var refused = await Assert.ThrowsAsync<StoreTooNewException>(() => StoreHost.StartAsync(_folder));
        Assert.Contains("99.1.0", refused.Message, StringComparison.Ordinal);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_away()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("not a database ", 500)));
        Assert.Equal("sqlite-26", (await Assert.ThrowsAsync<StoreAwayException>(() => StoreHost.StartAsync(_folder))).Code);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task The_hosts_own_connections_sync_every_commit_and_wait_for_others()
    {
        await using var host = await StoreHost.StartAsync(_folder);
        var diagnostics = host.Services.GetRequiredService<StoreDiagnostics>();
        var expected = new StorePragmas("wal", Synchronous: 2, BusyTimeoutMs: 1000, ForeignKeys: true);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(expected, await diagnostics.PragmasAsync(default));
            Assert.Equal(expected, await diagnostics.KeyPragmasAsync(default));
            await host.WriteAsync(s => s.Tasks.SaveAsync(Some.Task(), default));
        }
    }

    [Fact]
    public async Task Health_reads_a_row_and_names_the_code_when_it_cannot()
    {
        await using var host = await StoreHost.StartAsync(_folder);
        var health = host.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(e => e.Name == "store")).Status);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(File)!)) System.IO.File.Delete(path);
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("not a database ", 500)));
        var entry = (await health.CheckHealthAsync(e => e.Name == "store")).Entries["store"];
        Assert.Equal((HealthStatus.Unhealthy, "sqlite-26"), (entry.Status, entry.Description));
    }
}
