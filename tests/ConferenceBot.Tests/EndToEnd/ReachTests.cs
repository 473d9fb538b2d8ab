using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Plays;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>People who do not have the bot: it comes to them through Graph, unless a policy or they themselves stand in the way.</summary>
public sealed class ReachTests : IAsyncLifetime
{
    private const string HealthVisitor = "gita.demoworth@health.sampleshire.example";
    private const string Headteacher = "Headteacher", Lead = "Designated safeguarding lead";

    private readonly HttpClient _http = new();
    private SandboxServer _sandbox = null!;
    private Stage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { WithoutBot = [HealthVisitor, Who(Headteacher).Mail] });
        _stage = new Stage(_sandbox, TimeProvider.System, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task Each_is_reached_as_far_as_they_and_their_council_allow()
    {
        var (visitor, head, lead) = (Who(HealthVisitor), Who(Headteacher), Who(Lead));
        _sandbox.Services.Apps.Forbidden[head.Id] = true;
        await _sandbox.Bot.InstallAsync(_sandbox.Services.Chats.Of(lead.Id)!, "remove", CancellationToken.None);
        await _stage.WalkToAsync(_sandbox.Services.Tenant.Start.AddHours(4));

        Assert.NotEqual("", (await _stage.SeeButtonAsync(visitor, "prep.answer")).Id);
        Assert.True(_sandbox.Services.Chats.Of(visitor.Id)!.IsInstalled);
        Assert.Empty(_stage.Chat(head));
        Assert.Empty(_stage.Chat(lead));
        Assert.False(_sandbox.Services.Chats.Of(lead.Id)!.IsInstalled);
        Assert.Contains("peopleNotReached", await HealthAsync(), StringComparison.Ordinal);

        await _sandbox.Bot.InstallAsync(_sandbox.Services.Chats.Of(lead.Id)!, "add", CancellationToken.None);
        Assert.NotEqual("", (await _stage.SeeButtonAsync(lead, "prep.answer")).Id);
    }

    private static Person Who(string nameOrRole) => SampleCouncil.Load(null).Tenant.Named(nameOrRole);

    private Task<string> HealthAsync() => _http.GetStringAsync(new Uri(_sandbox.HostAddress!, "/health"));
}
