using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConferenceBot.Teams;

/// <summary>The Teams part of an activity (<c>channelData</c>).</summary>
internal sealed class TeamsChannelData
{
    /// <summary>Where the activity comes from; the authority on the tenant.</summary>
    public TenantInfo? Tenant { get; set; }

    public NotificationInfo? Notification { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>As the activity's <c>channelData</c>.</summary>
    public JsonElement ToElement() => JsonSerializer.SerializeToElement(this, TeamsJson.Wire.TeamsChannelData);
}

internal sealed class TenantInfo
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>How Teams announces a message.</summary>
internal sealed class NotificationInfo
{
    /// <summary>True puts the message's summary into the activity feed; the person's own settings still win.</summary>
    public bool? Alert { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
