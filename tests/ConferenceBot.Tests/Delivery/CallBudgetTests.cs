using ConferenceBot.Delivery;
using CsCheck;
using Xunit;

namespace ConferenceBot.Tests.Delivery;

/// <summary>The table of limits that Teams states for one bot (protocol F), over hours of machine time and without waiting.</summary>
public sealed class CallBudgetTests
{
    /// <summary>The stricter row: sending, and creating conversations.</summary>
    private static readonly (TimeSpan Window, int Most)[] OneConversation =
    [
        (TimeSpan.FromSeconds(1), 7), (TimeSpan.FromSeconds(2), 8), (TimeSpan.FromSeconds(30), 60), (TimeSpan.FromSeconds(3600), 1800),
    ];

    /// <summary>So many calls to a conversation at once, then so much time; every fourth call or so is given up before its turn.</summary>
    private static readonly Gen<(string Conversation, int Calls, bool Cancel, int Milliseconds)> Move = Gen.Select(
        Gen.Int[0, 5].Select(n => "a:" + n), Gen.OneOf(Gen.Const(1), Gen.Int[1, 12], Gen.Int[20, 60]), Gen.Int[0, 3].Select(n => n == 0),
        Gen.OneOf(Gen.Const(0), Gen.Int[1, 1100], Gen.Int[2400, 2600], Gen.Int[5_000, 70_000], Gen.Int[100_000, 1_000_000]));

    [Fact]
    public void No_pattern_of_calls_breaks_a_row_of_the_table_of_limits() => Gen.Select(Move.Array[1, 25], Gen.OneOf(Gen.Const(25), Gen.Int[1, 50]))
        .Sample((moves, perSecond) =>
        {
            using var run = new Run(perSecond);
            foreach (var (conversation, calls, cancel, milliseconds) in moves)
            {
                for (var call = 0; call < calls; call++) run.Ask(conversation, cancel && call % 2 == 0);
                run.Advance(TimeSpan.FromMilliseconds(milliseconds));
            }

            run.Advance(TimeSpan.FromHours(2));
            Assert.All(run.Let.GroupBy(call => call.Conversation), calls =>
                Assert.All(OneConversation, row => AssertWithin([.. calls.Select(call => call.At)], row.Window, row.Most)));
            AssertWithin([.. run.Let.Select(call => call.At)], TimeSpan.FromSeconds(1), Math.Min(perSecond, 50));
            Assert.Equal(0, run.Waiting);
        }, iter: 200);

