using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>The workflows over a real store, at times that the test says. London wall time; the week of Monday 11 May 2026.</summary>
internal sealed class Desk : IRuleClocks, IPeople, IInvitedPeople, ICalendarScope, ICalendarReader
{
    public const string Mailbox = "conferences@council.example";
    public static readonly Agency Health = new("health", "Sample Health Visiting", AgencyKind.HealthVisiting);
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly WorkingCalendar Calendar = new(Division.EnglandAndWales, London, [], [], new TimeOnly(9, 0), new TimeOnly(17, 0));
    private static readonly LocalProcedure Procedure = new() { DutyNumber = "01632 960 001" };
    private readonly StoreHost _host;

    public Desk(StoreHost host)
    {
        _host = host;
        var ids = new Ids();
        Telling = new Telling(ids, Machine);
        Gather = new GatherPrompts(Telling, ids);
        Keys = new AttendeeKeys(host.Services.GetRequiredService<IKeyedHash>());
        Barred = new NotHere(Keys);
        Raising = new RaiseFlags(Telling, this, ids, Barred);
        Flags = new ActOnFlag(Raising, new ActOnReport(Telling, Raising));
        Asking = new AskAboutAttendees(Telling, this, ids);
        var escalations = new ActOnEscalation(Telling, ids);
        var seeing = new SeeAttendees(Keys, Asking, new LeaveConference(Keys), this, ids);
        var reconsider = new Reconsider(Telling, Raising, escalations, this, Barred);
        Looking = new LookAtPeople(host.Store, this, this, new TellOfRemoval(Telling, this, this, Barred), reconsider);
        See = new SeeEvent(reconsider, seeing, new HearCopies(this), ids);
        var source = new CalendarSource(this, this, this, new EventLooks());
        Again = new LookAgain(host.Store, this, source, See);
        var people = new PeopleRoutes(
            new ActOnPeople(new DecideAttendees(Keys, seeing, See), this, this, Machine), new LookFirst(host.Store, source, Again, Keys, this), Barred);
        Acting = new ActOnCard(
            host.Store, this, new ActionRoutes(null!, Flags, escalations, people, new AskDirectory(this, host.Store, this, Looking, Barred)), host.Services.GetRequiredService<IKeyedHash>(), Machine);
        Tick = new Tick(
            host.Store, this, new TickRoutes(reconsider, Gather, Asking, Again), Machine, NullLogger<Tick>.Instance);
        Reading = new ReadCalendar(source, host.Store, See, this, Machine);
    }

    public FakeTimeProvider Machine { get; } = new(StoreHost.Now);
    public DateTimeOffset Now { get; set; } = At(11, 10);
    public Telling Telling { get; }
    public GatherPrompts Gather { get; }
    public RaiseFlags Raising { get; }
    public ActOnFlag Flags { get; }
    public ReadCalendar Reading { get; }
    public LookAtPeople Looking { get; }
    public AttendeeKeys Keys { get; }
    public NotHere Barred { get; }
    public AskAboutAttendees Asking { get; }
    public SeeEvent See { get; }
    public LookAgain Again { get; }
    public ActOnCard Acting { get; }
    public Tick Tick { get; }

    public List<PersonId> Administering { get; } = [];

    /// <summary>What is known of addresses that have no part.</summary>
    public Dictionary<string, KnownAddress> Accounts { get; } = [];

    /// <summary>The events as they are now, by id.</summary>
    public Dictionary<string, SeenEvent> Events { get; } = [];

    /// <summary>Whether calendar and directory cannot be read.</summary>
    public bool Away { get; set; }

    /// <summary>Professionals by address.</summary>
    public Dictionary<string, Professional> Known { get; } = [];

    /// <summary>What the calendar answers, one page a call.</summary>
    public Queue<Func<CalendarPage>> Pages { get; } = new();

    /// <summary>The links with which it was asked.</summary>
    public List<string?> Asked { get; } = [];

    public RuleClock Clock => new(Now, Procedure, Calendar);

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new DateTimeOffset(2026, 5, day, hour, minute, 0, TimeSpan.FromHours(1)).ToUniversalTime();

    /// <summary>Does something in a transaction.</summary>
    public Task WriteAsync(Func<IStoreSession, Task> work) => _host.WriteAsync(work);

    public Task<T> ReadAsync<T>(Func<IStoreSession, Task<T>> work) => _host.ReadAsync(work);

