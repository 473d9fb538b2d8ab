using System.Text;
using Azure.Core;
using ConferenceBot.Clockwork;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Hosting;
using ConferenceBot.Sandbox.Tokens;
using ConferenceBot.Tests.Store;
using ConferenceBot.Tests.Teams.Support;
using ConferenceBot.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ConferenceBot.Tests.Histories;

/// <summary>
/// The sandbox's Graph and the whole host, over real HTTP in both directions and on a real store, with machine time moved by hand. Started
/// once; every history begins with empty calendars and an empty store.
/// </summary>
public sealed class CalendarWorld : IAsyncLifetime
{
    /// <summary>The calendars that the host reads: the team's, the other team's, a chair's own and a room's.</summary>
    internal static readonly string[] Read =
        ["conferences@sampleshire.example", "conferences.east@sampleshire.example", "quinn.prototype@sampleshire.example", "room.pretend@sampleshire.example"];

    /// <summary>Tables that outlast a history: what does not come from a calendar.</summary>
    private static readonly string[] Lasting = ["Schema", "Councils", "ProtectionKeys", "Subscriptions"];

    private readonly FakeTimeProvider machine = new(StoreHost.Now);
    private readonly string folder = StoreHost.NewFolder();
    private WebApplication front = null!;
    private int expected;

    internal SandboxServer Sandbox { get; private set; } = null!;
    internal TenantServices Services => Sandbox.Services;
    internal WholeBot Bot { get; private set; } = null!;
    internal MailboxReads Reads => Bot.Services.GetRequiredService<MailboxReads>();

    /// <summary>Whether something was said of every change so far, since the calendars were last read to the end.</summary>
    internal bool AllTold { get; private set; }

