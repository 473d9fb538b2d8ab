using ConferenceBot.Domain.Conferences;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class ClosureTests
{
    private static readonly DateOnly First = SomeTime.Day("2026-07-23");

    [Fact]
    public void Both_ends_of_a_closure_belong_to_it()
    {
        var closure = new Closure(First, First.AddDays(2));
        Assert.True(closure.Contains(First));
        Assert.True(closure.Contains(First.AddDays(2)));
        Assert.False(closure.Contains(First.AddDays(-1)));
        Assert.False(closure.Contains(First.AddDays(3)));
        Assert.Equal(new Closure(First, First.AddDays(2)), closure);
    }

    [Fact]
    public void A_closure_of_one_day_is_a_closure() => Assert.True(new Closure(First, First).Contains(First));

    [Fact]
    public void A_closure_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Closure(First, First.AddDays(-1)));

    [Fact]
    public void A_closure_longer_than_a_year_is_refused()
    {
        _ = new Closure(First, First.AddDays(Closure.LongestDays - 1));
        Assert.Throws<ArgumentException>(() => new Closure(First, First.AddDays(Closure.LongestDays)));
    }
}
