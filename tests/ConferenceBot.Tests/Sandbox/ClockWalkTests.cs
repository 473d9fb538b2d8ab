using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Clock;
using ConferenceBot.Sandbox.Council;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class ClockWalkTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 11, 7, 0, 0, TimeSpan.Zero);
    private readonly ChangeFeed _feed = new();
    private readonly List<string> _stops = [];
    private readonly List<DateTimeOffset> _due = [];
    private readonly List<DateTimeOffset> _changes = [];
    private readonly SandboxClock _clock;

    public ClockWalkTests() => _clock = new SandboxClock(Start, _feed);

    [Fact]
    public async Task It_stops_at_every_due_instant_and_at_every_change_of_the_calendar()
    {
        _due.AddRange([Start.AddHours(2), Start.AddHours(5), Start.AddHours(30)]);
        _changes.Add(Start.AddHours(3));
        using var walk = Walk(quiet: true);
        await walk.WalkToAsync(Start.AddHours(6), CancellationToken.None);

        Assert.Equal(["07:00", "09:00", "10:00", "12:00", "13:00"], _stops);
        Assert.Equal(Start.AddHours(30), walk.Last!.NextDue);
        Assert.False(walk.IsWalking);
    }

    [Fact]
    public async Task With_a_host_that_cannot_finish_it_goes_on_in_steps_of_hours()
    {
        using var walk = Walk(quiet: false);
        await walk.WalkToAsync(Start.AddHours(10), CancellationToken.None);

        Assert.Equal(["07:00", "11:00", "15:00", "17:00"], _stops);
    }

    [Fact]
    public async Task A_leap_stops_nowhere_in_between()
    {
        _due.Add(Start.AddHours(2));
        using var walk = Walk(quiet: true);
        await walk.LeapToAsync(Start.AddHours(6), CancellationToken.None);

        Assert.Equal(["13:00"], _stops);
    }

    [Theory]
    [InlineData("hour", "2026-05-15T16:00:00Z")]
    [InlineData("morning", "2026-05-18T08:00:00Z")]
    [InlineData("nextDue", "2026-05-16T00:00:00Z")]
    [InlineData("conference", "2026-05-19T09:00:00Z")]
    [InlineData("sideways", null)]
    public void Steps_have_targets(string step, string? target)
    {
        var friday = Iso.Read("2026-05-15T15:00:00Z")!.Value;
        var found = ClockSteps.Target(step, friday, SampleCouncil.Load(null).Tenant, Iso.Read("2026-05-16T00:00:00Z"),
            [Start, Iso.Read("2026-05-27T09:00:00Z")!.Value, Iso.Read("2026-05-19T09:00:00Z")!.Value]);

        Assert.Equal(Iso.Read(target), found);
    }

    [Fact]
    public void The_next_working_morning_is_behind_a_bank_holiday() => Assert.Equal(Iso.Read("2026-05-26T08:00:00Z"),
        ClockSteps.Target("morning", Iso.Read("2026-05-22T15:00:00Z")!.Value, SampleCouncil.Load(null).Tenant, null, []));

    private ClockWalk Walk(bool quiet) => new(_clock, new Host(this, quiet),
        () => _changes.Where(change => change > _clock.Now).Order().Cast<DateTimeOffset?>().FirstOrDefault(),
        () => _stops.Add(_clock.Now.ToString("HH:mm", null)), new Happenings(() => _clock.Now, _feed));

    private sealed class Host(ClockWalkTests test, bool quiet) : IClockworkHost
    {
        public Task<Settled?> SettleAsync(CancellationToken cancellationToken) => Task.FromResult<Settled?>(new Settled(
            test._due.Where(due => due > test._clock.Now).Order().Cast<DateTimeOffset?>().FirstOrDefault(), quiet, quiet ? [] : ["mailbox"]));

        public Task<Settled?> LookAsync(CancellationToken cancellationToken) => SettleAsync(cancellationToken);
    }
}
