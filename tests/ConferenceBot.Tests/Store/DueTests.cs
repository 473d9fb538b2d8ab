using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class DueTests : StoreTest
{
    [Fact]
    public async Task What_is_due_comes_earliest_first_up_to_now_and_no_more_than_asked()
    {
        var ids = new[] { Some.Id(), Some.Id(), Some.Id(), Some.Id() };
        await Host.WriteAsync(async s =>
        {
            await s.Dues.SetAsync(DueKind.Flag, ids[0], Some.Now, default);
            await s.Dues.SetAsync(DueKind.Task, ids[1], Some.Now.AddTicks(-1), default);
            await s.Dues.SetAsync(DueKind.Prompts, ids[2], Some.Now.AddDays(-1), default);
            await s.Dues.SetAsync(DueKind.Conference, ids[3], Some.Now.AddTicks(1), default);
        });
        Assert.Equal([ids[2], ids[1], ids[0]], (await DueAsync(Some.Now)).Select(d => d.Id));
        Assert.Equal(2, (await Host.ReadAsync(s => s.Dues.AtOrBeforeAsync(Some.Now, Some.Now, 2, default))).Count);
        Assert.Equal(Some.Now.AddDays(-1), await Host.ReadAsync(s => s.Dues.NextAsync(default)));
    }

    [Fact]
    public async Task An_obligation_has_one_next_instant_and_none_when_it_is_settled()
    {
        var id = Some.Id();
        Assert.Null(await Host.ReadAsync(s => s.Dues.NextAsync(default)));
        await SetAsync(DueKind.Task, id, Some.Now);
        await SetAsync(DueKind.Flag, id, Some.Now.AddDays(9));
        await SetAsync(DueKind.Task, id, Some.Now.AddDays(3));
        Assert.Equal(Some.Now.AddDays(3), await Host.ReadAsync(s => s.Dues.NextAsync(default)));
        await SetAsync(DueKind.Task, id, null);
        await SetAsync(DueKind.Task, id, null);
        Assert.Equal(DueKind.Flag, Assert.Single(await DueAsync(Some.Now.AddDays(10))).Kind);
        await Host.WriteAsync(async s =>
        {
            await s.Dues.SetAsync(DueKind.Flag, id, null, default);
            await s.Dues.SetAsync(DueKind.Flag, id, Some.Now.AddDays(4), default);
        });
        Assert.Equal(Some.Now.AddDays(4), await Host.ReadAsync(s => s.Dues.NextAsync(default)));
    }

    [Fact]
    public async Task A_row_that_fails_rests_in_machine_time_and_blocks_no_other()
    {
        Guid bad = Some.Id(), good = Some.Id();
        await SetAsync(DueKind.Task, bad, Some.Now.AddHours(-1));
        await SetAsync(DueKind.Task, good, Some.Now);
        for (var failure = 1; failure <= 2; failure++)
        {
            var due = (await DueAsync(Some.Now, Some.Now.AddYears(1))).Single(d => d.Id == bad);
            await Host.WriteAsync(s => s.Dues.FailedAsync(due, Some.Now.AddMinutes(5), default));
        }

        Assert.Equal(good, Assert.Single(await DueAsync(Some.Now, Some.Now.AddMinutes(5).AddTicks(-1))).Id);
        Assert.Equal([2, 0], (await DueAsync(Some.Now, Some.Now.AddMinutes(5))).Select(d => d.Failures));
        Assert.Equal(1, await Host.ReadAsync(s => s.Dues.FailingAsync(default)));
        await SetAsync(DueKind.Task, bad, Some.Now.AddHours(-1));
        Assert.Equal([0, 0], (await DueAsync(Some.Now)).Select(d => d.Failures));
        Assert.Equal(0, await Host.ReadAsync(s => s.Dues.FailingAsync(default)));
    }

    [Fact]
    public async Task A_failure_counts_for_the_instant_that_failed_only()
    {
        var id = Some.Id();
        await SetAsync(DueKind.Task, id, Some.Now);
        var failed = Assert.Single(await DueAsync(Some.Now));
        await SetAsync(DueKind.Task, id, Some.Now.AddHours(-2));
        await Host.WriteAsync(s => s.Dues.FailedAsync(failed, Some.Now.AddDays(1), default));
        await Host.WriteAsync(s => s.Dues.FailedAsync(failed with { Id = Some.Id() }, Some.Now.AddDays(1), default));
        Assert.Equal(0, Assert.Single(await DueAsync(Some.Now)).Failures);
    }

    private Task SetAsync(DueKind kind, Guid id, DateTimeOffset? at) => Host.WriteAsync(s => s.Dues.SetAsync(kind, id, at, default));

    private Task<IReadOnlyList<Due>> DueAsync(DateTimeOffset now, DateTimeOffset? machineNow = null) =>
        Host.ReadAsync(s => s.Dues.AtOrBeforeAsync(now, machineNow ?? Some.Now, 99, default));
}
