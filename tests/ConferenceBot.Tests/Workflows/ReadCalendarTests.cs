using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>A calendar read page by page: what fails, what cannot be read, and who is invited.</summary>
public sealed class ReadCalendarTests : StoreTest
{
    private const string Chair = "chair@council.example", Teacher = "teacher@school.example", Parent = "parent@mail.example";
    private static readonly Agency Council = new("council", "Council", AgencyKind.SocialCare);

    private Desk Desk => field ??= new Desk(Host);

    [Fact]
    public async Task A_failure_of_any_kind_is_said_rests_and_loses_nothing()
    {
        await ReadAsync(Last("round-1", Event("a")));
        Desk.Pages.Enqueue(() => throw new InvalidOperationException("something odd"));
        var failed = await ReadAsync();
        Assert.Equal(("InvalidOperationException", "round-1"), (failed.Problem, failed.Link));
        Assert.Equal(Desk.Machine.GetUtcNow().AddSeconds(2), failed.NotBefore);

        var asked = Desk.Asked.Count;
        await ReadAsync();
        Assert.Equal(asked, Desk.Asked.Count);

        Desk.Machine.Advance(TimeSpan.FromSeconds(2));
        Desk.Pages.Enqueue(() => throw new CalendarAwayException("timeout", null, null));
        Assert.Equal(Desk.Machine.GetUtcNow().AddSeconds(15), (await ReadAsync()).NotBefore);

        Desk.Machine.Advance(TimeSpan.FromSeconds(15));
        var read = await ReadAsync(Last("round-2"));
        Assert.Equal((null, null, "round-2"), (read.Problem, read.NotBefore, read.Link));
        Assert.Equal("round-1", Desk.Asked[^1]);
        Assert.Equal(ConferenceStatus.Planned, Assert.Single(await ConferencesAsync()).Status);
    }

    [Fact]
    public async Task A_wait_that_something_else_gave_up_is_a_failure_like_any_other_and_shows()
    {
        Desk.Pages.Enqueue(() => throw new OperationCanceledException());
        Assert.Equal("OperationCanceledException", (await ReadAsync()).Problem);
    }

    [Fact]
    public async Task How_long_the_calendar_asks_to_wait_is_kept()
    {
        Desk.Pages.Enqueue(() => throw new CalendarAwayException("TooManyRequests", TimeSpan.FromMinutes(3), null));
        Assert.Equal(Desk.Machine.GetUtcNow().AddMinutes(3), (await ReadAsync()).NotBefore);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_stays_as_it_is_and_one_that_is_gone_is_cancelled()
    {
        await ReadAsync(Last("round-1", Event("stays"), Event("goes", 20)));
        Desk.Pages.Enqueue(() => new CalendarPage([], [], [], null, IsLast: false, Restart: true));
        await ReadAsync(new CalendarPage([], [], ["stays"], "round-2", IsLast: true, Restart: false));

        Assert.Equal(["round-1", null], Desk.Asked.TakeLast(2));
        Assert.Equal([ConferenceStatus.Planned, ConferenceStatus.Cancelled], (await ConferencesAsync()).Select(c => c.Status));
        Assert.Equal("stays", Assert.Single(await Desk.ReadAsync(s => s.Record.EventsAsync(default))).EventId);
    }

    [Fact]
    public async Task A_conference_that_moved_to_after_what_is_read_is_moved_and_not_cancelled()
    {
        await ReadAsync(Last("round-1", Event("moves"), Event("goes", 20)));
        var far = Desk.Clock.Now.AddDays(120);
        Desk.Events["moves"] = Event("moves") with { Slot = new Slot(far, far.AddHours(2)) };
        Desk.Events["goes"] = Event("goes", 21);

        await ReadAsync(new CalendarPage([], ["moves", "goes", "unknown"], [], "round-2", IsLast: true, Restart: false));

        var conferences = (await ConferencesAsync()).OrderByDescending(c => c.Slot.Start).ToList();
        Assert.Equal([(ConferenceStatus.Planned, far, 2), (ConferenceStatus.Cancelled, Desk.At(20, 10), 1)],
            conferences.Select(c => (c.Status, c.Slot.Start, c.ScheduleVersion)));
    }

    [Fact]
    public async Task The_mailbox_itself_is_invited_only_when_it_is_a_professional_s_own()
    {
        Know(Teacher, ParticipantRole.Practitioner);
        await ReadAsync(Last("1", Event("a", people: [Desk.Mailbox, Teacher, Parent])));
        var shared = Assert.Single(await ConferencesAsync());
        Assert.Equal((1, 1, null), (shared.Participants.Length, shared.Unconfirmed, shared.Chair));

        var owner = Know(Desk.Mailbox, ParticipantRole.Chair);
        await ReadAsync(Last("2", Event("a", people: [Desk.Mailbox, Teacher, Parent])));
        var own = Assert.Single(await ConferencesAsync());
        Assert.Equal((2, 1, (PersonId?)owner), (own.Participants.Length, own.Unconfirmed, own.Chair));
    }

    [Fact]
    public async Task A_person_with_two_addresses_is_invited_once()
    {
        var person = Know(Chair, ParticipantRole.Chair);
        Desk.Known["second@council.example"] = Desk.Known[Chair] with { Address = "second@council.example" };
        await ReadAsync(Last("1", Event("a", people: [Chair, "second@council.example"])));
        Assert.Equal(person, Assert.Single(Assert.Single(await ConferencesAsync()).Participants).Person);
    }

    private PersonId Know(string address, ParticipantRole role)
    {
        var person = Some.Person();
        Desk.Known[address] = new Professional(address, person, role == ParticipantRole.Practitioner ? Some.School : Council, role);
        return person;
    }

    private static SeenEvent Event(string id, int day = 19, string[]? people = null) => new(
        id, id, new Slot(Desk.At(day, 10), Desk.At(day, 12)), false, new RecognisedConference(ConferenceType.Initial, "CP-1"), [.. people ?? []]);

    private static CalendarPage Last(string link, params SeenEvent[] events) => new([.. events], [], [], link, IsLast: true, Restart: false);

    private Task<MailboxBookmark> ReadAsync(CalendarPage? page = null)
    {
        if (page is not null) Desk.Pages.Enqueue(() => page);
        return Desk.Reading.ReadAsync(StoreHost.Here, Desk.Mailbox, default);
    }

    private Task<IReadOnlyList<Conference>> ConferencesAsync() => Desk.ReadAsync(s => s.Record.ConferencesAsync(10, default));
}
