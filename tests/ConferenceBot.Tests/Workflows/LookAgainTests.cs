using ConferenceBot.Domain.Conferences;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>A look at one conference keeps nothing else back, asks nobody it need not ask, and never takes a conference back in time.</summary>
public sealed class LookAgainTests : StoreTest
{
    private const string Second = "second@council.example";

    private Desk Desk => field ??= new Desk(Host);

    [Fact]
    public async Task A_mailbox_that_is_away_keeps_back_the_looks_at_its_own_conferences_only()
    {
        Desk.Boxes.Add(Second);
        await ReadAsync(Desk.Mailbox, Event("a", 25), Event("b", 26));
        await ReadAsync(Second, Event("c", 27), Event("d", 28));
        Desk.AwayBoxes.Add(Desk.Mailbox);
        foreach (var id in new[] { "a", "b", "c", "d" }) Desk.Events[id] = Desk.Events[id] with { People = ["new@mail.example"] };

        for (var quarter = 0; quarter < 3; quarter++)
        {
            Desk.Now = Desk.At(12, 7, quarter * 15);
            await Desk.Tick.RunAsync(StoreHost.Here, default);
        }

        Assert.Equal([0, 0, 1, 1], await UnconfirmedAsync());
        Assert.Equal([3, 2], [Desk.Looked.Count(m => m == Desk.Mailbox), Desk.Looked.Count(m => m == Second)]);

        Desk.AwayBoxes.Clear();
        Desk.Now = Desk.At(12, 8);
        await Desk.Tick.RunAsync(StoreHost.Here, default);
        Assert.Equal([1, 1, 1, 1], await UnconfirmedAsync());
    }

    [Fact]
    public async Task What_was_looked_at_before_the_calendar_was_read_is_looked_at_again()
    {
        await ReadAsync(Desk.Mailbox, Event("a", 25, "one@mail.example"));
        var moved = Event("a", 27, "two@mail.example");
        Desk.Meanwhile = () => ReadAsync(Desk.Mailbox, moved);

        await Desk.Again.LookAsync(StoreHost.Here, (await ConferenceAsync("a")).Id, default);

        var conference = await ConferenceAsync("a");
        Assert.Equal((moved.Slot, 2), (conference.Slot, conference.ScheduleVersion));
        var key = Desk.Keys.OfAddress(StoreHost.Here, "two@mail.example");
        Assert.Equal(key, Assert.Single(await Desk.ReadAsync(s => s.Attendees.OfConferenceAsync(conference.Id, default))).Key);
        Assert.Equal(2, Desk.Looked.Count);
    }

    [Fact]
    public async Task A_mailbox_taken_out_of_the_settings_is_not_looked_into()
    {
        Desk.Boxes.Add(Second);
        await ReadAsync(Second, Event("a", 25));
        Desk.Boxes.Remove(Second);

        await Desk.Again.LookAsync(StoreHost.Here, (await ConferenceAsync("a")).Id, default);
        Assert.Empty(Desk.Looked);
    }

    [Fact]
    public async Task A_mailbox_that_is_spelt_otherwise_in_the_settings_does_not_keep_a_deleted_conference_alive()
    {
        await ReadAsync(Desk.Mailbox, Event("a", 25));
        var respelt = Desk.Mailbox.ToUpperInvariant();
        Desk.Boxes[0] = respelt;
        await ReadAsync(respelt, Event("a", 25));

        Desk.Pages.Enqueue(() => new CalendarPage([], ["a"], [], "later", IsLast: true, Restart: false));
        await Desk.Reading.ReadAsync(StoreHost.Here, respelt, default);
        Assert.Equal(ConferenceStatus.Cancelled, (await ConferenceAsync("a")).Status);
    }

    [Fact]
    public async Task What_is_due_is_decided_without_a_look_at_any_calendar()
    {
        await ReadAsync(Desk.Mailbox, Event("a", 25));
        Desk.Now = Desk.At(12, 7);
        await Desk.Tick.DecideAsync(StoreHost.Here, default);
        Assert.Empty(Desk.Looked);

        Assert.Equal(1, await Desk.Tick.LookAsync(StoreHost.Here, default));
        Assert.Equal([Desk.Mailbox], Desk.Looked);
    }

    private static SeenEvent Event(string id, int day, params string[] people) => new(
        id, id, new Slot(Desk.At(day, 10), Desk.At(day, 12)), false, new RecognisedConference(ConferenceType.Initial, id), [.. people]);

    /// <summary>Reads the mailbox to the end; each read ends with a link of its own.</summary>
    private async Task ReadAsync(string mailbox, params SeenEvent[] events)
    {
        foreach (var seen in events) Desk.Events[seen.Id] = seen;
        Desk.Pages.Enqueue(() => new CalendarPage([.. events], [], [], $"link {Some.Id()}", IsLast: true, Restart: false));
        Assert.Null((await Desk.Reading.ReadAsync(StoreHost.Here, mailbox, default)).Problem);
    }

    private async Task<Conference> ConferenceAsync(string id) => (await Desk.ReadAsync(async s =>
        await s.Conferences.FindAsync((await s.Conferences.FindByICalUIdAsync(id, default))!.Value, default)))!;

    private async Task<IEnumerable<int>> UnconfirmedAsync()
    {
        var all = await Desk.ReadAsync(s => s.Record.ConferencesAsync(10, default));
        return all.OrderBy(c => c.Slot.Start).Select(c => c.Unconfirmed);
    }
}
