using System.Text.Json;

namespace ConferenceBot.Teams;

/// <summary>Why an activity is not accepted although its token is genuine.</summary>
internal enum InboundRefusal
{
    /// <summary>Malformed, where the checks had to look; answered 400.</summary>
    Malformed,
    NotTeams,
    NotEndorsed,
    ServiceUrlDiffers,
    ServiceUrlNotAllowed,
    OtherTenant,
}

/// <summary>The checks that need both the token and the activity: channel, endorsement, service URL and tenant.</summary>
internal static class InboundChecks
{
    private const string Teams = "msteams";

    /// <summary>The first check that fails, or null when the activity may be acted on.</summary>
    public static InboundRefusal? Refusal(Activity activity, ConnectorToken token, bool development)
    {
        if (!string.Equals(activity.ChannelId, Teams, StringComparison.Ordinal))
            return InboundRefusal.NotTeams;
        if (!token.Endorsements.Contains(Teams, StringComparer.Ordinal))
            return InboundRefusal.NotEndorsed;
        if (!SameUrl(activity.ServiceUrl, token.ServiceUrl))
            return InboundRefusal.ServiceUrlDiffers;
        if (ServiceUrlGuard.Check(activity.ServiceUrl, token.Council, development) is not null)
            return InboundRefusal.ServiceUrlNotAllowed;
        return TenantRefusal(activity, token.Council.TenantId);
    }

    /// <summary>As texts: parsing would change them. Only one closing slash is forgiven.</summary>
    private static bool SameUrl(string? said, string? claimed) =>
        !string.IsNullOrEmpty(said) && !string.IsNullOrEmpty(claimed)
        && string.Equals(WithoutSlash(said), WithoutSlash(claimed), StringComparison.OrdinalIgnoreCase);

    private static string WithoutSlash(string url) => url.EndsWith('/') ? url[..^1] : url;

    private static InboundRefusal? TenantRefusal(Activity activity, Guid tenant)
    {
        try
        {
            var said = activity.ChannelData?.Deserialize(TeamsJson.Wire.TeamsChannelData)?.Tenant?.Id;
            var spoken = activity.Conversation?.TenantId;
            return Is(said, tenant) && (spoken is null || Is(spoken, tenant)) ? null : InboundRefusal.OtherTenant;
        }
        catch (JsonException)
        {
            return InboundRefusal.Malformed;
        }
    }

    private static bool Is(string? text, Guid tenant) => Guid.TryParse(text, out var id) && id == tenant;
}
