using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>Answers that no connector should give: each is a failure with advice, and none writes into the log what it likes.</summary>
public sealed class HostileConnectorTests : IDisposable
{
    private readonly OutboundWorld world = new();

    public static TheoryData<string> Bodies =>
    [
        """{"error":{"code":"\ud800","message":"\udfff"}}""",
        """{"\ud800":1,"error":{"\udfff":1,"code":"Something"}}""",
        """{"errorCode":209,"message":"{\"subCode\":\"\\ud800\",\"\\udfff\":1}"}""",
        """{"error":{"code":"Forged\r\nline","innerHttpError":{"statusCode":403,"body":{"error":{"code":"\ud800"}}}}}""",
        """{"error":{"code":["a"],"message":{"a":1},"innerHttpError":7}}""",
        """{"errorCode":1e99999}""", "null", "7", "[[[", "\"\\ud800\"", "\0", new string('[', 5_000), "{\"error\":{\"code\":\"" + new string('x', 200_000) + "\"}}",
    ];

    public void Dispose() => world.Dispose();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Whatever_an_error_says_it_is_a_failure_with_advice(string body)
    {
        foreach (var operation in Enum.GetValues<ConnectorOperation>())
        {
            var failure = await world.FailAsync(operation, 403, body, ("MS-CV", "a\u2028b"), ("Retry-After", "99999999999999999999"));
            Assert.Equal(403, failure.StatusCode);
            Assert.True(failure.Code is null or { Length: <= 80 });
        }

        Assert.All(world.Log, record => Assert.DoesNotContain(record.Message, sign => char.IsControl(sign) || char.IsSurrogate(sign) || sign == '\u2028'));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_failure_with_advice_too()
    {
        byte[] body = [.. "{\"error\":{\"code\":\""u8, 0xC3, 0x28, .. "\",\"message\":\"{"u8, 0xFF, .. "\"}}"u8];
        world.Network.Answer = (_, _) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden) { Content = new ByteArrayContent(body) });
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => world.CallAsync(ConnectorOperation.SendToConversation));
        Assert.Equal((403, DeliveryAdvice.OtherDoor), (failure.StatusCode, failure.Advice));
    }
}
