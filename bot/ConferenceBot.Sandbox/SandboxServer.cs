using System.Net;
using ConferenceBot.Sandbox.Clock;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Hosting;
using ConferenceBot.Sandbox.Record;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox;

/// <summary>
/// A tenant in a box on loopback, with or without the bot's host as a child. Tests start it in-process; the program starts one and waits.
/// </summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private const int InstalledAtOnce = 4;
    private readonly WebApplication _app;
    private readonly SandboxOptions _options;
    private readonly DataFolder _data;
    private readonly HttpClient _http;
    private readonly DatabaseLock _database;
    private bool _ready;

    private SandboxServer(WebApplication app, TenantServices services, SandboxOptions options, DataFolder data)
    {
        (_app, Services, _options, _data) = (app, services, options, data);
        HostAddress = options.HostAddress;
        _http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        Bot = new BotCaller(_http, () => HostAddress, services.Tokens, services.Activities, services.News);
        services.Apps.Installed = chat => Bot.InstallAsync(chat, "add", CancellationToken.None);
        Happened = new Happened(new RecordClient(_http, () => HostAddress), services.Log, services.Tenant, services.Calendar, services.Feed);
        Walk = new ClockWalk(services.Clock, new RecordingHost(new ClockworkClient(_http, () => HostAddress), Happened), services.Changes.Next, services.Changes.Apply,
            services.Log);
        Health = new HostHealth(_http, () => HostAddress, options.Machine);
        Recovery = new RecoveryList(options.Machine, services.Feed);
        RecoveryWatch = new RecoveryWatch(Recovery, Walk, Health, Bot.KnockAsync, options.Machine);
        _database = new DatabaseLock(Path.Combine(data.Path, HostSettings.DatabaseFile));
        Faults = new FaultActs(this, _database);
    }

    /// <summary>The tenant's parts: clock, chats, calendar, tokens, faults.</summary>
    public TenantServices Services { get; }

    /// <summary>The page's address; also the origin of every service.</summary>
    public Uri Address => new(Services.Registration.Address);

    /// <summary>The host's origin; null without a host.</summary>
    public Uri? HostAddress { get; private set; }

    public BotCaller Bot { get; }
    public ClockWalk Walk { get; }
    public HostHealth Health { get; }

    /// <summary>Breaks parts and puts them right.</summary>
    public FaultActs Faults { get; }

    /// <summary>The last faults and how the bot gets over them.</summary>
    public RecoveryList Recovery { get; }
    public RecoveryWatch RecoveryWatch { get; }

    /// <summary>What happened, in the tenant and in the host.</summary>
    public Happened Happened { get; }

    /// <summary>Whether the host has said that it is ready and has not been killed or ended since.</summary>
    public bool IsHostReady => HostAddress is not null && (Host is null || (_ready && Host.Pid > 0));

    /// <summary>What the start is busy with, in words for the page; null once the bot has looked at the calendar for the first time.</summary>
    public string? Starting { get; private set; } = "Starting …";

    /// <summary>The host's process; null without a child.</summary>
    public ChildHost? Host { get; private set; }

    /// <summary>Absolute; holds the host's database and host.log.</summary>
    public string DataPath => _data.Path;

    /// <summary>
    /// Starts everything: the services, the host, the installation for every person, the first settle. The page answers from the first
    /// second and says what the rest is busy with.
    /// </summary>
    /// <exception cref="SandboxStartException">The port is busy, the calendar unusable or the host not ready.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        var (tenant, entries) = SampleCouncil.Load(options);
        tenant.LoadMailboxes = Council.SyntheticLoad.Boxes(options.Mailboxes);
        var port = options.Port == 0 ? FreePort.Find() : options.Port;
        var registration = new Registration(Ids.GuidFrom("bot of " + tenant.Key), Ids.Opaque(), tenant.TenantId, $"http://127.0.0.1:{port}");
        var services = new TenantServices(tenant, entries, registration, options);
        foreach (var part in options.Disabled)
            services.Faults.TrySet(part, "off");
        var usedBefore = DataFolder.IsUsed(options.DataFolder);
        var data = DataFolder.Open(options.DataFolder);
        if (usedBefore)
            options.Progress("The folder of --data holds an earlier run: the bot remembers it, but the chats begin empty and the clock starts again.");
        tenant.Membership.KeepIn(Path.Combine(data.Path, "confirmed"));
        var sandbox = new SandboxServer(SandboxWeb.Build(registration), services, options, data);
        try
        {
            await sandbox.OpenAsync(cancellationToken);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Presses the button with that verb on what the person's client shows, as the client would.</summary>
    /// <exception cref="InvalidOperationException">No such message or button, or an input the client would not let through.</exception>
    public Task<ActionAnswer> ActAsync(Person person, string activityId, string verb, IReadOnlyDictionary<string, string>? inputs = null,
        CancellationToken cancellationToken = default)
    {
        var chat = Services.Chats.Of(person.Id) ?? throw new InvalidOperationException("The person has no chat.");
        var card = chat.Find(activityId)?.Card ?? throw new InvalidOperationException($"There is no card {activityId} in the chat.");
        var (action, values) = CardReader.Press(card, verb, inputs ?? new Dictionary<string, string>());
        return Bot.PressAsync(chat, activityId, action, values, cancellationToken);
    }

    /// <summary>Types a message in the person's chat.</summary>
    public Task<HttpStatusCode> SayAsync(Person person, string text, CancellationToken cancellationToken = default) =>
        Bot.SayAsync(Services.Chats.Of(person.Id)!, text, Services.Clock.Now, cancellationToken);

    /// <summary>Kills the host and leaves it dead.</summary>
    public async Task KillHostAsync()
    {
        if (Host is null)
            return;
        Services.Log.Add("fault", null, "The bot's host is killed.");
        await Host.KillAsync();
        Services.Feed.Publish("host");
    }

    /// <summary>Starts the host again, killing it first if it runs, and waits until it is ready.</summary>
    public async Task RestartHostAsync(CancellationToken cancellationToken = default)
    {
        if (Host is null)
            return;
        await Host.RestartAsync();
        await WaitForHostAsync(cancellationToken);
        Services.Log.Add("fault", null, "The bot's host is started again.");
        Services.Feed.Publish("host");
    }

    public async Task WaitForStopAsync(CancellationToken cancellationToken) => await _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await RecoveryWatch.DisposeAsync();
        _database.Dispose();
        if (Host is not null)
            await Host.DisposeAsync();
        await _app.DisposeAsync();
        Walk.Dispose();
        Happened.Dispose();
        _http.Dispose();
        Services.Dispose();
        _data.Dispose();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        SandboxWeb.Map(_app, this);
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            throw new SandboxStartException($"Port {Address.Port} is busy. Choose another with --port N, or --port 0 for a free one.");
        }
        _options.Opened(Address);
        if (_options.StartHost && HostAddress is null)
            await StartHostAsync(cancellationToken);
        if (HostAddress is not null)
        {
            await InstallForAllAsync(cancellationToken);
            Say("Reading the calendar …");
            await Walk.SettleAsync(cancellationToken);
        }
        Say(null);
    }

    private async Task InstallForAllAsync(CancellationToken cancellationToken)
    {
        Say("Installing the bot for everybody …");
        try
        {
            await Parallel.ForEachAsync(Services.Chats.All.Where(chat => !_options.WithoutBot.Contains(chat.Person.Mail)),
                new ParallelOptions { MaxDegreeOfParallelism = InstalledAtOnce, CancellationToken = cancellationToken },
                async (chat, token) => await Bot.InstallAsync(chat, "add", token));
        }
        catch (HttpRequestException)
        {
            throw new SandboxStartException("The bot's host stopped answering while the bot was being installed.\n" + Host?.LastLines());
        }
    }

    /// <summary>Tells the console and every open page what the start is busy with; null ends the start.</summary>
    private void Say(string? words)
    {
        Starting = words;
        if (words is not null)
            _options.Progress(words);
        Services.Feed.Publish("host");
    }

    private async Task StartHostAsync(CancellationToken cancellationToken)
    {
        var dll = HostPaths.Find(AppContext.BaseDirectory)
            ?? throw new SandboxStartException("The bot's host is not built: ConferenceBot.dll was not found beside the sandbox.");
        Say("Starting the bot …");
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        var settings = HostSettings.For(Services.Tenant, Services.Registration, address, DataPath, _data.AuditKey());
        foreach (var (index, box) in _options.AlsoRead.Index())
            settings[$"Councils__{Services.Tenant.Key}__Calendars__Mailboxes__{index + 1 + Services.Tenant.LoadMailboxes.Count}"] = box;
        foreach (var (key, value) in _options.HostSettings)
            settings[key] = value;
        HostEnvironmentFile.Write(DataPath, settings);
        HostAddress = new Uri(address);
        Host = new ChildHost(dll, settings, new HostLogFile(Path.Combine(DataPath, "host.log")));
        Host.Ended += OnHostEnded;
        Host.Start();
        await WaitForHostAsync(cancellationToken);
    }

    private async Task WaitForHostAsync(CancellationToken cancellationToken)
    {
        _ready = false;
        await HostReadiness.WaitAsync(_http, HostAddress!, Host!, _options, cancellationToken);
        _ready = true;
    }

    private void OnHostEnded(int exitCode)
    {
        Services.Log.Add("fault", null, $"The bot's host has ended with code {exitCode}.");
        Services.Feed.Publish("host");
    }
}
