using ConferenceBot.Sandbox.Clock;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Graph.Notices;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox;

/// <summary>Every part of the tenant, put together once its address is known. Nothing here knows a process or a page.</summary>
internal sealed class TenantServices : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly NoticePost _notices;

    public TenantServices(Tenant tenant, IReadOnlyList<CalendarEntry> entries, Registration registration, SandboxOptions options)
    {
        Tenant = tenant;
        Registration = registration;
        Machine = options.Machine;
        Faults = new FaultBoard(Machine);
        Limits = new SendLimits(Machine);
        Feed = new ChangeFeed();
        StartedAt = options.Start ?? tenant.Start;
        Clock = new SandboxClock(StartedAt, Feed);
        Log = new Happenings(() => Clock.Now, Feed);
        Keys = new SigningKeys();
        Tokens = new TokenIssuer(registration, Keys, options.Machine);
        Calendar = new MailboxCalendar(() => Clock.Now);
        Mailboxes = new Mailboxes(tenant, Calendar, () => Clock.Now);
        var later = tenant.Changes.Where(change => change.Appears).Select(change => change.Uid).ToHashSet();
        foreach (var entry in entries)
        {
            foreach (var box in Mailboxes.For(entry))
            {
                if (later.Contains(entry.Uid))
                    box.Calendar.Hold(box.Shown(entry));
                else
                    box.Calendar.Put(box.Shown(entry));
            }
        }
        Desk = new CalendarDesk(tenant, Mailboxes);
        foreach (var (index, box) in tenant.LoadMailboxes.Index())
            SyntheticLoad.Fill(Mailboxes.Of(box.Id)!, index + 1, options.Events, tenant);
        Changes = new CalendarChanges(tenant.Changes, Mailboxes, () => Clock.Now, Log);
        var graph = registration.Address + GraphEndpoints.Root;
        Chats = new Chats(tenant, registration.AppId, options.Machine);
        Apps = new AppInstallations(registration, Chats);
        var users = new GraphUsers(tenant, graph, Apps);
        var faults = new GraphFaults(Faults, new MailboxFaults(Faults, tenant.Mailbox.Address), Machine);
        _notices = new NoticePost(_http, Machine);
        Notices = new Notifier(new SubscriptionBook(Machine), _notices, Faults, registration.TenantId, Machine);
        Mailboxes.Changed = Notices.Changed;
        Graph = new GraphApi(users, new MailboxSettings(tenant, graph, () => Clock.Now),
            new MailboxCalls(Mailboxes, new DeltaView(graph, Log, faults.Rounds), faults, Machine),
            new SubscriptionCalls(Notices.Book, new SubscriptionReader(users, Mailboxes, Machine), new Handshake(_http, Machine), registration), faults);
        News = new ChatNews(Log, Feed);
        Connector = new ConnectorApi(Chats, registration, Limits, () => Clock.Now, News);
        ConnectorOperations = Sandbox.Connector.ConnectorOperations.Of(Connector, new ConnectorMembers(Chats, Limits));
        Activities = new BotActivity(registration, Chats, options.Machine);
    }

    public Tenant Tenant { get; }
    public Registration Registration { get; }
    public ChangeFeed Feed { get; }

    /// <summary>Where the clock began.</summary>
    public DateTimeOffset StartedAt { get; }
    public SandboxClock Clock { get; }
    public Happenings Log { get; }
    public SigningKeys Keys { get; }
    public TokenIssuer Tokens { get; }
    public MailboxCalendar Calendar { get; }
    public CalendarChanges Changes { get; }

    /// <summary>The bookmarks of the team's own mailbox.</summary>
    public DeltaRounds DeltaRounds => Mailboxes.Primary.Rounds;

    /// <summary>Everybody's calendars.</summary>
    public Mailboxes Mailboxes { get; }

    /// <summary>Edits calendars as people would.</summary>
    public CalendarDesk Desk { get; }

    /// <summary>Who is told of changes, and telling them.</summary>
    public Notifier Notices { get; }
    public GraphApi Graph { get; }
    public AppInstallations Apps { get; }
    public Chats Chats { get; }
    public ChatNews News { get; }
    public ConnectorApi Connector { get; }
    public BotActivity Activities { get; }
    public OperationTable<Func<ConnectorCall, Answer>> ConnectorOperations { get; }
    public SendLimits Limits { get; }
    public FaultBoard Faults { get; }
    public TimeProvider Machine { get; }

    public void Dispose()
    {
        _notices.Dispose();
        _http.Dispose();
        Faults.Dispose();
        Keys.Dispose();
    }
}
