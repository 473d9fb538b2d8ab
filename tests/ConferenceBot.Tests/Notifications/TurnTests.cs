using ConferenceBot.Clockwork;
using ConferenceBot.Tests.Store;
using Xunit;

namespace ConferenceBot.Tests.Notifications;

/// <summary>Whose turn it is.</summary>
public sealed class TurnTests
{
    private static readonly DateTimeOffset Now = StoreHost.Now;
    private readonly MailboxTurns turns = new();

    [Fact]
    public void A_new_mailbox_is_due_at_once_and_read_once_at_a_time()
    {
        turns.Set([Box(1)]);
        Assert.Equal([Box(1)], turns.Begin(Now));
        turns.Hint(Box(1));
        Assert.Empty(turns.Begin(Now));
        turns.End(Box(1), Now.AddMinutes(5), null, troubled: false);
        Assert.Equal([Box(1)], turns.Begin(Now));
        turns.End(Box(1), Now.AddMinutes(5), null, troubled: false);
        Assert.Empty(turns.Begin(Now.AddMinutes(4)));
        Assert.Equal([Box(1)], turns.Begin(Now.AddMinutes(5)));
    }

    [Fact]
    public void A_hint_does_not_shorten_the_rest_of_a_failed_mailbox_but_is_not_forgotten()
    {
        turns.Set([Box(1)]);
        turns.Begin(Now);
        turns.End(Box(1), Now.AddMinutes(2), Now.AddMinutes(2), troubled: true);
        turns.Hint(Box(1));
        Assert.Empty(turns.Begin(Now.AddMinutes(1)));
        Assert.Equal(1, turns.Pending);
        Assert.Equal([Box(1)], turns.Begin(Now.AddMinutes(2)));
    }

    [Fact]
    public void Hinted_mailboxes_come_first_in_the_order_of_their_hints()
    {
        turns.Set(Boxes(1, 12));
        turns.Hint(Box(9));
        turns.Hint(Box(11));
        turns.Hint(Box(9));
        Assert.Equal([Box(9), Box(11)], turns.Begin(Now).Take(2));
    }

    [Fact]
    public void Troubled_mailboxes_never_take_the_places_of_the_healthy()
    {
        turns.Set(Boxes(1, 40));
        for (var round = 0; round < 5; round++)
            foreach (var box in turns.Begin(Now)) turns.End(box, Now.AddSeconds(1), Now.AddSeconds(1), troubled: true);
        Assert.Equal(MailboxTurns.TroubledPlaces, turns.Begin(Now.AddSeconds(1)).Count);

        turns.Set(Boxes(1, 60));
        Assert.Equal(Boxes(41, 8), turns.Begin(Now.AddSeconds(1)));
    }

    [Fact]
    public void A_slow_read_gives_its_place_back_but_there_is_an_end_to_it()
    {
        turns.Set(Boxes(1, 100));
        var all = new HashSet<MailboxKey>();
        for (var round = 0; round < 10; round++)
            foreach (var box in turns.Begin(Now))
            {
                Assert.True(all.Add(box));
                turns.IsSlow(box);
            }

        Assert.Equal(MailboxTurns.MostReads, all.Count);
    }

    [Fact]
    public void A_mailbox_that_left_the_settings_is_not_read_any_more()
    {
        turns.Set(Boxes(1, 2));
        turns.Begin(Now);
        turns.Set([Box(2)]);
        turns.End(Box(1), Now, null, troubled: false);
        turns.Set([Box(2)]);
        Assert.Empty(turns.Begin(Now));
    }

    private static MailboxKey Box(int number) => new(StoreHost.Here, $"m{number:00}@council.example");

    private static IEnumerable<MailboxKey> Boxes(int first, int count) => Enumerable.Range(first, count).Select(Box);
}
