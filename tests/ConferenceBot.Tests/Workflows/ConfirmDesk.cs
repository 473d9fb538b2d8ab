using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain.Replies;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>What an administrator does with first-time attendees, over the desk's workflows.</summary>
internal sealed class ConfirmDesk(StoreHost host)
{
    public const string Officer = "officer@council.example", Nursery = "nursery@mail.example", Parent = "parent@mail.example", Worker = "worker@council.example";
    public static readonly PersonId Administrator = Some.Person(), OtherAdministrator = Some.Person(), OfficerId = Some.Person(), WorkerId = Some.Person();

    public Desk Desk { get; } = new(host)
    {
        Administering = { Administrator, OtherAdministrator },
        Accounts = { [Officer] = new KnownAddress(Officer, AccountKind.Member, OfficerId, "Legal services") },
        Known = { [Worker] = new Professional(Worker, WorkerId, Some.School, ParticipantRole.Practitioner) },
    };

    /// <summary>Two conferences of two cases with the same people, asked about.</summary>
    public async Task SeenAsync()
    {
        await ReadAsync(Event("a", "C1", 18, Worker, Officer, Nursery, Parent), Event("b", "C2", 18, Worker, Officer, Nursery));
        await PassAsync();
    }

    public async Task ConfirmAsync(string id, string address) =>
        Assert.Null(RefusalOf(await PressAsync(new ConfirmProfessional(await RowAsync(id, address), "health"))));

    /// <summary>The calendar holds these events now, and they are read.</summary>
    public async Task ReadAsync(params SeenEvent[] events)
    {
        foreach (var seen in events) Desk.Events[seen.Id] = seen;
        Desk.Pages.Enqueue(() => new CalendarPage([.. events], [], [], "link", IsLast: true, Restart: false));
        Assert.Null((await Desk.Reading.ReadAsync(StoreHost.Here, Desk.Mailbox, default)).Problem);
    }

    public static SeenEvent Event(string id, string caseNumber, int day, params string[] people) => new(
        id, id, new Slot(Desk.At(day, 10), Desk.At(day, 12)), false, new RecognisedConference(ConferenceType.Initial, caseNumber), [.. people]);

    /// <summary>Lets pass what is gathered, and everything due happen.</summary>
    public async Task PassAsync(TimeSpan? time = null)
    {
        Desk.Now += time ?? TimeSpan.FromMinutes(3);
        await Desk.Tick.RunAsync(StoreHost.Here, default);
    }

    public Task<IReadOnlyList<Conference>> ConferencesAsync() => Desk.ReadAsync(s => s.Record.ConferencesAsync(50, default));

    public async Task<Conference> ConferenceAsync(string id) => (await Desk.ReadAsync(async s =>
        await s.Conferences.FindAsync((await s.Conferences.FindByEventAsync(Desk.Mailbox, id, default))!.Value, default)))!;

    public Task<IReadOnlyList<CardCopy>> ListsAsync(PersonId? administrator = null) =>
        Desk.ReadAsync(s => s.Cards.OfSubjectAsync((administrator ?? Administrator).Value, default));

    /// <summary>The administrator's list opened at one conference.</summary>
    public async Task<(CardCopy Card, PeopleContent Content)> OpenAsync(string id, PersonId? administrator = null)
    {
        var conference = await ConferenceAsync(id);
        var card = (await Desk.ReadAsync(s => s.Cards.OfSubjectAsync(conference.Id.Value, default)))
            .Single(c => c is { Kind: CardKind.People, PutAway: null } && c.Person == (administrator ?? Administrator));
        return (card, Assert.IsType<PeopleContent>(await Desk.ReadAsync(s => DescribeCard.NowAsync(s, card, Desk.Clock, false, default))));
    }

    /// <summary>The stamp of the row of an address.</summary>
    public async Task<CardStamp> RowAsync(string id, string address, PersonId? administrator = null)
    {
        var (card, _) = await OpenAsync(id, administrator);
        var key = Desk.Keys.OfAddress(StoreHost.Here, address);
        return await Desk.ReadAsync(async s =>
        {
            var one = (await s.Attendees.OfConferenceAsync(card.Conference!.Value, default)).Single(a => a.Key == key);
            var row = (await s.Cards.OfParentAsync(card.Id, default)).Single(c => c.Subject == one.Id);
            return new CardStamp(row.Id, row.Version);
        });
    }

    public Task<CardAnswer> PressAsync(Reply reply, PersonId? actor = null, string verb = "people.test") => Desk.Acting.ActAsync(
        new Actor(StoreHost.Here, actor ?? Administrator), verb, reply, reply.Card.Id, () => true, default);

    public async Task<AttendeeStanding> StandingAsync(string id, string address)
    {
        var (conference, key) = (await ConferenceAsync(id), Desk.Keys.OfAddress(StoreHost.Here, address));
        return (await Desk.ReadAsync(s => s.Attendees.OfConferenceAsync(conference.Id, default))).Single(a => a.Key == key).Standing;
    }

    public static Refusal? RefusalOf(CardAnswer answer) => answer switch
    {
        CardAnswer.Say say => say.Refusal,
        CardAnswer.Show show => show.Content.Refusal,
        _ => null,
    };
}
