namespace ConferenceBot.Teams;

/// <summary>Where to call and as whom.</summary>
/// <param name="Council">The council's key; its credential is used and its allowed hosts apply.</param>
/// <param name="ServiceUrl">From the newest turn or stored reference, verbatim.</param>
internal sealed record ConnectorAddress(string Council, string ServiceUrl)
{
    /// <summary>Awaited before a call leaves a second time, with a fresh token: to the connector that is a call like any other.</summary>
    public Func<CancellationToken, Task>? BeforeRepeat { get; init; }
}

/// <summary>
/// The Bot Connector's calls. Nothing is retried, except once with a fresh token after a 401; each call ends within
/// <see cref="ConnectorClient.CallTimeout"/>. Every failure is a <see cref="ConnectorException"/> with advice; cancelling by the caller is not.
/// </summary>
internal interface IConnectorClient
{
    /// <summary>Creates a conversation, or finds the existing personal one. The answer's id is never empty.</summary>
    Task<ConversationResourceResponse> CreateConversationAsync(ConnectorAddress address, ConversationParameters parameters, CancellationToken ct);

    /// <summary>Sends an activity. Not idempotent. The answer's id is null when the connector gave none.</summary>
    Task<ResourceResponse> SendToConversationAsync(ConnectorAddress address, string conversationId, Activity activity, CancellationToken ct);

    /// <summary>Replaces an activity that was sent; may be repeated.</summary>
    Task<ResourceResponse> UpdateActivityAsync(
        ConnectorAddress address, string conversationId, string activityId, Activity activity, CancellationToken ct);

    /// <summary>Deletes an activity that was sent; one that is gone already counts as deleted.</summary>
    Task DeleteActivityAsync(ConnectorAddress address, string conversationId, string activityId, CancellationToken ct);
}
