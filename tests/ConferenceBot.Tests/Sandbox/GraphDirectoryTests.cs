using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class GraphDirectoryTests(TenantFixture tenant) : IClassFixture<TenantFixture>
{
    [Fact]
    public async Task A_user_is_found_by_id_and_by_principal_name_with_what_was_selected()
    {
        var chair = tenant.Who("Conference chair");
        var byId = await tenant.GraphAsync(HttpMethod.Get, $"/users/{chair.Id}?$select=id,userType,department");
        var byName = await tenant.GraphAsync(HttpMethod.Get, $"/users/{chair.Mail}");

        Assert.Equal("Member", byId.Body.Text("userType"));
        Assert.Null(byId.Body.Text("displayName"));
        Assert.Equal(chair.Name, byName.Body.Text("displayName"));
        Assert.Null(byName.Body.Text("department"));
    }

    [Theory]
    [InlineData("mail eq 'ada.sampleton@sampleshire.example'", 1)]
    [InlineData("mail eq 'parent.one@mail.example'", 0)]
    [InlineData("mail eq 'ada.sampleton@sampleshire.example' or userPrincipalName eq 'kit.sampleby@school.sampleshire.example'", 2)]
    [InlineData("(mail eq 'ada.sampleton@sampleshire.example') or (mail in ('kit.sampleby@school.sampleshire.example'))", 2)]
    [InlineData("mail in ('ada.sampleton@sampleshire.example','BRAM.specimen@sampleshire.example')", 2)]
    [InlineData("mail eq 'o''nobody@sampleshire.example'", 0)]
    public async Task Filters_by_address_work(string filter, int found)
    {
        var reply = await tenant.GraphAsync(HttpMethod.Get, "/users?$filter=" + Uri.EscapeDataString(filter));

        Assert.Equal((200, found), (reply.Status, reply.Value.Count));
    }

    [Theory]
    [InlineData("startswith(mail,'a')")]
    [InlineData("mail eq ada")]
    [InlineData("mail eq 'a' and mail eq 'b'")]
    public async Task Other_filters_are_refused(string filter)
    {
        var reply = await tenant.GraphAsync(HttpMethod.Get, "/users?$filter=" + Uri.EscapeDataString(filter));

        Assert.Equal((400, "Request_UnsupportedQuery"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Sixteen_clauses_are_too_many()
    {
        var filter = string.Join(" or ", Enumerable.Range(0, 16).Select(number => $"mail eq 'a{number}@b.example'"));

        Assert.Equal(400, (await tenant.GraphAsync(HttpMethod.Get, "/users?$filter=" + Uri.EscapeDataString(filter))).Status);
    }

    [Fact]
    public async Task A_manager_is_given_and_a_missing_one_is_404()
    {
        var manager = await tenant.GraphAsync(HttpMethod.Get, $"/users/{tenant.Who("Health visitor").Id}/manager");
        var none = await tenant.GraphAsync(HttpMethod.Get, $"/users/{tenant.Who("General practitioner").Id}/manager");

        Assert.Equal(tenant.Who("Community health manager").Id, manager.Body.Id("id"));
        Assert.Equal((404, "Request_ResourceNotFound"), (none.Status, none.Code));
    }

    [Fact]
    public async Task Group_membership_is_checked_for_the_groups_asked()
    {
        var chairs = tenant.Services.Tenant.ChairsGroup.ToString();
        var police = tenant.Services.Tenant.Agencies.Single(agency => agency.Kind == "Police").GroupId.ToString();
        var body = new JsonObject { ["groupIds"] = new JsonArray(chairs, police) };
        var reply = await tenant.GraphAsync(HttpMethod.Post, $"/users/{tenant.Who("Conference chair").Id}/checkMemberGroups", body: body);

        Assert.Equal(chairs, Assert.Single(reply.Value).ToString());
    }

    [Fact]
    public async Task A_batch_answers_each_part_with_its_own_status()
    {
        var body = JsonNode.Parse($$"""
            {"requests":[
              {"id":"1","method":"GET","url":"/users/{{tenant.Who("Health visitor").Id}}?$select=mail"},
              {"id":"2","method":"GET","url":"/users/{{tenant.Who("General practitioner").Id}}/manager"}]}
            """);
        var reply = await tenant.GraphAsync(HttpMethod.Post, "/$batch", body: body);
        var parts = reply.Body.Items("responses").ToDictionary(part => part.Text("id")!, part => part!);

        Assert.Equal(200, parts["1"]["status"]!.GetValue<int>());
        Assert.Equal("gita.demoworth@health.sampleshire.example", parts["1"].Object("body").Text("mail"));
        Assert.Equal(404, parts["2"]["status"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_batch_of_twenty_one_is_refused()
    {
        var requests = Enumerable.Range(1, 21).Select(number => (JsonNode)new JsonObject
        {
            ["id"] = $"{number}",
            ["method"] = "GET",
            ["url"] = "/users",
        });

        var reply = await tenant.GraphAsync(HttpMethod.Post, "/$batch", body: new JsonObject { ["requests"] = new JsonArray([.. requests]) });

        Assert.Equal(400, reply.Status);
    }

    [Theory]
    [InlineData("GET", "/nothing/here", 404)]
    [InlineData("GET", "/users/nobody@sampleshire.example", 404)]
    [InlineData("DELETE", "/users", 404)]
    public async Task What_the_tenant_does_not_have_is_a_graph_error(string method, string path, int status)
    {
        var reply = await tenant.GraphAsync(new HttpMethod(method), path);

        Assert.Equal(status, reply.Status);
        Assert.NotNull(reply.Code);
    }

    [Fact]
    public async Task Without_a_token_of_its_own_audience_graph_refuses()
    {
        var address = tenant.Sandbox.Address + "graph/v1.0/users";
        var none = await tenant.SendAsync(HttpMethod.Get, address, null);
        var other = await tenant.SendAsync(HttpMethod.Get, address, tenant.Services.Tokens.ForService("https://api.botframework.com"));

        Assert.Equal((401, "InvalidAuthenticationToken"), (none.Status, none.Code));
        Assert.Equal(401, other.Status);
        Assert.True(none.Headers.ContainsKey("WWW-Authenticate"));
    }
}
