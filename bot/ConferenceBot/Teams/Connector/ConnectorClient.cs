using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;

namespace ConferenceBot.Teams;

/// <inheritdoc/>
internal sealed class ConnectorClient(IHttpClientFactory clients, TimeProvider machine, ILogger<ConnectorClient> logger) : IConnectorClient
{
    /// <summary>The name of the client in the factory.</summary>
    public const string HttpClientName = "BotConnector";

    /// <summary>The most that is read of an answer, in bytes; what follows tells nothing.</summary>
    private const int MaxAnswerBytes = 64 * 1024;

    /// <summary>The longest a call takes, the token and its renewal included; machine time.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    public async Task<ConversationResourceResponse> CreateConversationAsync(
        ConnectorAddress address, ConversationParameters parameters, CancellationToken ct)
    {
        if (parameters.Activity is { } first)
            Serialise(address, ConnectorOperation.CreateConversation, first);
        var request = ConnectorRequest.Create(address, JsonSerializer.SerializeToUtf8Bytes(parameters, TeamsJson.Wire.ConversationParameters));
        var answer = Read(await CallAsync(request, ct), TeamsJson.Wire.ConversationResourceResponse);
        return answer is { Id.Length: > 0 } ? answer : throw Failed(address, new ConnectorException(
            ConnectorOperation.CreateConversation, null, ConnectorException.NoConversationId, DeliveryAdvice.GiveUp) { MayHaveArrived = true });
    }

    public async Task<ResourceResponse> SendToConversationAsync(
        ConnectorAddress address, string conversationId, Activity activity, CancellationToken ct)
    {
        var json = Serialise(address, ConnectorOperation.SendToConversation, activity);
        var body = await CallAsync(ConnectorRequest.Send(address, conversationId, json), ct);
        return Read(body, TeamsJson.Wire.ResourceResponse) ?? new ResourceResponse();
    }

    public async Task<ResourceResponse> UpdateActivityAsync(
        ConnectorAddress address, string conversationId, string activityId, Activity activity, CancellationToken ct)
    {
        var json = Serialise(address, ConnectorOperation.UpdateActivity, activity);
        var body = await CallAsync(ConnectorRequest.Update(address, conversationId, activityId, json), ct);
        var answer = Read(body, TeamsJson.Wire.ResourceResponse);
        return answer is { Id.Length: > 0 } ? answer : new ResourceResponse { Id = activityId };
    }

    public async Task DeleteActivityAsync(ConnectorAddress address, string conversationId, string activityId, CancellationToken ct)
    {
        try
        {
            await CallAsync(ConnectorRequest.Delete(address, conversationId, activityId), ct);
        }
        catch (ConnectorException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            // Gone is what was asked for.
        }
    }

    private byte[] Serialise(ConnectorAddress address, ConnectorOperation operation, Activity activity)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(activity, TeamsJson.Wire.Activity);
        var size = ActivitySize.Of(json);
        if (size > ActivitySize.HardLimit)
            throw Failed(address, new ConnectorException(operation, null, ConnectorException.CardTooLarge, DeliveryAdvice.ShrinkCard));
        if (size > ActivitySize.SoftLimit)
            logger.LargeActivity(size, address.Council, ActivitySize.SoftLimit);
        return json;
    }

    private async Task<byte[]> CallAsync(ConnectorRequest call, CancellationToken ct)
    {
        using var request = call.ToMessage() ?? throw Failed(call, ConnectorException.ServiceUrlNotAllowed, DeliveryAdvice.GiveUp, left: false);
        using var timeout = new CancellationTokenSource(CallTimeout, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadAsync(response.Content, either.Token);
            return response.IsSuccessStatusCode
                ? body
                : throw Failed(call.Address, ConnectorErrors.From(call.Operation, (int)response.StatusCode, response.Headers, body, machine.GetUtcNow()));
        }
        catch (ServiceUrlRefusedException e)
        {
            throw Failed(call, ConnectorException.ServiceUrlNotAllowed, DeliveryAdvice.GiveUp, left: false, e);
        }
        catch (AuthenticationFailedException e)
        {
            throw Failed(call, ConnectorException.TokenUnavailable, DeliveryAdvice.Retry, left: false, e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw Failed(call, ConnectorException.TimedOut, DeliveryAdvice.Retry, Left(request), e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Failed(call, ConnectorException.NetworkFailure, DeliveryAdvice.Retry, Left(request) && !NeverConnected(e), e);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        var buffer = ArrayPool<byte>.Shared.Rent(MaxAnswerBytes);
        try
        {
            var length = await stream.ReadAtLeastAsync(buffer.AsMemory(0, MaxAnswerBytes), MaxAnswerBytes, throwOnEndOfStream: false, ct);
            return buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool Left(HttpRequestMessage request) => request.Options.TryGetValue(ConnectorTokenHandler.HasLeft, out var left) && left;

    private static bool NeverConnected(Exception e) => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };

    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ConnectorException Failed(ConnectorRequest call, string code, DeliveryAdvice advice, bool left, Exception? inner = null) =>
        Failed(call.Address, new ConnectorException(call.Operation, null, code, advice, inner) { MayHaveArrived = left });

    private ConnectorException Failed(ConnectorAddress address, ConnectorException failure)
    {
        logger.CallFailed(
            failure.Operation, address.Council, failure.StatusCode, failure.SubCode ?? failure.Code, failure.Advice, failure.Correlation);
        return failure;
    }
}
