using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Teams;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class InvokeReplyTests
{
    /// <summary>Each row of the protocol's table of answers.</summary>
    [Fact]
    public void Every_reply_has_the_shape_Teams_knows()
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard" };
        Expect(InvokeReplies.Card(card), """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""");
        Expect(InvokeReplies.Message("Recorded."), """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Recorded."}""");
        Expect(
            InvokeReplies.BadRequest("No."),
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"No."}}""");
        Expect(
            InvokeReplies.LoginRequest(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.oauth" }),
            """{"statusCode":401,"type":"application/vnd.microsoft.activity.loginRequest","value":{"contentType":"application/vnd.microsoft.card.oauth"}}""");
        Expect(InvokeReplies.IncorrectAuthCode(), """{"statusCode":401,"type":"application/vnd.microsoft.error.incorrectAuthCode","value":null}""");
        Expect(
            InvokeReplies.PreconditionFailed("No token."),
            """{"statusCode":412,"type":"application/vnd.microsoft.error.preconditionFailed","value":{"code":"412","message":"No token."}}""");
        Expect(
            InvokeReplies.InternalServerError(),
            """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"InternalServerError","message":"The action could not be completed."}}""");

        static void Expect(InvokeResponse response, string json)
        {
            Assert.Equal(200, response.Status);
            Assert.Equal(json, JsonSerializer.Serialize(response.Body, TeamsJson.Wire.AdaptiveCardInvokeResponse));
        }
    }
}