    internal string File => StoreHost.FileIn(folder);

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { StartHost = false, Machine = machine });
        front = await FrontAsync();
        Bot = await StartBotAsync();
        Services.Mailboxes.Changed = Note;
        await SubscribeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await front.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Another process takes over the store, as after a restart.</summary>
    internal async Task RestartAsync()
    {
        await Bot.DisposeAsync();
        Bot = await StartBotAsync();
        await SubscribeAsync();
    }

    /// <summary>Empties every calendar and the store, mends what is broken and sets the clock back.</summary>
    internal async Task ResetAsync()
    {
        Heal();
        Services.Faults.TrySet("notices", "on");
        foreach (var box in Services.Mailboxes.All)
            foreach (var entry in box.Calendar.Entries())
                box.Calendar.Cancel(entry.Key, keep: false);
        await AdvanceAsync(TimeSpan.FromMinutes(6));
        Services.Clock.Set(StoreHost.Now);
        await Bot.Services.GetRequiredService<ProcedureClock>().RefreshAsync(default);
        var tables = Column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        StoreHost.Tamper(File, string.Concat(tables.Except(Lasting).Where(table => !table.Contains("Migrations", StringComparison.Ordinal)).Select(table => $"DELETE FROM {table};")));
        Services.Graph.Delta.MostOnPage = null;
        await SubscribeAsync();
        AllTold = false;
    }

    internal void Heal()
    {
        foreach (var mailbox in Read)
        {
            Services.Graph.Faults.Mailboxes.BreakAfter(mailbox, int.MaxValue, "on");
            Services.Graph.Faults.Mailboxes.TrySet(mailbox, "on");
        }
    }

    /// <summary>Lets machine time pass, and what follows from it end: notices that were due, and the reads they led to.</summary>
    internal async Task AdvanceAsync(TimeSpan time)
    {
        var due = Interlocked.Exchange(ref expected, 0) > 0;
        var before = Services.Notices.Post.Count("posted");
        machine.Advance(time);
        if (due)
            await Bot.UntilAsync(() => Services.Notices.Post.Count("posted") > before);
        await Bot.UntilAsync(() => Services.Notices.Post.Count("posted") <= Services.Notices.Post.Count("delivered") + Services.Notices.Post.Count("slow")
            && Reads.UnderWay == 0);
    }

    /// <returns>Whether every calendar was read to its end.</returns>
    internal async Task<bool> SyncAsync()
    {
        var read = await Reads.ReadAllAsync(default);
        await Bot.UntilAsync(() => Reads.UnderWay == 0);
        return AllTold = read.All(bookmark => bookmark.Problem is null);
    }

    /// <summary>Reads the calendars one after the other.</summary>
    internal async Task<bool> SyncAsync(IEnumerable<string> order)
    {
        var all = true;
        foreach (var mailbox in order)
            all &= (await ReadAsync(mailbox, default)).Problem is null;
        return AllTold = all;
    }

    internal Task<MailboxBookmark> ReadAsync(string mailbox, CancellationToken cancellationToken) =>
        Bot.Services.GetRequiredService<MailboxRead>().ReadAsync(new MailboxKey(StoreHost.Here, mailbox), cancellationToken);

    /// <summary>Moves the procedure clock, and lets everything that is due by then be decided.</summary>
    internal async Task WalkAsync(TimeSpan time)
    {
        Services.Clock.Set(Services.Clock.Now + time);
        await Bot.Services.GetRequiredService<ProcedureClock>().RefreshAsync(default);
        await Bot.Services.GetRequiredService<Rounds>().TickAsync(default);
    }

    internal List<string> Column(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> all = [];
        while (reader.Read())
            all.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        return all;
    }

    /// <summary>Everything the store holds, table by table, without the addresses of the calendars that the settings name.</summary>
    internal string Everything()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        var all = new StringBuilder();
        foreach (var table in Column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                all.Append(table);
                for (var column = 0; column < reader.FieldCount; column++)
                    if (reader.GetName(column) is not ("Mailbox" or "Link") && !reader.IsDBNull(column))
                        all.Append(' ').Append(reader.GetValue(column) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : reader.GetValue(column));
                all.Append('\n');
            }
        }

        return all.ToString();
    }

    private void Note(Mailbox mailbox, CalendarEntry entry, string kind)
    {
        var told = Services.Faults["notices"] is not ("lost" or "silent");
        if (told && Services.Notices.Book.All().Any(one => one.Mailbox == mailbox && one.ChangeTypes.Contains(kind)))
            Interlocked.Increment(ref expected);
        else if (Read.Contains(mailbox.Address))
            AllTold = false;
        Services.Notices.Changed(mailbox, entry, kind);
    }

    private async Task SubscribeAsync()
    {
        var care = Bot.Services.GetRequiredService<SubscriptionRounds>();
        care.Pulse();
        await care.Settled;
        await Bot.UntilAsync(() => Reads.UnderWay == 0);
        Assert.Equal(Read.Length, Services.Notices.Book.All().Count);
    }

    private async Task<WholeBot> StartBotAsync()
    {
        var settings = HostSettings.For(Services.Tenant, Services.Registration, front.Urls.Single(), folder, "")
            .Where(pair => pair.Key.Contains("__People__", StringComparison.Ordinal) || pair.Key.Contains("__Calendars__", StringComparison.Ordinal)
                || pair.Key.Contains("__Graph__", StringComparison.Ordinal) || pair.Key.Contains("ClockUrl", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), string? (pair) => pair.Value);
        foreach (var (place, mailbox) in Read.Index())
            settings[$"Councils:sampleshire:Calendars:Mailboxes:{place}"] = mailbox;
        var bot = await WholeBot.StartAsync(silent: true, settings,
            services => services.AddSingleton<TimeProvider>(machine).AddSingleton<IGraphCredentials>(new SandboxCredentials(Services.Tokens, machine))
                .AddLogging(logging => logging.ClearProviders()),
            folder);
        await bot.Services.GetRequiredService<ProcedureClock>().RefreshAsync(default);
        return bot;
    }

    /// <summary>The address at which Graph reaches the host, which itself has none.</summary>
    private async Task<WebApplication> FrontAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var content = new StreamContent(context.Request.Body);
            content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
            using var answer = await Bot.Client.PostAsync(context.Request.Path + context.Request.QueryString.ToString(), content, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Tokens of the sandbox, as its sign-in gives them.</summary>
    private sealed class SandboxCredentials(TokenIssuer issuer, TimeProvider machine) : IGraphCredentials
    {
        private readonly Lock gate = new();
        private (string Text, DateTimeOffset Until) token;

        public TokenCredential For(CouncilKey council) => new Given(this);

        public TokenCredential Renew(CouncilKey council, TokenCredential refused) => new Given(this);

        private AccessToken Get()
        {
            lock (gate)
            {
                if (token.Until <= machine.GetUtcNow())
                    token = (issuer.ForService(TokenIssuer.GraphAudience), machine.GetUtcNow().AddMinutes(30));
                return new AccessToken(token.Text, token.Until);
            }
        }

        private sealed class Given(SandboxCredentials owner) : TokenCredential
        {
            public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => owner.Get();

            public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(owner.Get());
        }
    }
}
