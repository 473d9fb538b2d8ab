using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Leavers, disabled and unlicensed accounts, automatic replies, and faults of one calendar and of the directory.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private const string Away = "zora.testament@sampleshire.example", There = "dara.mockford@sampleshire.example";
    private const string Window = "startDateTime=2026-05-01T00:00:00Z&endDateTime=2026-07-01T00:00:00Z";
    private readonly TenantFixture _tenant = new();

    public ValueTask InitializeAsync() => _tenant.InitializeAsync();

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Fact]
    public async Task Somebody_on_leave_has_automatic_replies_for_those_days()
    {
        var away = (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{Away}/mailboxSettings/automaticRepliesSetting")).Body;
        var there = (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{There}/mailboxSettings")).Body;

        Assert.Equal(("scheduled", "2026-05-10T23:00:00.0000000", "2026-05-15T23:00:00.0000000"), (away.Text("status"),
            away.Object("scheduledStartDateTime").Text("dateTime"), away.Object("scheduledEndDateTime").Text("dateTime")));
        Assert.Equal(("disabled", "user"), (there.Object("automaticRepliesSetting").Text("status"), there.Text("userPurpose")));
    }

    [Fact]
    public async Task An_account_is_enabled_and_licensed_until_it_is_not()
    {
        const string asked = $"/users/{There}?$select=accountEnabled,assignedLicenses";
        var before = (await _tenant.GraphAsync(HttpMethod.Get, asked)).Body;
        await SetAsync(new() { ["person"] = There, ["disabled"] = true, ["unlicensed"] = true, ["replies"] = "alwaysEnabled" });
        var after = (await _tenant.GraphAsync(HttpMethod.Get, asked)).Body;

        Assert.Equal((true, 1), (before.Flag("accountEnabled"), before.Items("assignedLicenses").Count()));
        Assert.Equal((false, 0), (after.Flag("accountEnabled"), after.Items("assignedLicenses").Count()));
        Assert.Equal("MailboxNotEnabledForRESTAPI", (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{There}/mailboxSettings")).Code);
        Assert.Equal(404, (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{There}/calendarView/delta?{Window}")).Status);
    }

    [Fact]
    public async Task Somebody_who_has_left_is_in_no_list()
    {
        var chair = _tenant.Who("Conference chair");
        await SetAsync(new() { ["person"] = chair.Mail, ["left"] = true });
        var members = await _tenant.GraphAsync(HttpMethod.Get, $"/groups/{_tenant.Services.Tenant.ChairsGroup}/members?$top=999");

        Assert.Equal(404, (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{chair.Id}")).Status);
        Assert.Empty((await _tenant.GraphAsync(HttpMethod.Get, $"/users?$filter=mail eq '{chair.Mail}'")).Value);
        Assert.DoesNotContain(members.Value, one => one.Text("id") == chair.Id.ToString());
    }

    [Theory]
    [InlineData("404", 404)]
    [InlineData("403", 403)]
    [InlineData("429", 429)]
    [InlineData("429-date", 429)]
    [InlineData("500", 500)]
    [InlineData("503", 503)]
    public async Task One_calendar_fails_and_the_others_do_not(string mode, int status)
    {
        await PostAsync("api/graph/mailboxes", new() { ["mailbox"] = There, ["mode"] = mode });
        var broken = await _tenant.GraphAsync(HttpMethod.Get, $"/users/{There}/calendarView/delta?{Window}");

        Assert.Equal(status, broken.Status);
        Assert.Equal(mode == "429" ? "3" : null, mode == "429-date" ? null : broken.Headers.GetValueOrDefault("Retry-After"));
        Assert.Equal(mode == "429-date", DateTimeOffset.TryParseExact(broken.Headers.GetValueOrDefault("Retry-After"), "R", null, default, out _));
        Assert.Equal(200, (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{_tenant.Mailbox}/calendarView/delta?{Window}")).Status);
    }

    [Fact]
    public async Task The_control_breaks_the_team_calendar_and_half_a_page_is_no_page()
    {
        _tenant.Services.Faults.TrySet("mailbox", "truncated");

        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => _tenant.GraphAsync(HttpMethod.Get, $"/users/{_tenant.Mailbox}/calendarView/delta?{Window}"));
        Assert.Equal(200, (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{There}/calendarView/delta?{Window}")).Status);
    }

    [Theory]
    [InlineData("503", 503)]
    [InlineData("429", 429)]
    [InlineData("403", 403)]
    public async Task The_directory_fails_and_calendars_do_not(string mode, int status)
    {
        _tenant.Services.Faults.TrySet("directory", mode);

        Assert.Equal(status, (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{There}")).Status);
        Assert.Equal(200, (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{_tenant.Mailbox}/calendarView/delta?{Window}")).Status);
    }

    [Fact]
    public async Task One_part_of_a_batch_is_refused_with_its_own_wait()
    {
        _tenant.Services.Faults.TrySet("directory", "batch");
        var batch = new JsonObject { ["requests"] = new JsonArray([.. Enumerable.Range(1, 3).Select(id => (JsonNode)new JsonObject
        {
            ["id"] = $"{id}", ["method"] = "GET", ["url"] = $"/users/{There}",
        })]) };
        var parts = (await _tenant.GraphAsync(HttpMethod.Post, "/$batch", body: batch)).Body.Items("responses").ToList();

        Assert.Equal([429, 200, 200], parts.Select(part => part!["status"]!.GetValue<int>()));
        Assert.Equal("3", parts[0].Object("headers").Text("Retry-After"));
    }

    [Fact]
    public async Task The_clock_of_Graph_can_be_ahead()
    {
        _tenant.Services.Faults.TrySet("directory", "skew");
        var reply = await _tenant.GraphAsync(HttpMethod.Get, $"/users/{There}");

        Assert.True(DateTimeOffset.Parse(reply.Headers["Date"], null) > TimeProvider.System.GetUtcNow().AddMinutes(9));
    }

    private Task SetAsync(JsonObject body) => PostAsync("api/people/account", body);

    private async Task PostAsync(string path, JsonObject body) => Assert.Equal(200,
        (await _tenant.SendAsync(HttpMethod.Post, _tenant.Sandbox.Address + path, null, null, body.ToJsonString())).Status);
}
