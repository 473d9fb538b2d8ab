using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class InboundCheckTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private readonly ConnectorIssuer issuer = world.Issuer;
    private readonly TeamsHost host = world.Fresh();

    [Theory]
    [InlineData("serviceurl", null)]
    [InlineData("serviceurl", "")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/amer/")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/emea//")]
    public async Task The_claimed_service_url_must_be_the_activitys(string claim, string? value) =>
        await ExpectAsync(HttpStatusCode.Forbidden, Activities.Message(), host.Token((claim, value)));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("https://SMBA.trafficmanager.net/EMEA/")]
    public async Task One_closing_slash_and_case_are_forgiven(string claimed) =>
        await ExpectAsync(HttpStatusCode.OK, Activities.Message(), host.Token(("serviceurl", claimed)));

    [Fact]
    public async Task A_service_url_no_reply_may_go_to_is_refused_even_when_claimed()
    {
        const string url = "https://connector.example/";
        await ExpectAsync(HttpStatusCode.Forbidden, Activities.Message().With("serviceUrl", url), host.Token(("serviceurl", url)));
    }

    [Fact]
    public async Task The_signing_key_must_be_endorsed_for_Teams()
    {
        var skypeOnly = issuer.Publish("skype");
        var none = issuer.Publish(null);
        await ExpectAsync(HttpStatusCode.Forbidden, Activities.Message(), TeamsHost.Signed(skypeOnly, host.Claims()));
        await ExpectAsync(HttpStatusCode.Forbidden, Activities.Message(), TeamsHost.Signed(none, host.Claims()));
        await ExpectAsync(HttpStatusCode.Forbidden, Activities.Message().With("channelId", "skype"), host.Token());
        await ExpectAsync(HttpStatusCode.Forbidden, Activities.Message().Without("channelId"), host.Token());
    }

    [Theory]
    [InlineData("channelData.tenant.id", "b0000000-0000-4000-8000-000000000002")]
    [InlineData("channelData.tenant.id", "")]
    [InlineData("channelData.tenant.id", null)]
    [InlineData("channelData", null)]
    [InlineData("conversation.tenantId", "b0000000-0000-4000-8000-000000000002")]
    public async Task Another_tenants_activity_is_refused(string path, string? value) =>
        await ExpectAsync(HttpStatusCode.Forbidden, Activities.Message().With(path, value), host.Token());

    [Fact]
    public async Task The_audience_selects_the_council_whose_tenant_must_match()
    {
        var token = host.Token(("aud", TeamsHost.OtherAppId.ToString()));
        await ExpectAsync(HttpStatusCode.Forbidden, Activities.Message(), token);
        var other = TeamsHost.OtherTenantId.ToString();
        await ExpectAsync(
            HttpStatusCode.OK, Activities.Message().With("channelData.tenant.id", other).With("conversation.tenantId", other), token);
        Assert.Equal("otherton", Assert.Single(host.Turns.Told).Turn.Council);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\",\"from\":\"me\"}")]
    [InlineData("not json")]
    public async Task What_is_no_activity_is_answered_400(string body)
    {
        using var response = await host.PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("from")]
    [InlineData("from.id")]
    [InlineData("conversation.id")]
    public async Task A_message_without_id_sender_or_conversation_is_answered_400(string path) =>
        await ExpectAsync(HttpStatusCode.BadRequest, Activities.Message().Without(path), host.Token());

    [Fact]
    public async Task Channel_data_of_the_wrong_shape_is_answered_400() =>
        await ExpectAsync(HttpStatusCode.BadRequest, Activities.Message().With("channelData", "text"), host.Token());

    [Fact]
    public async Task Nesting_beyond_64_levels_is_answered_400()
    {
        using var deep = await host.PostAsync(Nested(80));
        using var fine = await host.PostAsync(Nested(50));
        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);

        static string Nested(int levels) => Activities.Message().ToJsonString()[..^1]
            + ",\"extra\":" + new string('[', levels) + new string(']', levels) + "}";
    }

    [Fact]
    public async Task A_body_over_256_KB_is_answered_413_whether_its_length_is_told_or_not()
    {
        var body = Activities.Message(new string('x', 256 * 1024)).ToJsonString();
        using var told = await host.PostAsync(body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Token());
        request.Headers.TransferEncodingChunked = true;
        using var untold = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, untold.StatusCode);
        Assert.Empty(host.Turns.Told);
    }

    [Fact]
    public async Task A_body_of_exactly_256_KB_is_read()
    {
        var frame = Activities.Message("").ToJsonString().Length;
        using var response = await host.PostAsync(Activities.Message(new string('x', (256 * 1024) - frame)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_is_not_JSON_is_answered_415_and_other_verbs_405_but_HEAD_200()
    {
        using var text = await host.PostAsync("x", contentType: "text/plain");
        using var get = await host.Client.GetAsync("/api/messages");
        using var delete = await host.Client.DeleteAsync("/api/messages");
        using var probe = new HttpRequestMessage(HttpMethod.Head, "/api/messages");
        using var head = await host.Client.SendAsync(probe);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, delete.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    private async Task ExpectAsync(HttpStatusCode expected, JsonNode activity, string token)
    {
        using var response = await host.PostAsync(activity, token);
        Assert.Equal(expected, response.StatusCode);
        if (expected != HttpStatusCode.OK)
            Assert.Empty(host.Turns.Told);
    }
}
