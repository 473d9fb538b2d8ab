using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Several mailboxes, each with a calendar of its own; and editing them.</summary>
public sealed class MailboxTests : IAsyncLifetime
{
    private const string East = "conferences.east@sampleshire.example", Room = "room.pretend@sampleshire.example", Uid = "made-up@sampleshire.example";
    private const string Prefer = "outlook.timezone=\"UTC\", odata.maxpagesize=1000, IdType=\"ImmutableId\"";
    private const string Window = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z";
    private readonly TenantFixture _tenant = new();

    public ValueTask InitializeAsync() => _tenant.InitializeAsync();

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Fact]
    public async Task The_same_conference_has_one_iCalUId_and_an_id_for_each_mailbox_and_a_room_hides_the_subject()
    {
        await BookAsync();
        var (team, east, room) = (await OneAsync(_tenant.Mailbox), await OneAsync(East), await OneAsync(Room));

        Assert.Equal(3, new[] { team, east, room }.Select(item => item.Text("id")).Distinct().Count());
        Assert.Equal(("ICPC CP-10999", "ICPC CP-10999", "Ada Sampleton"), (team.Text("subject"), east.Text("subject"), room.Text("subject")));
        Assert.Equal("2026-06-01T09:00:00.0000000", team.Object("start").Text("dateTime"));
    }

    [Theory]
    [InlineData("GMT Standard Time", "2026-06-01T09:00:00.0000000")]
    [InlineData("Europe/London", "2026-06-01T09:00:00.0000000")]
    [InlineData("Eastern Standard Time", "2026-06-01T14:00:00.0000000")]
    public async Task A_time_zone_may_have_its_Windows_or_its_IANA_name(string zone, string utc)
    {
        await BookAsync(zone);
        var whole = await _tenant.GraphAsync(HttpMethod.Get, $"/users/{East}/calendarView/delta?{Window}", $"outlook.timezone=\"{zone}\", odata.maxpagesize=1000");

        Assert.Equal(utc, (await OneAsync(East)).Object("start").Text("dateTime"));
        Assert.Equal("2026-06-01T10:00:00.0000000", whole.Value.Single(item => item.Text("iCalUId") == Uid).Object("start").Text("dateTime"));
    }

    [Fact]
    public async Task A_cancelled_conference_is_gone_from_the_team_and_marked_in_other_calendars()
    {
        await BookAsync();
        await EditAsync(new() { ["edit"] = "cancel", ["event"] = Uid });

        Assert.DoesNotContain(await ReadAsync(_tenant.Mailbox), item => item.Text("iCalUId") == Uid);
        Assert.True((await OneAsync(East)).Flag("isCancelled"));
    }

    [Fact]
    public async Task Edits_change_what_they_say()
    {
        await BookAsync();
        await EditAsync(new() { ["edit"] = "rename", ["event"] = Uid, ["subject"] = "Lunch" });
        await EditAsync(new() { ["edit"] = "mark", ["event"] = Uid, ["sensitivity"] = "private" });
        await EditAsync(new() { ["edit"] = "invite", ["event"] = Uid, ["address"] = "dara.mockford@sampleshire.example" });
        await EditAsync(new() { ["edit"] = "respond", ["event"] = Uid, ["address"] = "dara.mockford@sampleshire.example", ["response"] = "declined" });
        await EditAsync(new() { ["edit"] = "chair", ["event"] = Uid, ["address"] = "bram.specimen@sampleshire.example" });
        await EditAsync(new() { ["edit"] = "delete", ["event"] = Uid, ["mailbox"] = _tenant.Mailbox });
        var east = await OneAsync(East);

        Assert.Equal(("Lunch", "private"), (east.Text("subject"), east.Text("sensitivity")));
        Assert.Equal(["dara.mockford@sampleshire.example declined", "bram.specimen@sampleshire.example accepted"],
            east.Items("attendees").Select(one => $"{one.Object("emailAddress").Text("address")} {one.Object("status").Text("response")}"));
        Assert.Equal("bram.specimen@sampleshire.example", east.Object("organizer").Object("emailAddress").Text("address"));
        Assert.DoesNotContain(await ReadAsync(_tenant.Mailbox), item => item.Text("iCalUId") == Uid);
    }

    [Fact]
    public async Task A_series_keeps_its_hour_over_the_change_of_clocks_and_a_moved_occurrence_is_an_exception()
    {
        await EditAsync(new() { ["edit"] = "add", ["event"] = Uid, ["mailbox"] = East, ["subject"] = "ICPC CP-10999", ["everyDays"] = 7, ["count"] = 2,
            ["start"] = "2026-10-20T10:00:00", ["end"] = "2026-10-20T11:00:00" });
        var series = (await ReadAsync(East)).Where(item => item.Text("type") == "occurrence").Select(item => item.Object("start").Text("dateTime"));
        Assert.Equal(["2026-10-20T09:00:00.0000000", "2026-10-27T10:00:00.0000000"], series);

        await EditAsync(new() { ["edit"] = "move", ["event"] = Uid + "/2026-10-27T10:00:00Z", ["start"] = "2026-10-28T10:00:00", ["end"] = "2026-10-28T11:00:00" });
        var moved = Assert.Single(await ReadAsync(East), item => item.Text("type") == "exception");
        Assert.Equal(("2026-10-28T10:00:00.0000000", "2026-10-27T10:00:00.0000000Z"), (moved.Object("start").Text("dateTime"), moved.Text("originalStart")));
    }

    [Fact]
    public async Task One_occurrence_that_is_cancelled_and_left_says_so_itself()
    {
        await EditAsync(new() { ["edit"] = "add", ["event"] = Uid, ["mailbox"] = East, ["subject"] = "ICPC CP-10999", ["everyDays"] = 7, ["count"] = 2,
            ["start"] = "2026-06-02T10:00:00", ["end"] = "2026-06-02T11:00:00" });
        Assert.True(_tenant.Services.Desk.CancelAndKeep(new CalendarPlace(Uid + "/2026-06-09T09:00:00Z", East)));
        var series = (await ReadAsync(East)).Where(item => item.Text("type") != "seriesMaster").Select(item => (item.Text("type"), item.Flag("isCancelled")));

        Assert.Equal([("occurrence", false), ("exception", true)], series);
    }

    [Fact]
    public async Task Pages_can_be_made_smaller_and_a_calendar_broken_between_two_of_them()
    {
        _tenant.Services.Graph.Delta.MostOnPage = 1;
        _tenant.Services.Graph.Faults.Mailboxes.BreakAfter(_tenant.Mailbox, 1, "503");
        var first = await _tenant.GraphAsync(HttpMethod.Get, $"/users/{_tenant.Mailbox}/calendarView/delta?{Window}", Prefer);
        Assert.Single(first.Value);
        Assert.Equal(503, (await _tenant.GraphAsync(HttpMethod.Get, first.Next!, Prefer)).Status);

        _tenant.Services.Graph.Faults.Mailboxes.TrySet(_tenant.Mailbox, "on");
        Assert.Single((await _tenant.GraphAsync(HttpMethod.Get, first.Next!, Prefer)).Value);
    }

    [Fact]
    public async Task An_all_day_event_goes_from_midnight_to_midnight()
    {
        await EditAsync(new() { ["edit"] = "add", ["event"] = Uid, ["mailbox"] = East, ["allDay"] = true, ["start"] = "2026-06-01", ["end"] = "2026-06-02" });
        var day = await OneAsync(East);

        Assert.True(day.Flag("isAllDay"));
        Assert.Equal("2026-06-01T00:00:00.0000000", day.Object("start").Text("dateTime"));
    }

    [Theory]
    [InlineData("""{"edit":"paint","event":"x"}""")]
    [InlineData("""{"edit":"delete"}""")]
    [InlineData("""{"edit":"delete","event":"nothing"}""")]
    [InlineData("""{"edit":"add","event":"x","mailbox":"nobody@sampleshire.example","start":"2026-06-01T10:00:00","end":"2026-06-01T11:00:00"}""")]
    [InlineData("""{"edit":"add","event":"x","zone":"Nowhere/Land","start":"2026-06-01T10:00:00","end":"2026-06-01T11:00:00"}""")]
    [InlineData("""{"edit":"add","event":"x","start":"2026-06-01T10:00:00","end":"2026-06-01T09:00:00"}""")]
    public async Task An_edit_that_makes_no_sense_is_refused(string body) => Assert.Equal(400,
        (await _tenant.SendAsync(HttpMethod.Post, _tenant.Sandbox.Address + "api/calendar/edits", null, null, body)).Status);

    [Fact]
    public async Task Four_calls_go_into_each_mailbox_at_a_time_and_the_counters_say_so()
    {
        await _tenant.SendAsync(HttpMethod.Post, _tenant.Sandbox.Address + "api/graph/counters", null);
        _tenant.Services.Graph.Mailboxes.Delay = TimeSpan.FromMilliseconds(300);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn =>
            _tenant.GraphAsync(HttpMethod.Get, $"/users/{(turn % 2 == 0 ? East : Room)}/calendarView/delta?{Window}", Prefer)));
        var counters = (await _tenant.SendAsync(HttpMethod.Get, _tenant.Sandbox.Address + "api/graph/counters", null)).Body;

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(8, counters!["operations"]!["GET users/{user}/calendarView/delta"]!.GetValue<long>());
        Assert.Equal(4, counters["mailboxes"]![East]!["operations"]!["GET users/{user}/calendarView/delta"]!.GetValue<long>());
        Assert.InRange(counters["mostInFlight"]!.GetValue<int>(), 1, 4);
    }

    [Fact]
    public async Task A_bookmark_of_one_mailbox_is_of_no_use_in_another()
    {
        var team = await _tenant.GraphAsync(HttpMethod.Get, $"/users/{_tenant.Mailbox}/calendarView/delta?{Window}", Prefer);
        var token = team.Delta![team.Delta!.IndexOf("$deltatoken", StringComparison.Ordinal)..];

        Assert.Equal(410, (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{East}/calendarView/delta?{token}", Prefer)).Status);
    }

    [Fact]
    public void Invented_calendars_are_filled_quickly_with_one_conference_in_fifty()
    {
        var box = new Mailbox(Guid.Empty, "load.001@sampleshire.example", "load", false, new MailboxCalendar(() => default));
        SyntheticLoad.Fill(box, 1, 500, _tenant.Services.Tenant);

        Assert.Equal((500, 10), (box.Calendar.Entries().Count, box.Calendar.Entries().Count(Conferences.Stands)));
    }

    private Task BookAsync(string zone = "GMT Standard Time") => EditAsync(new()
    {
        ["edit"] = "add",
        ["event"] = Uid,
        ["mailboxes"] = new JsonArray(_tenant.Mailbox, East, Room),
        ["subject"] = "ICPC CP-10999",
        ["zone"] = zone,
        ["start"] = "2026-06-01T10:00:00",
        ["end"] = "2026-06-01T11:00:00",
        ["organizer"] = new JsonObject { ["name"] = "Ada Sampleton", ["address"] = "ada.sampleton@sampleshire.example" },
    });

    private async Task EditAsync(JsonObject edit) => Assert.Equal(200,
        (await _tenant.SendAsync(HttpMethod.Post, _tenant.Sandbox.Address + "api/calendar/edits", null, null, edit.ToJsonString())).Status);

    private async Task<IReadOnlyList<JsonNode>> ReadAsync(string mailbox) =>
        (await _tenant.GraphAsync(HttpMethod.Get, $"/users/{mailbox}/calendarView/delta?{Window}", Prefer)).Value;

    private async Task<JsonNode> OneAsync(string mailbox) => (await ReadAsync(mailbox)).Single(item => item.Text("iCalUId") == Uid);
}
