using System.Text;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Store;
using ConferenceBot.Tests.Teams.Support;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>Activities with a genuine token that say what Teams would never say.</summary>
public sealed class HostileTurnTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private readonly TeamsHost host = world.Fresh();

    [Theory]
    [InlineData("id")]
    [InlineData("from.id")]
    [InlineData("conversation.id")]
    public async Task An_id_that_is_none_makes_the_activity_malformed(string path)
    {
        foreach (var id in (string[])[".", "..", "a\r\nForged: line", "a\0", "a\u0085b", "\u2028", new string('x', 2_000)])
        {
            using var response = await host.PostAsync(Activities.Message().With(path, id));
            Assert.Equal(400, (int)response.StatusCode);
        }

        Assert.Empty(host.Turns.Told);
    }

    [Fact]
    public async Task A_group_that_calls_itself_personal_is_elsewhere()
    {
        await host.PostAsync(Activities.Message().With("conversation.isGroup", true));
        Assert.Equal("elsewhere", Assert.Single(host.Turns.Told).Kind);
    }

    /// <summary>Whoever reads the body reads the same: the last one, at every depth.</summary>
    [Fact]
    public async Task Of_members_that_are_said_twice_the_last_one_counts_everywhere()
    {
        var activity = Activities.Message().ToJsonString();
        var other = """{"id":"29:other","aadObjectId":"c0000000-0000-4000-8000-000000000009"}""";
        await host.PostAsync($"{{\"type\":\"invoke\",\"from\":{other}," + activity[1..]);
        var (kind, turn, _) = Assert.Single(host.Turns.Told);
        Assert.Equal(("message", TeamsHost.Person), (kind, turn.Actor));

        var forged = """{"tenant":{"id":"b0000000-0000-4000-8000-000000000001","id":"b0000000-0000-4000-8000-000000000002"}}""";
        using var response = await host.PostAsync(activity[..^1] + $",\"channelData\":{forged}}}");
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Single(host.Turns.Told);
    }

    [Fact]
    public async Task A_locale_that_is_none_is_not_kept()
    {
        foreach (var locale in (string[])["../../etc/passwd", "cy\u202E", "cy\0", new string('c', 3_000), "en GB", ""])
            await host.PostAsync(Activities.Message().With("locale", locale));
        Assert.All(host.Turns.Told, told => Assert.Null(told.Turn.Locale));
        Assert.NotEmpty(host.Turns.Told);
    }

    /// <summary>The channel's ids of messages are times: only within one chat are they different.</summary>
    [Fact]
    public async Task Two_people_whose_messages_have_the_same_id_are_both_answered()
    {
        await using var bot = await WholeBot.StartAsync(silent: true);
        await bot.PostAsync(Activities.Message());
        await bot.PostAsync(Activities.Message().With("from.aadObjectId", "c0000000-0000-4000-8000-000000000002").With("conversation.id", "a:2xyz"));
        await bot.PostAsync(Activities.Message());
        Assert.Equal(2, bot.Count("SELECT COUNT(*) FROM Inbox"));
        Assert.Equal(2, bot.Count("SELECT COUNT(*) FROM CardCopies"));
    }

    [Fact]
    public async Task Somebody_invited_to_very_many_conferences_is_offered_the_nearest_that_fit_a_card()
    {
        await using var bot = await WholeBot.StartAsync(silent: true);
        await bot.WriteAsync(async session =>
        {
            await session.People.SaveAsync(Desk.Reach, default);
            for (var i = 0; i < AnswerMessage.MostChoices + 5; i++)
                await session.Conferences.SaveAsync(Some.Conference(Desk.Person), default);
        });
        await bot.PostAsync(Activities.Message("escalate"));
        Assert.Equal(AnswerMessage.MostChoices, bot.Count("SELECT COUNT(*) FROM CardCopies WHERE Parent IS NOT NULL"));
    }

    [Fact]
    public async Task What_a_failure_says_is_in_no_log_even_when_the_caller_has_gone()
    {
        await using var bot = await TeamsHost.StartAsync(world.Issuer, services =>
            services.AddSingleton<ITeamsTurns, GoneTurns>());
        var turns = (GoneTurns)bot.Services.GetRequiredService<ITeamsTurns>();
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsRegistration.MessagesPath)
        {
            Content = new StringContent(Activities.Message().ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", bot.Token());
        using var hangUp = new CancellationTokenSource();
        var sending = bot.Client.SendAsync(request, hangUp.Token);
        await turns.Reached.Task;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await turns.Ended.Task;
        var logs = bot.Services.GetRequiredService<FakeLogCollector>();
        await bot.DisposeAsync();
        Assert.DoesNotContain(logs.GetSnapshot(), record => $"{record.Message} {record.Exception}".Contains("typed words", StringComparison.Ordinal));
    }

    /// <summary>Fails once the caller has hung up.</summary>
    private sealed class GoneTurns : ITeamsTurns
    {
        public TaskCompletionSource Reached { get; } = new();

        public TaskCompletionSource Ended { get; } = new();

        public async Task OnMessageAsync(TeamsTurn turn, string text, CancellationToken ct)
        {
            var gone = new TaskCompletionSource();
            await using var registration = ct.Register(gone.SetResult);
            Reached.SetResult();
            await gone.Task;
            Ended.SetResult();
            throw new InvalidOperationException("typed words");
        }

        public Task OnElsewhereAsync(TeamsTurn turn, CancellationToken ct) => Task.CompletedTask;

        public Task<InvokeResponse> OnCardActionAsync(TeamsTurn turn, CardAction action, CancellationToken ct) => throw new NotSupportedException();

        public Task OnSubmitAsync(TeamsTurn turn, CardAction action, CancellationToken ct) => Task.CompletedTask;

        public Task OnInstallationAsync(TeamsTurn turn, bool installed, CancellationToken ct) => Task.CompletedTask;

        public Task OnPresenceAsync(TeamsTurn turn, CancellationToken ct) => Task.CompletedTask;
    }
}
