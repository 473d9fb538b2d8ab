using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class RoutingTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private readonly TeamsHost host = world.Fresh();

    [Fact]
    public async Task A_turn_says_who_where_and_for_which_council_without_names()
    {
        var (kind, turn, text) = await OnlyAsync(Activities.Message("  <at>Bot</at> my conferences ").With("entities", new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Bot</at>", ["mentioned"] = new JsonObject { ["id"] = $"28:{TeamsHost.AppId}" } },
            null)));

        Assert.Equal(("message", "my conferences"), (kind, text));
        Assert.Equal("sampleshire", turn.Council);
        Assert.Equal(TeamsHost.TenantId, turn.TenantId);
        Assert.Equal(TeamsHost.Person, turn.Actor);
        Assert.Equal("1795000000001", turn.ActivityId);
        Assert.Equal("cy-GB", turn.Locale);
        Assert.True(turn.IsPersonal);
        Assert.Equal(
            """
            {"activityId":"1795000000001","user":{"id":"29:1abc","aadObjectId":"c0000000-0000-4000-8000-000000000001"},"bot":{"id":"28:a0000000-0000-4000-8000-000000000001"},"conversation":{"id":"a:1xyz","conversationType":"personal","tenantId":"b0000000-0000-4000-8000-000000000001"},"channelId":"msteams","locale":"cy-GB","serviceUrl":"https://smba.trafficmanager.net/emea/"}
            """,
            JsonSerializer.Serialize(turn.Reference, TeamsJson.Wire.ConversationReference));
    }

    [Theory]
    [InlineData("from.aadObjectId", null)]
    [InlineData("from.aadObjectId", "not a guid")]
    [InlineData("from.aadObjectId", "00000000-0000-0000-0000-000000000000")]
    [InlineData("from.tenantId", "b0000000-0000-4000-8000-000000000002")]
    public async Task Somebody_who_is_not_a_member_of_the_tenant_is_nobody_to_act_for(string path, string? value) =>
        Assert.Null((await OnlyAsync(Activities.Message().With(path, value))).Turn.Actor);

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    [InlineData(null)]
    public async Task Outside_a_personal_chat_every_message_is_elsewhere(string? conversationType)
    {
        var message = Activities.Message().With("conversation.conversationType", conversationType);
        Assert.Equal("elsewhere", (await OnlyAsync(message)).Kind);
        host.Turns.Told.Clear();
        Assert.Equal("elsewhere", (await OnlyAsync(message.With("value", new JsonObject { ["verb"] = "x" }))).Kind);
    }

    [Fact]
    public async Task A_card_action_outside_a_personal_chat_is_told_to_nobody()
    {
        var body = await InvokeAsync(Activities.CardAction().With("conversation.conversationType", "groupChat"));
        Assert.Equal(400, (int)body["statusCode"]!);
        Assert.Empty(host.Turns.Told);
    }

    [Fact]
    public async Task A_card_action_carries_verb_data_trigger_and_the_card_it_was_on()
    {
        host.Turns.Reply = InvokeReplies.Card(new JsonObject { ["type"] = "AdaptiveCard", ["text"] = "é & <b>" });
        var body = await InvokeAsync(Activities.CardAction("decision.approve"));

        var action = Assert.IsType<CardAction>(Assert.Single(host.Turns.Told).What);
        Assert.Equal(("decision.approve", CardAction.Manual, "1795000000000"), (action.Verb, action.Trigger, action.ReplyToId));
        Assert.Equal("typed", action.Data.GetProperty("note").GetString());
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","text":"é & <b>"}}""",
            Compact(body));
    }

    [Fact]
    public async Task A_refresh_is_told_as_automatic_and_missing_data_as_an_empty_object()
    {
        await InvokeAsync(Activities.CardAction().With("value.trigger", "automatic").Without("value.action.data"));
        var action = Assert.IsType<CardAction>(Assert.Single(host.Turns.Told).What);
        Assert.Equal((CardAction.Automatic, "{}"), (action.Trigger, action.Data.GetRawText()));
    }

    public static TheoryData<string, string?> MalformedActions => new()
    {
        { "value", null },
        { "value", "\"text\"" },
        { "value.action", null },
        { "value.action", "[]" },
        { "value.action.verb", null },
        { "value.action.verb", "\"\"" },
        { "value.action.verb", "7" },
        { "value.action.data", "\"text\"" },
        { "value.action.data", "[1]" },
    };

    [Theory]
    [MemberData(nameof(MalformedActions))]
    public async Task A_malformed_card_action_gets_an_error_in_the_body(string path, string? json)
    {
        var body = await InvokeAsync(Activities.CardAction().With(path, json is null ? null : JsonNode.Parse(json)));
        Assert.Equal((400, InvokeReplies.ErrorType), ((int)body["statusCode"]!, (string)body["type"]!));
        Assert.Empty(host.Turns.Told);
    }

    [Fact]
    public async Task A_submit_arrives_as_a_message_with_a_value()
    {
        var (kind, _, what) = await OnlyAsync(Activities.Message().Without("text").With("replyToId", "1795000000000")
            .With("value", new JsonObject { ["verb"] = "decision.approve", ["k"] = "01J" }));
        var action = Assert.IsType<CardAction>(what);
        Assert.Equal(("submit", "decision.approve", "01J", "1795000000000"), (kind, action.Verb, action.Data.GetProperty("k").GetString(), action.ReplyToId));
    }

    /// <summary>Halves of surrogate pairs can be written as JSON, but are no text.</summary>
    [Theory]
    [InlineData("\"text\":\"PLACE\"")]
    [InlineData("\"locale\":\"PLACE\"")]
    [InlineData("\"value\":{\"verb\":\"PLACE\"}")]
    [InlineData("\"value\":{\"PLACE\":1,\"verb\":\"x\"}")]
    [InlineData("\"value\":{\"verb\":\"x\",\"PLACE\":1}")]
    [InlineData("\"PLACE\":1")]
    [InlineData("\"channelData\":{\"tenant\":{\"id\":\"PLACE\"}}")]
    [InlineData("\"channelData\":{\"PLACE\":1}")]
    [InlineData("\"entities\":[{\"type\":\"mention\",\"text\":\"PLACE\"}]")]
    public async Task What_is_no_Unicode_is_no_failure_of_ours(string member)
    {
        foreach (var activity in new[] { Activities.Message(), Activities.CardAction() })
        {
            var body = activity.ToJsonString()[..^1] + "," + member.Replace("PLACE", @"\ud800", StringComparison.Ordinal) + "}";
            using var response = await host.PostAsync(body);
            Assert.InRange((int)response.StatusCode, 200, 403);
            var text = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain("\"statusCode\":500", text, StringComparison.Ordinal);
        }

        foreach (var verb in new[] { "\"verb\":\"PLACE\"", "\"verb\":\"x\",\"data\":{\"PLACE\":\"PLACE\"}", "\"verb\":\"x\",\"PLACE\":1" })
        {
            var action = Activities.CardAction().Without("value").ToJsonString()[..^1]
                + ",\"value\":{\"action\":{" + verb.Replace("PLACE", @"\ud800", StringComparison.Ordinal) + "}}}";
            using var response = await host.PostAsync(action);
            Assert.DoesNotContain("\"statusCode\":500", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("add", true)]
    [InlineData("add-upgrade", true)]
    [InlineData("remove", false)]
    public async Task Installing_and_removing_are_told(string action, bool installed) =>
        Assert.Equal(("installation", (object)installed), await KindAsync(Activities.Installation(action)));

    [Theory]
    [InlineData("installationUpdate", "remove-upgrade", "personal")]
    [InlineData("installationUpdate", "add", "channel")]
    [InlineData("installationUpdate", null, "personal")]
    [InlineData("installationUpdate", "remove", "groupChat")]
    [InlineData("conversationUpdate", null, "personal")]
    [InlineData("conversationUpdate", null, "channel")]
    [InlineData("messageReaction", null, "channel")]
    [InlineData("messageUpdate", null, "groupChat")]
    [InlineData("messageDelete", null, "channel")]
    [InlineData("typing", null, "personal")]
    [InlineData("event", null, "personal")]
    [InlineData("somethingNew", null, "personal")]
    public async Task Everything_else_is_accepted_and_ignored(string type, string? action, string conversationType)
    {
        using var response = await host.PostAsync(
            Activities.Installation("add").With("type", type).With("action", action).With("conversation.conversationType", conversationType));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Turns.Told);
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    public async Task A_reaction_or_an_edit_is_no_question_and_only_shows_where_the_person_is(string type) =>
        Assert.Equal("presence", (await OnlyAsync(Activities.Message("help").With("type", type).With("replyToId", "1795000000000"))).Kind);

    [Fact]
    public async Task The_bot_being_added_to_a_personal_chat_shows_where_the_person_is_and_others_coming_or_going_do_not()
    {
        var added = Activities.Message().Without("text").With("type", "conversationUpdate");
        var bot = new JsonObject { ["id"] = $"28:{TeamsHost.AppId}" };
        Assert.Equal("presence", (await OnlyAsync(added.With("membersAdded", new JsonArray(null, bot)))).Kind);

        host.Turns.Told.Clear();
        await host.PostAsync(added.With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:1abc" })));
        await host.PostAsync(added.Without("membersAdded").With("membersRemoved", new JsonArray(bot.DeepClone())));
        Assert.Empty(host.Turns.Told);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("from")]
    [InlineData("conversation")]
    public async Task What_is_neither_a_message_nor_an_invoke_may_lack_anything(string path)
    {
        using var response = await host.PostAsync(Activities.Installation("add").Without(path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Turns.Told);
    }

    /// <summary>Only the bot's own mentions go, whatever their words are; entities of others, broken ones and plain words stay.</summary>
    [Theory]
    [InlineData("<at>Bot</at> help", "<at>Bot</at>", "28:", "help")]
    [InlineData("help <at>Bot</at>", "<at>Bot</at>", "28:", "help")]
    [InlineData("<at>Bot</at><at>Bot</at> help", "<at>Bot</at>", "28:", "help")]
    [InlineData("<at>Ein Bot &amp; Co</at> help", "<at>Ein Bot &amp; Co</at>", "28:", "help")]
    [InlineData("<at>Ida</at> help", "<at>Ida</at>", "29:2def", "<at>Ida</at> help")]
    [InlineData("<at>Bot</at> help", null, "28:", "<at>Bot</at> help")]
    [InlineData("<at>Bot</at> help", "", "28:", "<at>Bot</at> help")]
    [InlineData("<at>Bot</at>", "<at>Bot</at>", "28:", "")]
    public async Task The_bots_own_mention_is_taken_out_of_the_text(string text, string? words, string mentioned, string left)
    {
        var id = mentioned == "28:" ? $"28:{TeamsHost.AppId}" : mentioned;
        var (_, _, what) = await OnlyAsync(Activities.Message(text).With("entities", new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = words, ["mentioned"] = new JsonObject { ["id"] = id } },
            new JsonObject { ["type"] = "mention", ["text"] = "help" },
            new JsonObject { ["type"] = "clientInfo", ["text"] = "help" })));
        Assert.Equal(left, what);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("signin/tokenExchange")]
    [InlineData(null)]
    public async Task An_invoke_nobody_handles_is_answered_501(string? name)
    {
        using var response = await host.PostAsync(Activities.CardAction().With("name", name));
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task A_failure_is_500_for_a_message_and_in_the_body_for_a_card_and_its_words_are_not_logged()
    {
        host.Turns.Failure = new InvalidOperationException("what a person typed");
        using var message = await host.PostAsync(Activities.Message("what a person typed"));
        Assert.Equal(HttpStatusCode.InternalServerError, message.StatusCode);

        var body = await InvokeAsync(Activities.CardAction());
        Assert.Equal((500, InvokeReplies.ErrorType), ((int)body["statusCode"]!, (string)body["type"]!));
        Assert.Contains("System.InvalidOperationException", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("what a person typed", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Ida Roth", host.Log, StringComparison.Ordinal);
    }

    private async Task<(string Kind, TeamsTurn Turn, object? What)> OnlyAsync(JsonNode activity)
    {
        using var response = await host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Assert.Single(host.Turns.Told);
    }

    private async Task<(string Kind, object? What)> KindAsync(JsonNode activity)
    {
        var (kind, _, what) = await OnlyAsync(activity);
        return (kind, what);
    }

    private async Task<JsonNode> InvokeAsync(JsonNode activity)
    {
        using var response = await host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static string Compact(JsonNode body) => JsonSerializer.Serialize(body, TeamsJson.Wire.JsonNode);
}
