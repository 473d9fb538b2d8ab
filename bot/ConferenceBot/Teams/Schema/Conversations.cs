using System.Text.Json;

namespace ConferenceBot.Teams;

/// <summary>What is needed to speak to somebody again. Ids only: no names.</summary>
internal sealed class ConversationReference
{
    public string? ActivityId { get; set; }

    /// <summary>The person.</summary>
    public ChannelAccount? User { get; set; }

    public ChannelAccount? Bot { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ChannelId { get; set; }

    public string? Locale { get; set; }

    /// <summary>Verbatim; may change from turn to turn, so the newest one counts.</summary>
    public string? ServiceUrl { get; set; }
}

/// <summary>What is asked when a conversation is created.</summary>
internal sealed class ConversationParameters
{
    public bool? IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    /// <summary>For a personal chat exactly one; the id may be the Entra object id when the app is installed for that person.</summary>
    public IList<ChannelAccount>? Members { get; set; }

    public string? TenantId { get; set; }

    public JsonElement? ChannelData { get; set; }

    /// <summary>The first message; optional in a personal chat.</summary>
    public Activity? Activity { get; set; }

    /// <summary>A personal chat of the bot with one person of the tenant. Creating an existing one gives the same id again.</summary>
    public static ConversationParameters Personal(Guid appId, Guid tenantId, Guid person) => new()
    {
        IsGroup = false,
        Bot = new ChannelAccount { Id = $"28:{appId}" },
        Members = [new ChannelAccount { Id = person.ToString() }],
        TenantId = tenantId.ToString(),
        ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = tenantId.ToString() } }.ToElement(),
    };
}

/// <summary>The answer to a message sent or updated.</summary>
internal sealed class ResourceResponse
{
    /// <summary>The activity's id; null when the connector gave none, which it does when it split the message.</summary>
    public string? Id { get; set; }
}

/// <summary>The answer to a conversation created.</summary>
internal sealed class ConversationResourceResponse
{
    /// <summary>The conversation's id.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the first message, when one was given.</summary>
    public string? ActivityId { get; set; }

    public string? ServiceUrl { get; set; }
}
