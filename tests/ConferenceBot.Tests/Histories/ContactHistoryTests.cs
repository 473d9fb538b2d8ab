using CsCheck;
using Xunit;

namespace ConferenceBot.Tests.Histories;

/// <summary>
/// Nobody unconfirmed is ever contacted: random invitations, directories and confirmations through the sandbox's Graph, the real workflows and
/// the administrator's own cards.
/// </summary>
public sealed class ContactHistoryTests(CalendarWorld world, ITestOutputHelper output) : IClassFixture<CalendarWorld>
{
    private const int Sample = 20, All = 1_500;

    private static readonly Gen<(Deed Deed, int Conference, int Who)[]> Deeds = Gen.Select(
        Gen.Frequency((2, Gen.Const(Deed.Invite)), (2, Gen.Const(Deed.Uninvite)), (1, Gen.Const(Deed.Join)), (1, Gen.Const(Deed.Leave)),
            (1, Gen.Const(Deed.Depart)), (1, Gen.Const(Deed.Return)), (8, Gen.Const(Deed.Confirm)), (4, Gen.Const(Deed.SayNotHere)),
            (4, Gen.Const(Deed.TakeBack)), (1, Gen.Const(Deed.Forge)), (1, Gen.Const(Deed.LookAgain)), (2, Gen.Const(Deed.Pass))),
        Gen.Int[0, 2], Gen.Int[0, 6]).Array[5, 24];

    [Fact]
    public async Task Nobody_who_is_not_confirmed_is_ever_contacted_whatever_happens_to_invitations_groups_and_verdicts()
    {
        var (decided, contacted) = (0, 0);
        var count = await Many.HistoriesAsync(Sample, All, number => Deeds.Generate(new PCG(19, (ulong)number), null, out _), async deeds =>
        {
            var history = new ContactHistory(world);
            await history.RunAsync(deeds);
            (decided, contacted) = (decided + history.Decided, contacted + history.Contacted);
        });
        output.WriteLine($"{count} histories; {decided} presses of the administrator's cards with an effect.");
        Assert.True(decided > count && contacted > count * 10, $"{decided} and {contacted} say little.");
    }
}