    [Fact]
    public void A_conversation_that_is_written_to_without_end_gets_its_sustained_rate_all_the_same()
    {
        using var run = new Run(25);
        for (var call = 0; call < 2000; call++) run.Ask("a:busy");
        run.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));

        Assert.Equal(7 + (3600 * 2 / 5) - 1, run.Let.Count);
        Assert.All(OneConversation, row => AssertWithin([.. run.Let.Select(call => call.At)], row.Window, row.Most));
    }

    [Fact]
    public void A_council_with_much_to_say_says_it_at_its_full_rate()
    {
        using var run = new Run(25);
        for (var call = 0; call < 5000; call++) run.Ask("a:" + call);
        run.Advance(TimeSpan.FromSeconds(199));

        Assert.Equal(5000, run.Let.Count);
        Assert.True(run.Budget.Kept <= 1024, "Conversations that have their whole burst again are kept.");
    }

    [Fact]
    public void A_busy_conversation_holds_up_no_other()
    {
        using var run = new Run(25);
        for (var call = 0; call < 500; call++) run.Ask("a:busy");
        run.Ask("a:urgent");

        Assert.Contains(run.Let, call => call == ("a:urgent", TimeSpan.Zero));
        Assert.True(run.Budget.BusyFor("a:busy") > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, run.Budget.BusyFor("a:other"));
    }

    [Fact]
    public void Calls_to_one_conversation_go_in_the_order_in_which_they_were_asked_for()
    {
        using var budget = new CallBudget(new ExactTime(), 25);
        var calls = Enumerable.Range(0, 9).Select(_ => budget.SpendAsync("a:1", default)).ToList();

        Assert.Equal([true, true, true, true, true, true, true, false, false], calls.Select(call => call.IsCompletedSuccessfully));
    }

    [Fact]
    public void Whoever_gives_up_waiting_gives_the_place_to_the_next()
    {
        var time = new ExactTime();
        using var budget = new CallBudget(time, 25);
        using var cancel = new CancellationTokenSource();
        for (var call = 0; call < 7; call++) Assert.True(budget.SpendAsync("a:1", default).IsCompletedSuccessfully);
        var (given, next) = (budget.SpendAsync("a:1", cancel.Token), budget.SpendAsync("a:1", default));
        cancel.Cancel();
        time.Advance(TimeSpan.FromSeconds(2.5), () => { });

        Assert.True(given.IsCanceled);
        Assert.True(next.IsCompletedSuccessfully);
        Assert.True(budget.SpendAsync("a:2", cancel.Token).IsCanceled);
    }

    [Fact]
    public void While_the_council_rests_nothing_is_let_go_and_a_shorter_rest_does_not_end_a_longer_one()
    {
        using var run = new Run(25);
        run.Budget.Rest(TimeSpan.FromSeconds(30));
        run.Budget.Rest(TimeSpan.FromSeconds(2));
        run.Ask("a:1");
        run.Ask("a:2");
        run.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(TimeSpan.FromSeconds(1), run.Budget.RestsFor);
        Assert.Empty(run.Let);

        run.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, run.Budget.RestsFor);
        Assert.Equal([("a:1", TimeSpan.FromSeconds(30)), ("a:2", TimeSpan.FromSeconds(30))], run.Let);
    }

    [Fact]
    public void Nobody_waits_for_a_budget_that_has_ended()
    {
        var budget = new CallBudget(new ExactTime(), 1);
        _ = budget.SpendAsync("a:1", default);
        var waiting = budget.SpendAsync("a:2", default);
        budget.Dispose();

        Assert.True(waiting.IsCanceled);
    }

    private static void AssertWithin(List<TimeSpan> calls, TimeSpan window, int most)
    {
        for (var first = 0; first + most < calls.Count; first++)
            Assert.True(calls[first + most] - calls[first] >= window, $"More than {most} calls within {window} from {calls[first]}.");
    }

    /// <summary>A budget, what was asked of it and when it let go.</summary>
    private sealed class Run(int perSecond) : IDisposable
    {
        private readonly ExactTime _time = new();
        private readonly List<(string Conversation, Task Call)> _waiting = [];

        public CallBudget Budget => field ??= new CallBudget(_time, perSecond);
        public List<(string Conversation, TimeSpan At)> Let { get; } = [];
        public int Waiting => _waiting.Count;

        public void Ask(string conversation, bool cancel = false)
        {
            if (cancel) Give(conversation);
            else
            {
                _waiting.Add((conversation, Budget.SpendAsync(conversation, default)));
                Look();
            }
        }

        public void Advance(TimeSpan time) => _time.Advance(time, Look);

        public void Dispose() => Budget.Dispose();

        /// <summary>A call whose caller leaves at once; it may have been let go before that.</summary>
        private void Give(string conversation)
        {
            using var cancel = new CancellationTokenSource();
            var call = Budget.SpendAsync(conversation, cancel.Token);
            cancel.Cancel();
            if (call.IsCompletedSuccessfully) Let.Add((conversation, _time.Now));
        }

        private void Look()
        {
            foreach (var done in _waiting.Where(one => one.Call.IsCompletedSuccessfully))
                Let.Add((done.Conversation, _time.Now));
            _waiting.RemoveAll(one => one.Call.IsCompleted);
        }
    }
}
