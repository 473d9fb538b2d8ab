using Azure.Core;
using ConferenceBot.Calendars;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.People;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ConferenceBot.Tests.Calendars;

/// <summary>The reader and the people as the host builds them, for one council, against a fake Graph.</summary>
internal sealed class GraphSetup : IAsyncDisposable
{
    public const string Mailbox = "conferences@council.example";
    public static readonly CouncilKey Council = new("sampleshire");
    public static readonly CalendarWindow Window = new(At("2026-05-11T08:00:00Z"), At("2026-11-27T08:00:00Z"));

    private readonly ServiceProvider provider;

    public GraphSetup(FakeGraph graph, params (string Key, string? Value)[] more)
        : this("Development", [.. Usual(graph.BaseUrl), .. more])
    {
    }

    public GraphSetup(string environment, IEnumerable<(string Key, string? Value)> settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in settings) values["Councils:" + key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Where(pair => pair.Value is not null)).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        services.AddSingleton<TimeProvider>(Machine);
        services.AddSingleton<IGraphCredentials>(Credentials);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddCalendars(configuration).AddPeople(configuration);
        provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Machine { get; } = new(At("2026-05-11T08:00:00Z"));
    public FakeCredentials Credentials { get; } = new();
    public FakeLogCollector Logs => provider.GetFakeLogCollector();
    public IInvitedPeople Invited => provider.GetRequiredService<IInvitedPeople>();
    public ICalendarReader Reader => provider.GetRequiredService<ICalendarReader>();
    public IPeople People => provider.GetRequiredService<IPeople>();
    public DirectoryWatch Watch => provider.GetRequiredService<DirectoryWatch>();
    public ICalendarCheck Check => provider.GetRequiredService<ICalendarCheck>();

    /// <summary>What the answers of the directory of one kind tell of themselves.</summary>
    public (long Hits, long Misses, int Kept, TimeSpan Oldest) Told(string of)
    {
        var report = provider.GetRequiredService<PeopleMetrics>().Kept[of].Report();
        return (report.Hits, report.Misses, report.Kept, report.Oldest);
    }

    public static IEnumerable<(string Key, string? Value)> Usual(string baseUrl) =>
    [
        ("sampleshire:Graph:BaseUrl", baseUrl),
        ("sampleshire:Calendars:Mailboxes:0", Mailbox),
        ("sampleshire:People:Agencies:0:Key", "social-care"),
        ("sampleshire:People:Agencies:0:Name", "Children's social care"),
        ("sampleshire:People:Agencies:0:Kind", "SocialCare"),
        ("sampleshire:People:Agencies:0:GroupId", "5a4d504c-0000-4000-8000-0000000000a1"),
        ("sampleshire:People:Agencies:1:Key", "school"),
        ("sampleshire:People:Agencies:1:Name", "Schools"),
        ("sampleshire:People:Agencies:1:Kind", "School"),
        ("sampleshire:People:Agencies:1:Departments:0", "Education"),
        ("sampleshire:People:Chairs:GroupId", "5a4d504c-0000-4000-8000-0000000000b1"),
        ("sampleshire:People:Chairs:People:0", "5a4d504c-0000-4000-8000-000000000001"),
        ("sampleshire:People:Chairs:Deputies:0", "5a4d504c-0000-4000-8000-000000000002"),
        ("sampleshire:People:Administrators:0", "5a4d504c-0000-4000-8000-000000000003"),
    ];

    public Task<CalendarPage> ReadAsync(string? link = null, CancellationToken cancellationToken = default) =>
        provider.GetRequiredService<ICalendarReader>().ReadPageAsync(Council, Mailbox, link, Window, cancellationToken);

    /// <summary>Runs the check at start.</summary>
    public void Start() => provider.GetRequiredService<IStartupValidator>().Validate();

    public T Options<T>() => provider.GetRequiredService<IOptionsMonitor<T>>().Get(Council.Value);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}

/// <summary>Gives numbered tokens; a renewed credential gives the next number.</summary>
internal sealed class FakeCredentials : IGraphCredentials
{
    private int number = 1;

    public List<string> Scopes { get; } = [];

    public TokenCredential For(CouncilKey council) => new Numbered(this, number);

    public TokenCredential Renew(CouncilKey council, TokenCredential refused) => new Numbered(this, ++number);

    private sealed class Numbered(FakeCredentials owner, int number) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            owner.Scopes.AddRange(requestContext.Scopes);
            return new AccessToken($"token-{number}", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
