using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.People;

public sealed class GraphPeopleTests : IAsyncLifetime
{
    private readonly SmallDirectory directory = new SmallDirectory()
        .With(1, "ada@council.example")
        .With(3, "cleo@council.example")
        .With(4, "dara@council.example", upn: "d.mockford@council.example", manager: 5, groups: SmallDirectory.SocialCare)
        .With(5, "eddy@council.example", manager: 6, groups: SmallDirectory.SocialCare)
        .With(6, "fern@council.example", manager: 7)
        .With(7, "top@council.example")
        .With(8, "kit@school.example", department: " education ", manager: 9)
        .With(9, "left@school.example", department: "Education", enabled: false, manager: 6)
        .With(10, "guest@elsewhere.example", department: "Education", type: "Guest")
        .With(11, "parent@council.example", department: "Highways")
        .With(12, "second.chair@council.example", groups: [SmallDirectory.SocialCare, SmallDirectory.Chairs])
        .With(13, "o'hara@school.example", department: "Education", manager: 13)
        .With(14, "shared@school.example", department: "Education")
        .With(15, "other@school.example", upn: "shared@school.example", department: "Education");

    private FakeGraph graph = null!;
    private GraphSetup setup = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.On = directory.Answer;
        setup = new GraphSetup(graph);
    }

    public async ValueTask DisposeAsync()
    {
        await setup.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Theory]
    [InlineData("ada@council.example", 1, "chair", ParticipantRole.Chair)]
    [InlineData("second.chair@council.example", 12, "social-care", ParticipantRole.Chair)]
    [InlineData("cleo@council.example", 3, "administration", ParticipantRole.Administrator)]
    [InlineData("dara@council.example", 4, "social-care", ParticipantRole.Practitioner)]
    [InlineData("d.mockford@council.example", 4, "social-care", ParticipantRole.Practitioner)]
    [InlineData("kit@school.example", 8, "school", ParticipantRole.Practitioner)]
    [InlineData("o'hara@school.example", 13, "school", ParticipantRole.Practitioner)]
    public async Task A_professional_is_known_by_group_department_or_list(string address, int number, string agency, ParticipantRole role)
    {
        var found = Assert.Single(await FindAsync(address));

        Assert.Equal((address, Person(number), agency, role), (found.Address, found.Person, found.Agency.Key, found.Role));
    }

    [Theory]
    [InlineData("parent@council.example")]
    [InlineData("guest@elsewhere.example")]
    [InlineData("left@school.example")]
    [InlineData("nobody@mail.example")]
    [InlineData("shared@school.example")]
    [InlineData("/o=exchangelabs/cn=recipients/cn=someone")]
    [InlineData("")]
    public async Task Someone_whose_professional_role_is_not_known_is_left_out(string address) => Assert.Empty(await FindAsync(address));

    [Fact]
    public async Task The_answer_keeps_the_order_of_the_addresses_and_asks_for_seven_at_once()
    {
        string[] addresses = ["kit@school.example", "x1@mail.example", "x2@mail.example", "x3@mail.example", "x4@mail.example", "x5@mail.example", "x6@mail.example",
            "dara@council.example", "kit@school.example", "ada@council.example"];

        var found = await FindAsync(addresses);

        Assert.Equal(["kit@school.example", "dara@council.example", "ada@council.example"], found.Select(one => one.Address));
        var filters = directory.Asked.Where(part => part.Method == "GET").Select(part => part.Url).ToList();
        Assert.Equal([14, 4], filters.Select(filter => filter.Split(" eq ").Length - 1));
        Assert.Equal(2, graph.Requests.Count);
    }

    [Fact]
    public async Task An_address_is_quoted_in_the_filter()
    {
        await FindAsync("o'hara@school.example", "x' or accountEnabled eq true or mail eq '@mail.example");

        Assert.Equal(
            "/users?$filter=mail eq 'o''hara@school.example' or userPrincipalName eq 'o''hara@school.example'"
            + " or mail eq 'x'' or accountEnabled eq true or mail eq ''@mail.example' or userPrincipalName eq 'x'' or accountEnabled eq true or mail eq ''@mail.example'"
            + "&$select=id,mail,userPrincipalName,userType,accountEnabled,department",
            directory.Asked[0].Url);
    }

    [Fact]
    public async Task All_groups_are_asked_in_one_call_and_the_token_goes_with_it()
    {
        await FindAsync("dara@council.example");

        var asked = graph.Requests[1];
        Assert.Equal(("POST", "/v1.0/$batch", "Bearer token-1"), (asked.Method, asked.Path, asked.Authorization));
        Assert.Equal(
            $$$"""{"requests":[{"id":"1","method":"POST","url":"/users/{{{SmallDirectory.Id(4)}}}/checkMemberGroups","body":{"groupIds":["{{{SmallDirectory.SocialCare}}}","{{{SmallDirectory.Chairs}}}"]},"headers":{"Content-Type":"application/json"}}]}""",
            asked.Body);
    }

    [Fact]
    public async Task An_answer_is_kept_for_fifteen_minutes_of_machine_time()
    {
        await FindAsync("dara@council.example");
        var asked = graph.Requests.Count;

        setup.Machine.Advance(TimeSpan.FromMinutes(14));
        Assert.Single(await FindAsync("dara@council.example"));
        Assert.Equal(asked, graph.Requests.Count);

        setup.Machine.Advance(TimeSpan.FromMinutes(1));
        await FindAsync("dara@council.example");
        Assert.Equal(asked + 2, graph.Requests.Count);
    }

    [Fact]
    public async Task Somebody_unknown_is_asked_for_again_so_that_a_confirmation_is_seen()
    {
        Assert.Empty(await FindAsync("parent@council.example"));
        var asked = graph.Requests.Count;

        Assert.Empty(await FindAsync("parent@council.example"));
        Assert.True(graph.Requests.Count > asked);
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        graph.Answers(new GraphReply(429, FakeGraph.Error("TooManyRequests"), ("Retry-After", "3")));
        var away = await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync("dara@council.example"));
        Assert.Equal(("TooManyRequests", TimeSpan.FromSeconds(3)), (away.Code, away.RetryAfter));
        Assert.Single(graph.Requests);
        await Assert.ThrowsAsync<CalendarAwayException>(() => setup.People.ManagersOfAsync(GraphSetup.Council, Person(4), default));

        graph.On = directory.Answer;
        Assert.Single(await FindAsync("dara@council.example"));
        Assert.NotEmpty(await ManagersAsync(4));
    }

    [Theory]
    [InlineData(200, "<html></html>", "text/html", "unreadable")]
    [InlineData(200, "{\"value\":[", "application/json", "unreadable")]
    [InlineData(200, "{}", "application/json", "unreadable")]
    [InlineData(200, "[]", "application/json", "unreadable")]
    [InlineData(200, "", "application/json", "unreadable")]
    [InlineData(302, "", "application/json", "redirect")]
    [InlineData(503, "", "application/json", "http-503")]
    public async Task A_directory_that_cannot_be_read_is_not_an_empty_one(int status, string body, string contentType, string code)
    {
        graph.Answers(new GraphReply(status, body, status == 302 ? [("Location", graph.BaseUrl)] : []) { ContentType = contentType });

        Assert.Equal(code, (await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync("dara@council.example"))).Code);
        Assert.Equal(code, (await Assert.ThrowsAsync<CalendarAwayException>(() => ManagersAsync(4))).Code);

        graph.On = directory.Answer;
        directory.Instead["/users/"] = new GraphReply(status is 200 or 302 ? 200 : status, "[]");
        Assert.Equal(
            status is 200 or 302 ? "unreadable" : code, (await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync("dara@council.example"))).Code);
    }

    [Fact]
    public async Task A_next_link_of_the_directory_is_followed_to_its_own_origin_only()
    {
        await using var foreign = await FakeGraph.StartAsync();
        directory.Instead["/users?"] = new GraphReply(200, $$"""{"value":[],"@odata.nextLink":"{{foreign.BaseUrl}}/users?$skiptoken=x"}""");

        Assert.Equal("foreign-link", (await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync("dara@council.example"))).Code);
        Assert.Empty(foreign.Requests);
    }

    [Theory]
    [InlineData(4, new[] { 5, 6 })]
    [InlineData(6, new[] { 7 })]
    [InlineData(7, new int[0])]
    [InlineData(8, new[] { 6, 7 })]
    [InlineData(13, new int[0])]
    [InlineData(99, new int[0])]
    public async Task The_manager_and_the_managers_manager_are_found_lowest_first_when_enabled(int person, int[] managers)
    {
        Assert.Equal(managers.Select(Person), await ManagersAsync(person));
        var asked = graph.Requests.Count;
        await ManagersAsync(person);
        Assert.Equal(asked, graph.Requests.Count);
    }

    [Fact]
    public void Deputies_and_administrators_come_from_the_settings()
    {
        Assert.Equal([Person(2)], setup.People.DeputyChairs(GraphSetup.Council));
        Assert.Equal([Person(3)], setup.People.Administrators(GraphSetup.Council));
    }

    [Fact]
    public async Task No_log_line_holds_an_address_a_name_or_a_person()
    {
        await FindAsync("dara@council.example", "parent@council.example");
        await ManagersAsync(4);
        graph.Answers(new GraphReply(400, FakeGraph.Error("BadRequest", "kit@school.example is not a person")));
        var away = await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync("kit@school.example"));

        var all = string.Join('\n', setup.Logs.GetSnapshot().Select(log => $"{log.Message} {log.Exception} {string.Join(' ', log.StructuredState ?? [])}")) + away;
        Assert.Contains("BadRequest", all, StringComparison.Ordinal);
        Assert.All(["@", "mockford", "%40", "5a4d504c", "token-"], secret => Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase));
    }

    private static PersonId Person(int number) => new(Guid.Parse(SmallDirectory.Id(number)));

    private Task<ImmutableArray<Professional>> FindAsync(params string[] addresses) => setup.People.FindAsync(GraphSetup.Council, [.. addresses], default);

    private Task<ImmutableArray<PersonId>> ManagersAsync(int person) => setup.People.ManagersOfAsync(GraphSetup.Council, Person(person), default);
}
