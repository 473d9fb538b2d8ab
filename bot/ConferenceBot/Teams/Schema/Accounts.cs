using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConferenceBot.Teams;

/// <summary>A person or bot on the channel.</summary>
internal sealed class ChannelAccount
{
    /// <summary><c>29:…</c> for a person (differs from bot to bot), <c>28:{app id}</c> for a bot.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The person's Entra object id; absent for some guests.</summary>
    public string? AadObjectId { get; set; }

    public string? Role { get; set; }

    /// <summary>The person's own tenant, when the channel says it.</summary>
    public string? TenantId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation on the channel.</summary>
internal sealed class ConversationAccount
{
    /// <summary>The conversation type of a chat between one person and the bot.</summary>
    public const string Personal = "personal";

    /// <summary><c>a:…</c> for a personal chat; opaque, never taken apart.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? IsGroup { get; set; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
