using ConferenceBot.Domain;
using ConferenceBot.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class TransactionTests : StoreTest
{
    [Fact]
    public async Task Work_that_throws_leaves_nothing_behind_and_lets_the_next_in()
    {
        var task = Some.Task();
        await Assert.ThrowsAsync<ArithmeticException>(() => Host.WriteAsync(async s =>
        {
            await s.Tasks.SaveAsync(task, default);
            Assert.Single(await s.Tasks.OfConferenceAsync(task.Conference, default));
            await s.Audit.AppendAsync(new AuditEntry(task.Id.Value, "prep.answer", null, null, Some.Now), default);
            throw new ArithmeticException();
        }));
        Assert.Null(await Host.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)));
        await Host.WriteAsync(s => s.Tasks.SaveAsync(task, default));
        Assert.NotNull(await Host.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)));
    }

    [Fact]
    public async Task A_session_whose_save_failed_commits_nothing_even_when_the_failure_was_swallowed()
    {
        var task = Some.Task();
        var nameless = Some.Task() with { Agency = new(null!, "", default) };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.WriteAsync(async s =>
        {
            await s.Tasks.SaveAsync(task, default);
            await s.Tasks.SaveAsync(nameless, default);
            await Assert.ThrowsAnyAsync<Exception>(() => s.Tasks.OfConferenceAsync(task.Conference, default));
        }));
        Assert.Null(await Host.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)));
    }

    [Fact]
    public async Task A_reading_session_saves_nothing()
    {
        var reads = new Func<IStoreSession, Task>[]
        {
            s => s.Tasks.SaveAsync(Some.Task(), default),
            s => s.Conferences.SaveAsync(Some.Conference(), default),
            s => s.Deliveries.SaveAsync(Some.CardDelivery(), default),
            s => s.Dues.SetAsync(DueKind.Task, Some.Id(), Some.Now, default),
            s => s.Text.PutAsync(Some.Id(), "seen", "x", default),
            s => s.Audit.AppendAsync(new AuditEntry(null, "x", null, null, Some.Now), default),
        };
        foreach (var read in reads)
            await Assert.ThrowsAsync<InvalidOperationException>(() => Host.ReadAsync(async s =>
            {
                await read(s);
                return true;
            }));
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused_instead_of_waiting_for_itself()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.WriteAsync(_ => Host.WriteAsync(_ => Task.CompletedTask)));
        await Host.WriteAsync(_ => Task.CompletedTask);
        await Host.WriteAsync(_ => Task.CompletedTask);
    }

    [Fact]
    public async Task A_read_waits_for_no_writer_and_sees_what_was_committed_before_it_began()
    {
        var task = Some.Task();
        await Host.WriteAsync(s => s.Tasks.SaveAsync(task, default));
        await Host.WriteAsync(async s =>
        {
            await s.Tasks.SaveAsync(task with { Version = 5 }, default);
            await s.Tasks.OfConferenceAsync(task.Conference, default);
            Assert.Equal(4, (await Host.ReadAsync(r => r.Tasks.FindAsync(task.Id, default)))!.Version);
        });
        await Host.ReadAsync(async r =>
        {
            Assert.Equal(5, Assert.Single(await r.Tasks.OfConferenceAsync(task.Conference, default)).Version);
            await Host.WriteAsync(async s =>
            {
                await s.Tasks.FindAsync(task.Id, default);
                await s.Tasks.SaveAsync(task with { Version = 6 }, default);
            });
            Assert.Equal(5, Assert.Single(await r.Tasks.OfConferenceAsync(task.Conference, default)).Version);
            return true;
        });
    }

    [Fact]
    public async Task Sixteen_writers_and_as_many_readers_lose_nothing_and_see_no_error()
    {
        const int Writers = 16, Rounds = 20;
        var task = Some.Task() with { Version = 1, Given = [] };
        await Host.WriteAsync(s => s.Tasks.SaveAsync(task, default));
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Rounds; i++)
                await Host.WriteAsync(async s =>
                {
                    var read = (await s.Tasks.FindAsync(task.Id, default))!;
                    await s.Tasks.SaveAsync(read with { Version = read.Version + 1 }, default);
                    await s.Audit.AppendAsync(new AuditEntry(task.Id.Value, "prep.answer", Some.Person(), null, Some.Now), default);
                    await s.Dues.SetAsync(DueKind.Task, Some.Id(), Some.Now, default);
                });
        }));
        var readers = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Rounds; i++)
                await Host.ReadAsync(async s =>
                {
                    var first = Assert.Single(await s.Tasks.OfConferenceAsync(task.Conference, default)).Version;
                    Assert.Equal(first - 1, (await s.Dues.AtOrBeforeAsync(Some.Now, Some.Now, int.MaxValue, default)).Count);
                    return true;
                });
        }));
        await Task.WhenAll([.. writers, .. readers]);
        Assert.Equal(1 + Writers * Rounds, (await Host.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)))!.Version);
    }

    [Fact]
    public async Task A_cancelled_writer_leaves_the_queue()
    {
        using var cancel = new CancellationTokenSource();
        await Host.WriteAsync(async _ =>
        {
            Task waiting;
            using (ExecutionContext.SuppressFlow())
                waiting = Task.Run(() => Host.Store.WriteAsync(StoreHost.Here, _ => Task.FromResult(1), cancel.Token));
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        });
        await Host.WriteAsync(_ => Task.CompletedTask);
    }

    [Fact]
    public async Task A_file_that_another_process_locks_is_away_and_back_afterwards()
    {
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Host.File};Pooling=False");
        other.Open();
        using (var transaction = other.BeginTransaction())
        {
            var away = await Assert.ThrowsAsync<StoreAwayException>(() => Host.WriteAsync(_ => Task.CompletedTask));
            Assert.Equal("sqlite-5", away.Code);
            Assert.Null(await Host.ReadAsync(s => s.Tasks.FindAsync(new ReportTaskId(Some.Id()), default)));
        }

        await Host.WriteAsync(s => s.Tasks.SaveAsync(Some.Task(), default));
    }
}
