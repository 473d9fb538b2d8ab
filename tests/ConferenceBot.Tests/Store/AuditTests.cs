using ConferenceBot.Store;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class AuditTests : StoreTest
{
    private static readonly Guid First = new(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    private static readonly Guid Second = new(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2);

    private const string InFirst = "Council = 'sampleshire' AND Chain = '00000001-0000-0000-0000-000000000001'";
    private const string InSecond = "Council = 'sampleshire' AND Chain = '00000002-0000-0000-0000-000000000002'";

    [Fact]
    public async Task Chains_that_nobody_touched_hold()
    {
        Assert.Equal(new AuditReport(StoreHost.Here, 0, 0, null), await VerifyAsync());
        await FillAsync();
        Assert.Equal(new AuditReport(StoreHost.Here, 3, 9, null), await VerifyAsync());
        Assert.True((await VerifyAsync()).Holds);
    }

    [Theory]
    [InlineData($"UPDATE Audit SET Act = 'flag.read' WHERE {InFirst} AND Sequence = 2", AuditFault.RowAltered, 2)]
    [InlineData($"UPDATE Audit SET Actor = NULL WHERE {InFirst} AND Sequence = 1", AuditFault.RowAltered, 1)]
    [InlineData($"UPDATE Audit SET Card = NULL, Actor = Card WHERE {InFirst} AND Sequence = 3", AuditFault.RowAltered, 3)]
    [InlineData($"UPDATE Audit SET At = At + 1 WHERE {InFirst} AND Sequence = 3", AuditFault.RowAltered, 3)]
    [InlineData($"UPDATE Audit SET Hmac = zeroblob(32) WHERE {InFirst} AND Sequence = 2", AuditFault.RowAltered, 2)]
    [InlineData($"DELETE FROM Audit WHERE {InFirst} AND Sequence = 2", AuditFault.RowMissing, 3)]
    [InlineData($"DELETE FROM Audit WHERE {InFirst} AND Sequence = 1", AuditFault.RowMissing, 2)]
    [InlineData($"DELETE FROM Audit WHERE {InFirst} AND Sequence = 1; UPDATE Audit SET Sequence = Sequence - 1 WHERE {InFirst}",
        AuditFault.RowAltered, 1)]
    [InlineData($"DELETE FROM Audit WHERE {InFirst} AND Sequence = 3", AuditFault.TailMissing, 3)]
    [InlineData($"DELETE FROM Audit WHERE {InFirst}", AuditFault.TailMissing, 3)]
    [InlineData($"DELETE FROM Audit WHERE {InFirst} AND Sequence = 3; UPDATE AuditHeads SET Sequence = 2, Hmac = "
        + $"(SELECT Hmac FROM Audit WHERE {InFirst} AND Sequence = 2) WHERE {InFirst}", AuditFault.HeadAltered, 2)]
    [InlineData($"UPDATE AuditHeads SET Sequence = 9 WHERE {InFirst}", AuditFault.HeadAltered, 9)]
    [InlineData($"DELETE FROM AuditHeads WHERE {InFirst}", AuditFault.HeadMissing, 3)]
    [InlineData($"INSERT INTO Audit SELECT Council, Chain, 4, Act, Actor, Card, At, Hmac FROM Audit WHERE {InFirst} AND Sequence = 3",
        AuditFault.RowAltered, 4)]
    [InlineData($"UPDATE Audit SET Sequence = -Sequence WHERE {InFirst} AND Sequence > 1; "
        + $"UPDATE Audit SET Sequence = 5 + Sequence WHERE {InFirst} AND Sequence < 0", AuditFault.RowAltered, 2)]
    [InlineData($"DELETE FROM Audit WHERE {InFirst}; UPDATE Audit SET Chain = '00000001-0000-0000-0000-000000000001' WHERE {InSecond}",
        AuditFault.RowAltered, 1)]
    public async Task Whatever_was_done_to_the_rows_shows_at_the_first_break(string sql, object fault, long sequence)
    {
        await FillAsync();
        Assert.True(Host.Tamper(sql) > 0);
        var report = await VerifyAsync();
        Assert.Equal(new AuditBreak(First, sequence, (AuditFault)fault), report.Break);
        Assert.False(report.Holds);
    }

    [Fact]
    public async Task A_row_moved_to_another_council_breaks_that_councils_chain()
    {
        await FillAsync();
        Host.Tamper("UPDATE Audit SET Council = 'otherton'; UPDATE AuditHeads SET Council = 'otherton'");
        var report = await Host.Services.GetRequiredService<AuditVerifier>().VerifyAsync(StoreHost.Elsewhere, default);
        Assert.Equal(new AuditBreak(null, 1, AuditFault.RowAltered), report.Break);
        Assert.Equal(0, (await VerifyAsync()).Chains);
    }

    [Fact]
    public async Task A_head_put_back_to_an_earlier_end_shows_the_rows_after_it()
    {
        await FillAsync();
        Host.Tamper("CREATE TABLE Kept AS SELECT * FROM AuditHeads");
        await Host.WriteAsync(s => AppendAsync(s, First));
        Host.Tamper("DELETE FROM AuditHeads; INSERT INTO AuditHeads SELECT * FROM Kept");
        Assert.Equal(new AuditBreak(First, 4, AuditFault.RowsAfterHead), (await VerifyAsync()).Break);
    }

    [Fact]
    public async Task A_chain_goes_on_over_sessions_and_several_rows_of_one_session()
    {
        for (var i = 0; i < 3; i++)
            await Host.WriteAsync(async s =>
            {
                await AppendAsync(s, First);
                await AppendAsync(s, First);
            });
        Assert.Equal(new AuditReport(StoreHost.Here, 1, 6, null), await VerifyAsync());
    }

    private Task<AuditReport> VerifyAsync() => Host.Services.GetRequiredService<AuditVerifier>().VerifyAsync(StoreHost.Here, default);

    private Task FillAsync() => Host.WriteAsync(async s =>
    {
        for (var i = 0; i < 3; i++)
        {
            await AppendAsync(s, First);
            await AppendAsync(s, Second);
            await AppendAsync(s, null);
        }
    });

    private static Task AppendAsync(IStoreSession session, Guid? subject) =>
        session.Audit.AppendAsync(new AuditEntry(subject, "flag.show", Some.Person(), Some.Id(), Some.Now), default);
}
