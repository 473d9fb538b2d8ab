using ConferenceBot.Store;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class WriteGateTests
{
    [Fact]
    public async Task Writers_go_in_in_the_order_in_which_they_came()
    {
        using var gate = new WriteGate();
        var order = new List<int>();
        var first = await EnterAsync(gate);
        var waiting = Enumerable.Range(0, 50).Select(async i =>
        {
            using var turn = await EnterAsync(gate);
            order.Add(i);
            await Task.Yield();
        }).ToList();
        Assert.Empty(order);
        first.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task One_who_comes_while_others_wait_does_not_overtake_them()
    {
        using var gate = new WriteGate();
        var first = await EnterAsync(gate);
        var second = EnterAsync(gate);
        first.Dispose();
        var third = EnterAsync(gate);
        var turn = await second;
        Assert.False(third.IsCompleted);
        turn.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task One_who_gives_up_is_passed_over()
    {
        using var gate = new WriteGate();
        using var cancel = new CancellationTokenSource();
        var first = await EnterAsync(gate);
        var second = EnterAsync(gate, cancel.Token);
        var third = EnterAsync(gate);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        first.Dispose();
        (await third).Dispose();
        (await EnterAsync(gate)).Dispose();
    }

    /// <summary>Each in a flow of its own, as turns and ticks are.</summary>
    private static async Task<IDisposable> EnterAsync(WriteGate gate, CancellationToken cancellationToken = default) =>
        await gate.EnterAsync(cancellationToken);
}
