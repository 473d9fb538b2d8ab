using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Fuzz;
using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class SchemaTests
{
    [Fact]
    public void An_activity_is_written_as_it_was_read_unknown_members_included()
    {
        var raw = Activities.CardAction()
            .With("somethingNew", new JsonArray(1, "two", new JsonObject { ["three"] = 3.5 }))
            .With("from.userRole", "user")
            .With("conversation.somethingNew", true)
            .With("channelData.meeting", new JsonObject { ["id"] = "m" })
            .With("attachments", new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>x</p>", ["thumbnailUrl"] = "t" }));

        var read = JsonSerializer.Deserialize(raw.ToJsonString(), TeamsJson.Wire.Activity)!;

        Assert.True(JsonNode.DeepEquals(raw, JsonNode.Parse(JsonSerializer.Serialize(read, TeamsJson.Wire.Activity))));
        Assert.Equal("Europe/London", read.Properties!["localTimezone"].GetString());
    }

    public static TheoryData<string> Corpus => [.. Directory.EnumerateFiles(FuzzTests.Corpus, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Every_kind_of_activity_is_written_as_it_was_read(string file)
    {
        var raw = JsonNode.Parse(File.ReadAllText(Path.Combine(FuzzTests.Corpus, file)));
        var read = JsonSerializer.Deserialize(raw!.ToJsonString(), TeamsJson.Wire.Activity)!;
        Assert.True(JsonNode.DeepEquals(raw, JsonNode.Parse(JsonSerializer.Serialize(read, TeamsJson.Wire.Activity))));
    }

    [Fact]
    public void Nothing_is_written_for_what_is_not_set()
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Summary = "Tasg: dydd Iau – «agor»",
            Attachments = [Attachment.AdaptiveCard(new JsonObject { ["type"] = "AdaptiveCard" })],
            ChannelData = new TeamsChannelData { Notification = new NotificationInfo { Alert = true } }.ToElement(),
        };
        Assert.Equal(
            """{"type":"message","summary":"Tasg: dydd Iau – «agor»","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}],"channelData":{"notification":{"alert":true}}}""",
            JsonSerializer.Serialize(activity, TeamsJson.Wire.Activity));
    }

    [Fact]
    public void A_personal_conversation_is_asked_for_by_object_id() => Assert.Equal(
        """{"isGroup":false,"bot":{"id":"28:a0000000-0000-4000-8000-000000000001"},"members":[{"id":"c0000000-0000-4000-8000-000000000001"}],"tenantId":"b0000000-0000-4000-8000-000000000001","channelData":{"tenant":{"id":"b0000000-0000-4000-8000-000000000001"}}}""",
        JsonSerializer.Serialize(
            ConversationParameters.Personal(TeamsHost.AppId, TeamsHost.TenantId, TeamsHost.Person), TeamsJson.Wire.ConversationParameters));
}