    /// <summary>A planned conference on that day from ten to twelve, with an open report of each person.</summary>
    public async Task<(Conference Conference, IReadOnlyList<ReportTask> Tasks)> ConferenceAsync(int day, params PersonId[] people)
    {
        var conference = Some.Conference() with
        {
            Slot = new Slot(At(day, 10), At(day, 12)),
            ScheduleVersion = 1,
            Participants = [.. people.Select(person => new Participant(person, Some.School, ParticipantRole.Practitioner))],
        };
        var tasks = people.Select(person => new ReportTask
        {
            Council = StoreHost.Here, Id = new ReportTaskId(Some.Id()), Conference = conference.Id, Author = person, Agency = Some.School, InvitedAt = Now,
        }).ToList();
        await WriteAsync(async session =>
        {
            await session.Conferences.SaveAsync(conference, default);
            foreach (var task in tasks) await session.Tasks.SaveAsync(task, default);
        });
        return (conference, tasks);
    }

    public RuleClock Of(CouncilKey council) => Clock;

    public Task<ImmutableArray<Professional>> FindAsync(CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Professional>>([.. addresses.Where(Known.ContainsKey).Select(address => Known[address])]);

    public Task<ImmutableArray<PersonId>> ManagersOfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(Managers);

    public ImmutableArray<PersonId> Managers { get; set; } = [];
    public ImmutableArray<PersonId> DeputyManagers { get; set; } = [];

    /// <summary>Whether looking at people fails.</summary>
    public bool DirectoryAway { get; set; }

    /// <summary>What the directory says of people; nothing of the others.</summary>
    public Dictionary<PersonId, PersonStanding> Standings { get; } = [];

    public ImmutableArray<PersonId> Deputies { get; set; } = [];
    public ImmutableArray<PersonId> AdministratorsHere { get; set; } = [];

    public Task<ImmutableArray<PersonId>> DeputyManagersOfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(DeputyManagers);

    public Task<ImmutableArray<PersonStanding>> LookAtAsync(CouncilKey council, ImmutableArray<PersonId> people, CancellationToken cancellationToken) => DirectoryAway
        ? throw new CalendarAwayException("away", null, null)
        : Task.FromResult<ImmutableArray<PersonStanding>>([.. people.Where(Standings.ContainsKey).Select(person => Standings[person])]);

    public Task RefreshAsync(CouncilKey council, CancellationToken cancellationToken) => Task.CompletedTask;

    public ImmutableArray<PersonId> DeputyChairs(CouncilKey council) => Deputies;


    public ImmutableArray<PersonId> Administrators(CouncilKey council) => [.. AdministratorsHere, .. Administering];

    public Task<ImmutableArray<KnownAddress>> KnowAsync(CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken) => Away
        ? throw new CalendarAwayException("timeout", null, null)
        : Task.FromResult<ImmutableArray<KnownAddress>>([.. addresses.Select(address =>
            Known.TryGetValue(address, out var professional) ? KnownAddress.Of(professional)
                : Accounts.GetValueOrDefault(address) ?? new KnownAddress(address, AccountKind.Consumer))]);

    public ImmutableArray<Agency> Agencies(CouncilKey council) => [Some.School, Health];

    public async Task<SeenEvent?> ReadEventAsync(CouncilKey council, string mailbox, string eventId, CancellationToken cancellationToken)
    {
        Looked.Add(mailbox);
        if (Away || AwayBoxes.Contains(mailbox)) throw new CalendarAwayException("timeout", null, null);
        var seen = Events.GetValueOrDefault(eventId);
        if (Meanwhile is { } happens)
        {
            Meanwhile = null;
            await happens();
        }

        return seen;
    }

    /// <summary>Mailboxes of which no event can be read.</summary>
    public HashSet<string> AwayBoxes { get; } = [];

    /// <summary>The mailboxes that were asked for one event, in order.</summary>
    public List<string> Looked { get; } = [];

    /// <summary>Happens once, after one event was read and before it is taken in.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>The mailboxes that are read.</summary>
    public List<string> Boxes { get; } = [Mailbox];

    public IReadOnlyList<string> Mailboxes(CouncilKey council) => Boxes;

    public CalendarWindow WindowAt(CouncilKey council, DateTimeOffset now) => new(now, now.AddDays(90));

    public Task<CalendarPage> ReadPageAsync(
        CouncilKey council, string mailbox, string? link, CalendarWindow window, CancellationToken cancellationToken)
    {
        Asked.Add(link);
        return Task.FromResult(Pages.Dequeue()());
    }
}
