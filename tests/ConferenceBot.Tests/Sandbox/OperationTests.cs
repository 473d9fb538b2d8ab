using System.Text.RegularExpressions;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Tokens;
using ConferenceBot.Tests.Conventions;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>The sandbox answers what its page in the repository lists, and nothing else.</summary>
public sealed partial class OperationTests(TenantFixture tenant) : IClassFixture<TenantFixture>
{
    private IEnumerable<Operation> All =>
        [.. tenant.Services.Graph.Operations.All, .. tenant.Services.ConnectorOperations.All, .. TokenEndpoints.All];

    [Fact]
    public void The_page_lists_every_call_with_its_section_and_no_other()
    {
        var page = File.ReadAllText(Repository.At("bot/ConferenceBot.Sandbox/README.md"));
        var listed = Row().Matches(page).Select(row => string.Join(" | ", row.Groups.Values.Skip(1).Select(group => group.Value)));

        Assert.Equal(All.Select(one => $"{one.Method} | {one.Path} | {one.Section} | {one.What}"), listed);
    }

    [Theory]
    [InlineData("GET", "/v3/conversations")]
    [InlineData("GET", "/v3/conversations/a:1/activities/1")]
    [InlineData("POST", "/v3/conversations/a:1/attachments")]
    [InlineData("PATCH", "/v3/conversations/a:1/activities/1")]
    [InlineData("GET", "/v3/teams/1")]
    [InlineData("GET", "/")]
    public async Task Teams_answers_nothing_else(string method, string path) =>
        Assert.Equal(404, (await tenant.ConnectorAsync(new HttpMethod(method), path)).Status);

    [Theory]
    [InlineData("GET", "/me")]
    [InlineData("POST", "/users")]
    [InlineData("GET", "/users/{0}/events")]
    [InlineData("POST", "/users/{0}/sendMail")]
    [InlineData("DELETE", "/users/{0}/events/1")]
    [InlineData("GET", "/groups")]
    [InlineData("DELETE", "/subscriptions")]
    public async Task Graph_answers_nothing_else(string method, string path) => Assert.Equal(404,
        (await tenant.GraphAsync(new HttpMethod(method), string.Format(null, path, tenant.Mailbox))).Status);

    [Theory]
    [InlineData("GET", "login/v1/.well-known/nothing", 404)]
    [InlineData("GET", "login/x/oauth2/v2.0/token", 405)]
    [InlineData("POST", "login/common/oauth2/v2.0/authorize", 404)]
    public async Task The_sign_in_answers_nothing_else(string method, string path, int status) =>
        Assert.Equal(status, (await tenant.SendAsync(new HttpMethod(method), tenant.Sandbox.Address + path, null)).Status);

    [Fact]
    public async Task Every_call_of_the_page_is_answered_by_its_own_service()
    {
        foreach (var one in tenant.Services.Graph.Operations.All)
        {
            var path = one.Path.Replace("{user}", tenant.Mailbox, StringComparison.Ordinal).Replace("{group}", tenant.Services.Tenant.ChairsGroup.ToString(), StringComparison.Ordinal);
            var reply = await tenant.GraphAsync(new HttpMethod(one.Method), "/" + path);
            Assert.DoesNotContain("Resource not found for the segment", reply.Body?.ToJsonString() ?? "", StringComparison.Ordinal);
        }

        foreach (var one in tenant.Services.ConnectorOperations.All)
            Assert.NotEqual("No such operation.", (await tenant.ConnectorAsync(new HttpMethod(one.Method), "/" + one.Path)).Body.Object("error").Text("message"));
    }

    [GeneratedRegex(@"^\| (GET|POST|PUT|PATCH|DELETE) \| `([^`]+)` \| ([A-Z](?:\.\d)?) \| (.+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
