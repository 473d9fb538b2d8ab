using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class ConnectorErrorTests : IDisposable
{
    private const string Html = "<!DOCTYPE html><html><body>Service Unavailable</body></html>";

    private readonly OutboundWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData(400, "Bad Argument", DeliveryAdvice.GiveUp)]
    [InlineData(401, "BotNotRegistered", DeliveryAdvice.GiveUp)]
    [InlineData(403, "BotDisabledByAdmin", DeliveryAdvice.OtherDoor)]
    [InlineData(403, "BotNotInConversationRoster", DeliveryAdvice.WaitForInstall)]
    [InlineData(403, "ConversationBlockedByUser", DeliveryAdvice.OtherDoor)]
    [InlineData(403, "InvalidBotApiHost", DeliveryAdvice.GiveUp)]
    [InlineData(403, "NotEnoughPermissions", DeliveryAdvice.OtherDoor)]
    [InlineData(403, "AclCheckFailed", DeliveryAdvice.OtherDoor)]
    [InlineData(404, "ConversationNotFound", DeliveryAdvice.RecreateConversation)]
    [InlineData(404, "ActivityNotFoundInConversation", DeliveryAdvice.SendNew)]
    [InlineData(412, "PreconditionFailed", DeliveryAdvice.Retry)]
    [InlineData(413, "MessageSizeTooBig", DeliveryAdvice.ShrinkCard)]
    [InlineData(429, "Throttled", DeliveryAdvice.Retry)]
    [InlineData(500, "ServiceError", DeliveryAdvice.GiveUp)]
    [InlineData(502, "Anything", DeliveryAdvice.Retry)]
    [InlineData(503, "Anything", DeliveryAdvice.Retry)]
    [InlineData(504, "Anything", DeliveryAdvice.Retry)]
    [InlineData(409, "Anything", DeliveryAdvice.GiveUp)]
    public async Task Each_published_code_has_its_advice(int status, string code, object advice)
    {
        var failure = await world.FailAsync(
            ConnectorOperation.UpdateActivity, status, $$$"""{"error":{"code":"{{{code}}}","message":"words","innerHttpError":{"statusCode":{{{status}}},"body":{} } } }""");
        Assert.Equal((status, code, null, (DeliveryAdvice)advice), (failure.StatusCode, failure.Code, failure.SubCode, failure.Advice));
    }

    [Theory]
    [InlineData(400, ConnectorOperation.SendToConversation, DeliveryAdvice.GiveUp)]
    [InlineData(401, ConnectorOperation.SendToConversation, DeliveryAdvice.GiveUp)]
    [InlineData(403, ConnectorOperation.CreateConversation, DeliveryAdvice.WaitForInstall)]
    [InlineData(403, ConnectorOperation.SendToConversation, DeliveryAdvice.OtherDoor)]
    [InlineData(404, ConnectorOperation.CreateConversation, DeliveryAdvice.GiveUp)]
    [InlineData(404, ConnectorOperation.SendToConversation, DeliveryAdvice.RecreateConversation)]
    [InlineData(404, ConnectorOperation.UpdateActivity, DeliveryAdvice.SendNew)]
    [InlineData(412, ConnectorOperation.UpdateActivity, DeliveryAdvice.Retry)]
    [InlineData(413, ConnectorOperation.SendToConversation, DeliveryAdvice.ShrinkCard)]
    [InlineData(429, ConnectorOperation.DeleteActivity, DeliveryAdvice.Retry)]
    [InlineData(500, ConnectorOperation.SendToConversation, DeliveryAdvice.GiveUp)]
    [InlineData(503, ConnectorOperation.SendToConversation, DeliveryAdvice.Retry)]
    public async Task Without_a_code_the_status_and_the_call_decide(int status, object operation, object advice)
    {
        foreach (var body in new[] { "", Html, "[]", "{}", "null", "{\"error\":\"text\"}", "{\"error\":{\"code\":{}}}", "{\"message\":\"{broken\"}" })
        {
            var failure = await world.FailAsync((ConnectorOperation)operation, status, body);
            Assert.Equal((null, null, (DeliveryAdvice)advice), (failure.Code, failure.SubCode, failure.Advice));
        }
    }

    [Theory]
    [InlineData("""{"errorCode":209,"message":"{ \"subCode\": \"MessageWritesBlocked\", \"details\": \"x\" }"}""", "209")]
    [InlineData("""{"error":{"code":"Forbidden","message":"{\"subCode\":\"MessageWritesBlocked\"}"}}""", "Forbidden")]
    [InlineData("""{"error":{"code":"ServiceError","message":"{\"subCode\":\"MessageWritesBlocked\"}"}}""", "ServiceError")]
    [InlineData("""{"error":{"code":"Forbidden","message":"x","innerHttpError":{"statusCode":403,"body":{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}}}}""", "Forbidden")]
    public async Task A_sub_code_is_found_inside_the_text_and_counts_more_than_the_code(string body, string code)
    {
        var failure = await world.FailAsync(ConnectorOperation.SendToConversation, 403, body);
        Assert.Equal((code, "MessageWritesBlocked", DeliveryAdvice.OtherDoor), (failure.Code, failure.SubCode, failure.Advice));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Mon, 23 Nov 2026 08:01:30 GMT", 90)]
    [InlineData("Mon, 23 Nov 2026 07:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task The_time_to_wait_is_read_in_seconds_or_as_a_date(string? header, int? seconds)
    {
        var failure = await world.FailAsync(ConnectorOperation.SendToConversation, 429, "", header is null ? [] : [("Retry-After", header)]);
        Assert.Equal(seconds, failure.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    [InlineData(403, false)]
    public async Task A_gateways_failure_may_hide_a_success(int status, bool mayHaveArrived) =>
        Assert.Equal(mayHaveArrived, (await world.FailAsync(ConnectorOperation.SendToConversation, status, "")).MayHaveArrived);

    [Theory]
    [InlineData("ActivityNotFoundInConversation")]
    [InlineData("ConversationNotFound")]
    public async Task Deleting_what_is_gone_is_done(string code)
    {
        world.Network.Answer = (_, _) => Task.FromResult(ScriptedConnector.Json(404, $$$"""{"error":{"code":"{{{code}}}"} }"""));
        await world.CallAsync(ConnectorOperation.DeleteActivity);
    }

    [Fact]
    public async Task A_failure_is_logged_with_codes_and_correlation_on_one_line_and_no_words()
    {
        var failure = await world.FailAsync(
            ConnectorOperation.SendToConversation, 403, """{"error":{"code":"Odd\r\nCode","message":"Ida Roth blocked"}}""", ("MS-CV", "abc.1"));
        Assert.Equal(("OddCode", "abc.1"), (failure.Code, failure.Correlation));
        var line = Assert.Single(world.Log, record => record.Level == LogLevel.Warning).Message;
        Assert.Equal("SendToConversation for council sampleshire failed: status 403, code OddCode, advice OtherDoor, correlation abc.1", line);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        var failure = await world.FailAsync(ConnectorOperation.SendToConversation, 503, new string('x', 5_000_000));
        Assert.Equal((503, DeliveryAdvice.Retry), (failure.StatusCode, failure.Advice));
    }
}
