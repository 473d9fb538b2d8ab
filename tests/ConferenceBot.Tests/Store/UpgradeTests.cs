using ConferenceBot.Store;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceBot.Tests.Store;

/// <summary>A database that an earlier program has filled is taken over with what it holds.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const string Before = "RemovedByPerson";
    private readonly string _folder = StoreHost.NewFolder();

    [Fact]
    public async Task What_was_stored_before_calendars_had_copies_and_people_absences_can_be_read_and_the_calendars_are_read_anew()
    {
        var escalation = Some.Escalation();
        var reach = new Reach(Some.Person(), "a:chat", "https://smba.example/", null, "cy-GB", Removed: true);
        await using (var host = await StoreHost.StartAsync(_folder))
        {
            await host.WriteAsync(async session =>
            {
                await session.Escalations.SaveAsync(escalation, default);
                await session.People.SaveAsync(reach, default);
                await session.Mailboxes.SaveAsync(new MailboxBookmark("a@council.example", "https://graph.example/delta", 3, true, StoreHost.Now, null, null, null), default);
            });
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ConferenceBotDb>().Database.MigrateAsync(Before);
        }

        await using var after = await StoreHost.StartAsync(_folder);
        Assert.Equivalent(escalation, await after.ReadAsync(s => s.Escalations.FindAsync(escalation.Id, default)), strict: true);
        Assert.Equal(reach, await after.ReadAsync(s => s.People.FindAsync(reach.Person, default)));
        var bookmark = await after.ReadAsync(s => s.Mailboxes.FindAsync("a@council.example", default));
        Assert.Equal((null, 3), (bookmark!.Link, bookmark.Round));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
