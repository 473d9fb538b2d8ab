using ConferenceBot.Sandbox.Clock;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox;

/// <summary>Every part of the tenant, put together once its address is known. Nothing here knows a process or a page.</summary>
internal sealed class TenantServices : IDisposable
{
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
        var later = tenant.Changes.Where(change => change.Appears).Select(change => change.Uid).ToHashSet();
        foreach (var entry in entries)
        {
            if (later.Contains(entry.Uid))
                Calendar.Hold(entry);
            else
                Calendar.Put(entry);
        }
        Changes = new CalendarChanges(tenant.Changes, Calendar, () => Clock.Now, Log);
        DeltaRounds = new DeltaRounds(Calendar);
        var graph = registration.Address + GraphEndpoints.Root;
        Chats = new Chats(tenant, registration.AppId, options.Machine);
        Apps = new AppInstallations(registration, Chats);
        Graph = new GraphApi(tenant, Calendar, new GraphUsers(tenant, graph, Apps), new DeltaView(DeltaRounds, graph, Log, () => Faults["graph"]),
            options.Machine);
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
    public DeltaRounds DeltaRounds { get; }
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
        Faults.Dispose();
        Keys.Dispose();
    }
}
