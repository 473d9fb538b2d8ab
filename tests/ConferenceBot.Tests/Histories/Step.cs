using CsCheck;

namespace ConferenceBot.Tests.Histories;

internal enum Act
{
    Book, BookSeries, BookAllDay, Copy, Move, Rename, Hide, Show, Cancel, CancelAndKeep, Delete, Invite, Uninvite, Respond, ReplaceChair, SaveAgain,
    Sync, SyncInOrder, Forget, Break, BreakSoon, Heal, Notices, Wait, Walk, Pages, Restart,
}

/// <summary>One step of a history. The numbers choose among what there is when the step is taken, so that any step may be left out.</summary>
internal readonly record struct Step(Act Act, int A, int B, int C)
{
    private static readonly (int Weight, Act Act)[] Weights =
    [
        (10, Act.Book), (3, Act.BookSeries), (3, Act.BookAllDay), (8, Act.Copy), (12, Act.Move), (6, Act.Rename), (3, Act.Hide), (3, Act.Show),
        (3, Act.Cancel), (3, Act.CancelAndKeep), (3, Act.Delete), (6, Act.Invite), (5, Act.Uninvite), (2, Act.Respond), (3, Act.ReplaceChair),
        (2, Act.SaveAgain), (10, Act.Sync), (6, Act.SyncInOrder), (3, Act.Forget), (3, Act.Break), (3, Act.BreakSoon), (4, Act.Heal),
        (3, Act.Notices), (8, Act.Wait), (4, Act.Walk), (3, Act.Pages),
    ];

    private static readonly Act[] Chances = [.. Weights.SelectMany(one => Enumerable.Repeat(one.Act, one.Weight))];

    private static readonly Gen<Step> One = Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999],
        (chance, a, b, c) => new Step(chance == 0 ? Act.Restart : Chances[chance % Chances.Length], a, b, c));

    /// <returns>The history of that number, always the same.</returns>
    public static Step[] History(int number)
    {
        var random = new PCG(17, (ulong)number);
        var first = One.Array[4].Generate(random, null, out _);
        return [.. first.Select(step => step with { Act = Act.Book }), .. One.Array[6, 40].Generate(random, null, out _)];
    }

    public override string ToString() => $"new({nameof(Act)}.{Act}, {A}, {B}, {C})";
}
