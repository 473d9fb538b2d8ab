using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Faults;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class FaultTests : IAsyncLifetime
{
    private const string Window = "startDateTime=2026-05-01T00:00:00Z&endDateTime=2026-07-01T00:00:00Z";
    private readonly TenantFixture _tenant = new();

    private string First => $"/users/{_tenant.Mailbox}/calendarView/delta?{Window}";

    public ValueTask InitializeAsync() => _tenant.InitializeAsync();

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Theory]
    [InlineData("503", 503, null)]
    [InlineData("429", 429, "5")]
    [InlineData("401", 401, null)]
    public async Task Graph_refuses_as_it_was_told(string mode, int status, string? retryAfter)
    {
        _tenant.Services.Faults.TrySet("graph", mode);
        var reply = await _tenant.GraphAsync(HttpMethod.Get, "/users");

        Assert.Equal(status, reply.Status);
        Assert.Equal(retryAfter, reply.Headers.GetValueOrDefault("Retry-After"));
        Assert.True(_tenant.Services.Faults.Met("graph") > 0);
    }

    [Theory]
    [InlineData("graph")]
    [InlineData("connector")]
    public async Task A_part_that_is_not_there_cuts_the_call_off(string part)
    {
        _tenant.Services.Faults.TrySet(part, "off");

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(part));
    }

    [Theory]
    [InlineData("graph")]
    [InlineData("connector")]
    public async Task A_call_without_an_answer_hangs_until_the_part_is_put_right(string part)
    {
        _tenant.Services.Faults.TrySet(part, "timeout");
        var call = CallAsync(part);
        await UntilAsync(() => _tenant.Services.Faults.Met(part) > 0);
        Assert.False(call.IsCompleted);
        _tenant.Services.Faults.TrySet(part, "on");

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task A_forgotten_bookmark_is_410_and_a_new_round_still_works()
    {
        var round = await _tenant.GraphAsync(HttpMethod.Get, First, "odata.maxpagesize=1000");
        _tenant.Services.Faults.TrySet("graph", "410");
        var gone = await _tenant.GraphAsync(HttpMethod.Get, round.Delta!, "odata.maxpagesize=1000");
        var again = await _tenant.GraphAsync(HttpMethod.Get, First, "odata.maxpagesize=1000");

        Assert.Equal((410, "syncStateNotFound"), (gone.Status, gone.Code));
        Assert.True(gone.Headers.ContainsKey("Location"));
        Assert.Equal(round.Value.Count, again.Value.Count);
        Assert.NotNull(again.Delta);
    }

    [Theory]
    [InlineData("empty", 1)]
    [InlineData("repeat", 2)]
    public async Task Odd_pages_end_in_a_bookmark_and_lose_no_event(string mode, int times)
    {
        var whole = (await _tenant.GraphAsync(HttpMethod.Get, First, "odata.maxpagesize=1000")).Value.Select(item => item.Text("id")!).ToList();
        _tenant.Services.Faults.TrySet("graph", mode);
        var (seen, pages) = (new List<string>(), new List<int>());
        for (var page = await _tenant.GraphAsync(HttpMethod.Get, First, "odata.maxpagesize=4"); ;
             page = await _tenant.GraphAsync(HttpMethod.Get, page.Next!, "odata.maxpagesize=4"))
        {
            seen.AddRange(page.Value.Select(item => item.Text("id")!));
            pages.Add(page.Value.Count);
            if (page.Delta is not null)
                break;
        }

        Assert.All(seen.CountBy(id => id), pair => Assert.Equal(times, pair.Value));
        Assert.Equal(whole.Order(), seen.Distinct().Order());
        Assert.Equal(mode == "empty", pages.Contains(0));
    }

    [Fact]
    public async Task A_message_can_arrive_without_the_bot_hearing_so()
    {
        var chat = _tenant.Services.Chats.All[0];
        chat.IsInstalled = true;
        _tenant.Services.Faults.TrySet("connector", "late");
        var call = _tenant.ConnectorAsync(HttpMethod.Post, $"/v3/conversations/{chat.ConversationId}/activities", """{"type":"message","text":"hello"}""");
        await UntilAsync(() => chat.Messages().Count == 1);
        Assert.False(call.IsCompleted);
        _tenant.Services.Faults.TrySet("connector", "on");

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        Assert.Single(chat.Messages());
    }

    [Fact]
    public async Task A_locked_database_can_be_read_and_not_written_until_it_is_put_right()
    {
        var path = Path.Combine(_tenant.Sandbox.DataPath, "conferencebot.db");
        Assert.False(await _tenant.Sandbox.Faults.SetAsync("database", "off", CancellationToken.None));
        Run(path, "PRAGMA journal_mode = WAL; CREATE TABLE Things (Name TEXT)");

        Assert.True(await _tenant.Sandbox.Faults.SetAsync("database", "off", CancellationToken.None));
        Assert.Equal("off", _tenant.Sandbox.Faults.Mode("database"));
        Run(path, "SELECT COUNT(*) FROM Things");
        Assert.Equal(5, Assert.Throws<SqliteException>(() => Run(path, "INSERT INTO Things VALUES ('a')")).SqliteErrorCode);

        Assert.True(await _tenant.Sandbox.Faults.SetAsync("database", "on", CancellationToken.None));
        Run(path, "INSERT INTO Things VALUES ('a')");
    }

    [Fact]
    public async Task A_rotation_signs_with_a_new_key_and_withdraws_the_old_one_only_when_asked()
    {
        await _tenant.Sandbox.Faults.SetAsync("tokens", "rotate", CancellationToken.None);
        var both = _tenant.Services.Keys.KeySet().Items("keys").Count();
        await _tenant.Sandbox.Faults.SetAsync("tokens", "replace", CancellationToken.None);

        Assert.Equal((2, 1), (both, _tenant.Services.Keys.KeySet().Items("keys").Count()));
    }

    [Fact]
    public void Every_fault_that_the_page_offers_is_named_and_explained_in_one_sentence()
    {
        var modes = FaultCatalogue.All.SelectMany(part => part.Modes.Concat(part.Once)).ToList();

        Assert.All(modes, mode => Assert.Matches(@"^[A-Z][^.]*\.$", mode.Help));
        Assert.All(modes, mode => Assert.DoesNotMatch(@"^\d+$|[a-z][A-Z]", mode.Label));
        Assert.All(FaultCatalogue.All, part => Assert.Equal(part.Modes.Concat(part.Once).Count(), part.Modes.Concat(part.Once).DistinctBy(m => m.Label).Count()));
        Assert.All(FaultCatalogue.All.Where(part => part.Modes.Count > 0), part => Assert.Equal("on", part.Modes[0].Mode));
    }

    [Fact]
    public async Task The_page_is_told_what_it_may_offer()
    {
        var state = (await _tenant.SendAsync(HttpMethod.Get, _tenant.Sandbox.Address + "api/state", null)).Body;

        Assert.Equal(["graph", "mailbox", "directory", "notices", "connector", "clock", "database", "tokens", "host"], state.Items("faultControls").Select(part => part.Text("part")));
        Assert.Equal("on", state.Object("faults").Text("database"));
        Assert.Equal(["rotate", "replace"], state.Items("faultControls").Single(part => part.Text("part") == "tokens").Items("once").Select(one => one.Text("mode")));
    }

    [Theory]
    [InlineData("graph", "purple")]
    [InlineData("gravity", "off")]
    [InlineData("host", "on")]
    public async Task A_fault_that_does_not_exist_changes_nothing(string part, string mode)
    {
        Assert.False(await _tenant.Sandbox.Faults.SetAsync(part, mode, CancellationToken.None));
        Assert.Empty(_tenant.Sandbox.Recovery.All());
    }

    private Task<Reply> CallAsync(string part) => part == "graph"
        ? _tenant.GraphAsync(HttpMethod.Get, "/users")
        : _tenant.ConnectorAsync(HttpMethod.Get, "/v3/conversations/a:1/members");

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=1");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is written in this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteScalar();
    }

    private static async Task UntilAsync(Func<bool> seen)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!seen())
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
    }
}
