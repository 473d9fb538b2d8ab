using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>Makes a turn of an activity.</summary>
internal static class Turns
{
    /// <summary>The turn, or null when the activity lacks an id, a sender or a conversation.</summary>
    public static TeamsTurn? From(Activity activity, Council council)
    {
        if (activity is not { Id.Length: > 0, From: { Id.Length: > 0 } from, Conversation: { Id.Length: > 0 } conversation })
            return null;
        var reference = new ConversationReference
        {
            ActivityId = activity.Id,
            User = new ChannelAccount { Id = from.Id, AadObjectId = from.AadObjectId },
            Bot = new ChannelAccount { Id = activity.Recipient?.Id ?? $"28:{council.AppId}" },
            Conversation = new ConversationAccount
            {
                Id = conversation.Id,
                ConversationType = conversation.ConversationType,
                TenantId = council.TenantId.ToString(),
            },
            ChannelId = activity.ChannelId,
            Locale = activity.Locale,
            ServiceUrl = activity.ServiceUrl,
        };
        return new TeamsTurn(council.Key, council.TenantId, Actor(from, council), activity.Id, reference);
    }

    private static Guid? Actor(ChannelAccount from, Council council)
    {
        if (!Guid.TryParse(from.AadObjectId, out var actor) || actor == Guid.Empty)
            return null;
        return from.TenantId is null || (Guid.TryParse(from.TenantId, out var home) && home == council.TenantId) ? actor : null;
    }
}
