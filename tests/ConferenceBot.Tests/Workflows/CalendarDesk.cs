using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>A desk with several mailboxes: each look is a read of one of them to its end.</summary>
internal sealed class CalendarDesk
{
    public const string Ours = Desk.Mailbox, Chair = "chair@council.example", Other = "other.chair@council.example", Teacher = "teacher@school.example";
    private readonly Desk _desk;
    private int _reads;

    public CalendarDesk(StoreHost host)
    {
        _desk = new Desk(host);
        foreach (var (address, role) in new[]
                 {
                     (Chair, ParticipantRole.Chair), (Other, ParticipantRole.Chair), (Teacher, ParticipantRole.Practitioner),
                 })
            _desk.Known[address] = new Professional(address, Some.Person(), Some.School, role);
        _desk.Boxes.AddRange([Chair, Teacher]);
    }

    public Desk Desk => _desk;

    public PersonId Person(string address) => _desk.Known[address].Person;

    /// <summary>A conference on that day of May from ten to twelve with everybody, as this mailbox shows it; changed an hour before now.</summary>
    public static SeenEvent On(int day, params string[] people) => new(
        "", "uid", new Slot(Desk.At(day, 10), Desk.At(day, 12)), false, new RecognisedConference(ConferenceType.Initial, "CP-1"),
        [.. people.Length == 0 ? [Ours, Chair, Teacher] : people])
    {
        ModifiedAt = Desk.At(11, 9),
    };

    /// <summary>Reads the mailbox, which gives the event as its own copy.</summary>
    public Task<MailboxBookmark> LookAsync(string mailbox, SeenEvent seen) =>
        ReadAsync(mailbox, [seen with { Id = $"in {mailbox}", OfOrganiser = mailbox == Ours && seen.Recognised is not null }], []);

    public Task<MailboxBookmark> GoneAsync(string mailbox) => ReadAsync(mailbox, [], [$"in {mailbox}"]);

    public Task<MailboxBookmark> AwayAsync(string mailbox)
    {
        _desk.Pages.Enqueue(() => throw new CalendarAwayException("ErrorAccessDenied", null, null));
        return _desk.Reading.ReadAsync(StoreHost.Here, mailbox, default);
    }

    public async Task<Conference> ConferenceAsync() => (await _desk.ReadAsync(s => s.Record.ConferencesAsync(10, default))).Single();

    public async Task<ReportTask> TaskAsync()
    {
        var conference = await ConferenceAsync();
        return (await _desk.ReadAsync(s => s.Tasks.OfConferenceAsync(conference.Id, default))).Single();
    }

    /// <summary>Tells what waits to be told, as the clock does.</summary>
    public Task GatherAsync() => _desk.WriteAsync(s => _desk.Gather.GatherAsync(s, Person(Teacher), _desk.Clock, default));

    /// <summary>The teacher's cards about the report, oldest first: the toast with which each went out, and whether it was replaced.</summary>
    public async Task<IReadOnlyList<(ToastKind? Toast, bool Replaced)>> CardsAsync()
    {
        var task = await TaskAsync();
        return await _desk.ReadAsync(async session =>
        {
            var cards = new List<(ToastKind?, bool)>();
            foreach (var copy in await session.Cards.OfSubjectAsync(task.Id.Value, default))
                cards.Add(((await session.Deliveries.OfCardAsync(copy.Id, default))?.Toast, copy.PutAway is not null));
            return cards;
        });
    }

    private Task<MailboxBookmark> ReadAsync(string mailbox, ImmutableArray<SeenEvent> events, ImmutableArray<string> removed)
    {
        _desk.Machine.Advance(TimeSpan.FromMinutes(10));
        _desk.Pages.Enqueue(() => new CalendarPage(events, removed, [], $"link {++_reads}", IsLast: true, Restart: false));
        return _desk.Reading.ReadAsync(StoreHost.Here, mailbox, default);
    }
}
