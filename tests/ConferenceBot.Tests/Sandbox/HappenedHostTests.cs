using System.Net;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Record;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>What is told when the host is away, slow with its reasons, or started again.</summary>
public sealed class HappenedHostTests(TenantFixture tenant) : IClassFixture<TenantFixture>, IDisposable
{
    private const string Nobody = "00000000-0000-4000-8000-000000000001", Card = "00000000-0000-4000-8000-000000000002";
    private static readonly DateTimeOffset Nine = new(2026, 5, 11, 8, 0, 0, TimeSpan.Zero);
    private readonly Script _host = new();
    private readonly ChangeFeed _feed = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Without_the_host_the_tenant_s_own_lines_are_told_at_once()
    {
        _host.Answers.Enqueue(null);
        var (happened, log) = Start();
        using var _ = happened;
        log.Add("delivery", null, "Somebody gets: a card", "activity-1");

        Assert.Equal(["Somebody gets: a card"], await TextsAsync(happened));
        Assert.Equal(1, _host.Calls);
    }

    [Fact]
    public async Task A_card_that_has_arrived_waits_for_its_reason()
    {
        _host.Answers.Enqueue("""{"cursor":"1","councils":[{}]}""");
        _host.Answers.Enqueue("""{"cursor":"1","councils":null}""");
        _host.Answers.Enqueue(Sent("2"));
        var (happened, log) = Start();
        using var _ = happened;
        log.Add("delivery", null, "Somebody gets: a card", "activity-1");

        var lines = await happened.AllAsync(default);
        Assert.Equal(["Prompt for somebody decided: first prompt, due Fri 15 May 17:00.", "Somebody gets: a card"], lines.Select(line => line.Text));
        Assert.StartsWith("Sent at first attempt.", lines[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_was_started_again_tells_nothing_twice()
    {
        _host.Answers.Enqueue(Sent("a.1"));
        _host.Answers.Enqueue(Sent("b.1"));
        var (happened, log) = Start();
        using var _ = happened;
        log.Add("delivery", null, "Somebody gets: a card", "activity-1");

        var before = await TextsAsync(happened);
        Assert.Equal(before, await TextsAsync(happened));
        Assert.Equal((2, 2), (before.Count, _host.Calls));
    }

    [Fact]
    public async Task While_the_host_settles_nothing_is_taken_half()
    {
        _host.Answers.Enqueue(Sent("1"));
        var (happened, log) = Start();
        using var _ = happened;
        await happened.AroundAsync(async () =>
        {
            log.Add("delivery", null, "Somebody gets: a card", "activity-1");
            Assert.Empty(await TextsAsync(happened));
            return true;
        }, default);

        Assert.Equal(1, _host.Calls);
        _host.Answers.Enqueue("""{"cursor":"1","councils":null}""");
        Assert.Equal(2, (await TextsAsync(happened)).Count);
    }

    private (Happened, Happenings) Start()
    {
        var log = new Happenings(() => Nine, _feed);
        var client = new RecordClient(new HttpClient(_host), () => new Uri("http://127.0.0.1:1"));
        return (new Happened(client, log, tenant.Services.Tenant, tenant.Services.Calendar, _feed), log);
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(Happened happened) => [.. (await happened.AllAsync(default)).Select(line => line.Text)];

    private static string Sent(string cursor) => $$"""
        {"cursor":"{{cursor}}","councils":[{
          "notices":[{"key":"prompt/1","at":"2026-05-11T08:00:00Z","to":"{{Nobody}}","card":"Prompt","subject":"{{Card}}","conference":null,"state":"told",
            "why":"prompt.Invitation","deadline":"2026-05-15T16:00:00Z","audience":null,"held":null,"until":null,"toldBy":"{{Card}}"}],
          "deliveries":[{"id":"{{Nobody}}","at":"2026-05-11T08:00:00Z","person":"{{Nobody}}","card":"{{Card}}","kind":"Prompt","subject":"{{Card}}",
            "state":"Sent","attempt":1,"result":"sent","activityId":"activity-1"}]}]}
        """;

    /// <summary>Answers in order; null is a connection that fails.</summary>
    private sealed class Script : HttpMessageHandler
    {
        public Queue<string?> Answers { get; } = new();
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return Answers.Dequeue() is { } body
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) })
                : throw new HttpRequestException();
        }
    }
}
