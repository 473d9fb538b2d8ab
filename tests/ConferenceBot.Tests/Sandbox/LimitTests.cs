using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Graph;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Limits of Graph and Teams, over the wire where the wire decides, in machine time that stands still where time does.</summary>
public sealed class LimitTests(TenantFixture tenant) : IClassFixture<TenantFixture>
{
    private static readonly FakeTimeProvider Machine = new(new DateTimeOffset(2026, 5, 11, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_application_makes_fifty_calls_a_second()
    {
        var limits = new SendLimits(Machine);
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Null(limits.TryTake("application", SendLimits.Application)));
        Assert.Equal(1, limits.TryTake("application", SendLimits.Application));
        Machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(limits.TryTake("application", SendLimits.Application));
    }

    [Fact]
    public async Task The_fifty_first_call_of_a_second_is_refused_on_the_wire_too()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { StartHost = false, Machine = Machine });
        using var http = new HttpClient();
        var statuses = new List<int>();
        for (var call = 0; call < 51; call++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{sandbox.Address}connector/v3/conversations/a:{call}/members");
            request.Headers.Authorization = new("Bearer", sandbox.Services.Tokens.ForService("https://api.botframework.com"));
            using var reply = await http.SendAsync(request);
            statuses.Add((int)reply.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(404, 50), 429], statuses);
    }

    [Fact]
    public async Task Members_are_read_one_by_one_by_pages_and_as_a_list_that_is_nearly_closed()
    {
        var chat = tenant.Services.Chats.All[1];
        chat.IsInstalled = true;
        var path = $"/v3/conversations/{chat.ConversationId}";
        var one = await tenant.ConnectorAsync(HttpMethod.Get, $"{path}/members/{chat.Person.Id}");
        var paged = await tenant.ConnectorAsync(HttpMethod.Get, $"{path}/pagedmembers?pageSize=50");
        var lists = new List<Reply>();
        for (var call = 0; call < 6; call++)
            lists.Add(await tenant.ConnectorAsync(HttpMethod.Get, $"{path}/members"));

        Assert.Equal(chat.UserId, one.Body.Text("id"));
        Assert.Equal(chat.UserId, paged.Body.Items("members").Single().Text("id"));
        Assert.Null(paged.Body.Text("continuationToken"));
        Assert.Equal(chat.UserId, Assert.IsType<JsonArray>(lists[0].Body).Single().Text("id"));
        Assert.Equal([200, 200, 200, 200, 200, 429], lists.Select(reply => reply.Status));
    }

    [Theory]
    [InlineData("/pagedmembers?pageSize=49", 400)]
    [InlineData("/pagedmembers?pageSize=501", 400)]
    [InlineData("/pagedmembers?continuationToken=x", 400)]
    [InlineData("/members/29:nobody", 404)]
    [InlineData("/activities/1/members", 404)]
    public async Task Other_questions_about_members_are_refused(string below, int status)
    {
        var chat = tenant.Services.Chats.All[2];
        chat.IsInstalled = true;

        Assert.Equal(status, (await tenant.ConnectorAsync(HttpMethod.Get, $"/v3/conversations/{chat.ConversationId}{below}")).Status);
    }

    [Fact]
    public async Task A_group_comes_by_pages_and_every_member_once()
    {
        var group = tenant.Services.Tenant.Agencies.MaxBy(agency => tenant.Services.Tenant.People.Count(person => person.Groups.Contains(agency.GroupId)))!.GroupId;
        var expected = tenant.Services.Tenant.People.Where(person => person.Groups.Contains(group)).Select(person => person.Id.ToString()).ToList();
        var (seen, pages) = (new List<string>(), 0);
        for (var link = $"/groups/{group}/members?$select=id&$top=2"; link is not null; pages++)
        {
            var page = await tenant.GraphAsync(HttpMethod.Get, link);
            Assert.InRange(page.Value.Count, 1, 2);
            seen.AddRange(page.Value.Select(member => member.Text("id")!));
            link = page.Next;
        }

        Assert.Equal(expected, seen);
        Assert.Equal((expected.Count + 1) / 2, pages);
    }

    [Theory]
    [InlineData("$top=0")]
    [InlineData("$top=1000")]
    [InlineData("$top=ten")]
    [InlineData("$orderby=mail")]
    [InlineData("$filter=mail eq 'a'")]
    [InlineData("$skiptoken=nonsense")]
    public async Task Other_options_of_a_group_are_refused(string option)
    {
        var reply = await tenant.GraphAsync(HttpMethod.Get, $"/groups/{tenant.Services.Tenant.ChairsGroup}/members?{option}");

        Assert.Equal(400, reply.Status);
        Assert.NotNull(reply.Code);
    }

    [Fact]
    public async Task The_page_of_one_list_does_not_open_another()
    {
        var users = await tenant.GraphAsync(HttpMethod.Get, "/users?$top=1");
        var token = users.Next![users.Next!.IndexOf("$skiptoken=", StringComparison.Ordinal)..];

        Assert.Equal(400, (await tenant.GraphAsync(HttpMethod.Get, $"/groups/{tenant.Services.Tenant.ChairsGroup}/members?{token}")).Status);
    }

    [Fact]
    public async Task An_old_bookmark_is_forgotten_when_many_newer_ones_were_given()
    {
        var address = $"/users/{tenant.Mailbox}/calendarView/delta?startDateTime=2026-05-01T00:00:00Z&endDateTime=2026-07-01T00:00:00Z";
        var old = await tenant.GraphAsync(HttpMethod.Get, address, "odata.maxpagesize=1000");
        var half = await tenant.GraphAsync(HttpMethod.Get, address, "odata.maxpagesize=2");
        Assert.Equal(200, (await tenant.GraphAsync(HttpMethod.Get, old.Delta!, "odata.maxpagesize=1000")).Status);
        var token = new DeltaToken(tenant.Mailbox, default, default, null, new HashSet<string>(), 0);
        for (var newer = 0; newer < DeltaRounds.MostKept; newer++)
            tenant.Services.DeltaRounds.Keep(token);

        Assert.Equal((410, "syncStateNotFound"), Code(await tenant.GraphAsync(HttpMethod.Get, old.Delta!, "odata.maxpagesize=1000")));
        Assert.Equal((410, "syncStateNotFound"), Code(await tenant.GraphAsync(HttpMethod.Get, half.Next!, "odata.maxpagesize=2")));
    }

    private static (int, string?) Code(Reply reply) => (reply.Status, reply.Code);
}
