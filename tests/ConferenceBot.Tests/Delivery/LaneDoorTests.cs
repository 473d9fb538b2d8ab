using ConferenceBot.Delivery;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ConferenceBot.Tests.Delivery;

public sealed class LaneDoorTests
{
    private readonly FakeTimeProvider _machine = new();
    private int _tries;

    [Fact]
    public async Task What_was_sent_is_written_down_when_the_store_is_back_and_not_sent_again_in_the_meantime()
    {
        using var door = Door();
        var saved = door.PersistAsync(() => ++_tries < 4 ? throw new Away() : Task.CompletedTask, CancellationToken.None);
        while (!saved.IsCompleted)
            _machine.Advance(Pauses.Short);
        await saved;

        Assert.Equal(4, _tries);
    }

    [Fact]
    public async Task A_store_that_stays_away_is_given_up_in_the_end()
    {
        using var door = Door();
        var saved = door.PersistAsync(() => throw new Away(), CancellationToken.None);
        while (!saved.IsCompleted)
            _machine.Advance(Pauses.Short);

        await Assert.ThrowsAsync<Away>(() => saved);
    }

    [Fact]
    public async Task A_mistake_of_ours_is_not_tried_again()
    {
        using var door = Door();

        await Assert.ThrowsAsync<InvalidOperationException>(() => door.PersistAsync(() => throw new InvalidOperationException(), CancellationToken.None));
    }

    private LaneDoor Door() => new(null!, new TeamsWays(null!, null!), null!, _machine, new DeliveryOptions());

    private sealed class Away() : AwayException("away", null);
}
