using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>What the page learns of people, and confirming them.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private const string Initial = "initial-one@sampleshire.example";
    private readonly TenantFixture _tenant = new();
    private readonly HttpClient _http = new();

    public async ValueTask InitializeAsync()
    {
        await _tenant.InitializeAsync();
        _http.BaseAddress = _tenant.Sandbox.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _tenant.DisposeAsync();
    }

    [Theory]
    [InlineData("2026-05-11T08:00:00Z", "Conference chair", "available", null)]
    [InlineData("2026-05-11T18:00:00Z", "Conference chair", "offline", null)]
    [InlineData("2026-05-16T09:00:00Z", "Conference chair", "offline", null)]
    [InlineData("2026-05-25T09:00:00Z", "Conference chair", "offline", null)]
    [InlineData("2026-05-19T09:30:00Z", "Conference chair", "busy", "In a conference")]
    [InlineData("2026-05-19T11:00:00Z", "Conference chair", "available", null)]
    [InlineData("2026-05-20T09:00:00Z", "Conference chair, east", "outOfOffice", "On leave until Mon 25 May")]
    [InlineData("2026-05-26T09:00:00Z", "Conference chair, east", "available", null)]
    public async Task Presence_follows_procedure_time(string now, string role, string presence, string? text)
    {
        _tenant.Services.Clock.Set(Iso.Read(now)!.Value);
        var person = (await StateAsync()).Items("people").Single(item => item.Text("role") == role);

        Assert.Equal((presence, text), (person.Text("presence"), person.Text("presenceText")));
    }

    [Theory]
    [InlineData("Conference chair", "chair", true)]
    [InlineData("Conference administrator", "administrator", true)]
    [InlineData("Community health manager", "manager", true)]
    [InlineData("Health visitor", "practitioner", true)]
    [InlineData("Nursery key person", "practitioner", false)]
    public async Task Everybody_has_a_kind_and_is_known_or_not(string role, string kind, bool known)
    {
        var person = (await StateAsync()).Items("people").Single(item => item.Text("role") == role);

        Assert.Equal((kind, known), (person.Text("kind"), person.Flag("known")));
        Assert.Equal(_tenant.Who(role).AgencyKey, person.Text("agencyKey"));
    }

    [Fact]
    public async Task The_state_names_the_cast_and_the_source()
    {
        var state = await StateAsync();

        Assert.Equal(_tenant.Who("Health visitor").Id, state.Object("cast").Id("practitioner"));
        Assert.Equal(("sample", "Sampleshire"), (state.Object("source").Text("kind"), state.Object("source").Text("name")));
        Assert.Equal(3, state.Object("source")!["awaiting"]!.GetValue<int>());
    }

    [Fact]
    public async Task Confirmed_people_are_in_their_agencys_group_and_the_calendar_is_given_again()
    {
        var nursery = _tenant.Services.Tenant.Agencies.Single(agency => agency.Key == "nursery").GroupId;
        var first = await _tenant.GraphAsync(HttpMethod.Get, $"/users/{_tenant.Mailbox}/calendarView/delta?startDateTime=2026-05-01T00:00:00Z&endDateTime=2026-06-01T00:00:00Z",
            "odata.maxpagesize=100");
        Assert.Empty((await _tenant.GraphAsync(HttpMethod.Get, $"/groups/{nursery}/members")).Value);

        var one = await ConfirmAsync(new JsonObject { ["ids"] = new JsonArray(_tenant.Who("Nursery key person").Id.ToString()) });
        Assert.Equal((HttpStatusCode.OK, 1), (one.Status, one.Confirmed));
        Assert.Equal(2, (await ConfirmAsync([])).Confirmed);
        Assert.Equal(0, (await ConfirmAsync([])).Confirmed);

        Assert.Equal(3, (await _tenant.GraphAsync(HttpMethod.Get, $"/groups/{nursery}/members")).Value.Count);
        Assert.Contains((await _tenant.GraphAsync(HttpMethod.Get, first.Delta!, "odata.maxpagesize=100")).Value, item => item.Text("iCalUId") == Initial);
    }

    [Fact]
    public async Task Somebody_who_is_not_of_the_tenant_cannot_be_confirmed()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await ConfirmAsync(new JsonObject { ["ids"] = new JsonArray("5a4d504c-0000-4000-8000-00000000dead") })).Status);
        Assert.Equal(3, (await StateAsync()).Object("source")!["awaiting"]!.GetValue<int>());
    }

    [Fact]
    public void A_conference_that_is_booked_late_is_not_there_before()
    {
        const string late = "initial-late@sampleshire.example";
        Assert.DoesNotContain(_tenant.Services.Calendar.All(), entry => entry.Uid == late);

        _tenant.Services.Clock.Set(Iso.Read("2026-05-14T15:00:00Z")!.Value);
        _tenant.Services.Changes.Apply();

        Assert.Single(_tenant.Services.Calendar.Entries(), entry => entry.Uid == late);
    }

    private async Task<JsonNode> StateAsync() => JsonNode.Parse(await _http.GetStringAsync("/api/state"))!;

    private async Task<(HttpStatusCode Status, int? Confirmed)> ConfirmAsync(JsonObject body)
    {
        using var reply = await _http.PostAsync("/api/people/confirm", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        return (reply.StatusCode, JsonNode.Parse(await reply.Content.ReadAsStringAsync())?["confirmed"]?.GetValue<int>());
    }
}
