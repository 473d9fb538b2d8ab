using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.ClockworkTests;

public sealed class EventLookTests
{
    private static readonly CouncilKey Here = new("here");
    private readonly EventLooks _looks = new();

    [Fact]
    public void The_latest_look_at_an_event_counts_and_the_same_again_is_no_change()
    {
        Read(Seen("a", "NoReference"), Seen("b", "Private"));
        var before = _looks.Changes;
        Read(Seen("a", "NoReference"));
        Assert.Equal(before, _looks.Changes);

        Read(Seen("a", "Recognised"));
        Assert.True(_looks.Changes > before);
        Assert.Equal(["a:Recognised", "b:Private"], All());
    }

    [Fact]
    public void An_event_that_cannot_be_read_says_so_and_one_that_is_gone_says_nothing()
    {
        Read(Seen("a", "Recognised"), Seen("b", "Private"));
        _looks.Note(Here, "box@council.example", new CalendarPage([], ["b"], ["a"], null, true, false));
        Assert.Equal(["a:Unreadable"], All());
    }

    [Fact]
    public void Another_council_sees_nothing_of_it()
    {
        Read(Seen("a", "Recognised"));
        Assert.Empty(_looks.Of(new CouncilKey("there")));
    }

    [Fact]
    public void Only_the_latest_events_are_remembered()
    {
        for (var page = 0; page < 60; page++)
            Read([.. Enumerable.Range(page * 100, 100).Select(i => Seen($"e{i}", "Private"))]);
        var all = _looks.Of(Here);
        Assert.Equal(5000, all.Count);
        Assert.Contains(all, look => look.Place.EventId == "e5999");
        Assert.DoesNotContain(all, look => look.Place.EventId == "e999");
    }

    private void Read(params SeenEvent[] events) =>
        _looks.Note(Here, "box@council.example", new CalendarPage([.. events], [], [], null, true, false));

    private IEnumerable<string> All() => _looks.Of(Here).Select(look => $"{look.Place.EventId}:{look.Look.Outcome}").Order();

    private static SeenEvent Seen(string id, string outcome) => new(
        id, id, new Slot(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1)), false, null, [], new EventLook(outcome));
}
