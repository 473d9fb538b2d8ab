using System.Globalization;
using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>Makes a turn of an activity.</summary>
internal static class Turns
{
    private const int LongestId = 1_000, LongestLocale = 35;

    /// <summary>The turn, or null when the activity lacks an id, a sender or a conversation, or one of their ids is none.</summary>
    public static TeamsTurn? From(Activity activity, Council council)
    {
        if (activity is not { Id: { } id, From: { Id: { } sender } from, Conversation: { Id: { } chat } conversation })
            return null;
        if (!IsId(id) || !IsId(sender) || !IsId(chat))
            return null;
        var reference = new ConversationReference
        {
            ActivityId = id,
            User = new ChannelAccount { Id = sender, AadObjectId = from.AadObjectId },
            Bot = new ChannelAccount { Id = activity.Recipient?.Id ?? $"28:{council.AppId}" },
            Conversation = new ConversationAccount
            {
                Id = chat,
                IsGroup = conversation.IsGroup,
                ConversationType = conversation.ConversationType,
                TenantId = council.TenantId.ToString(),
            },
            ChannelId = activity.ChannelId,
            Locale = IsLocale(activity.Locale) ? activity.Locale : null,
            ServiceUrl = activity.ServiceUrl,
        };
        return new TeamsTurn(council.Key, council.TenantId, Actor(from, council), id, reference);
    }

    /// <summary>Ids go into addresses, keys and logs: none is a step of a path, endless, or holds a sign that is not seen.</summary>
    private static bool IsId(string id) => id is { Length: > 0 and <= LongestId } and not ("." or "..") && !id.Any(IsHidden);

    private static bool IsHidden(char sign) => char.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsLocale(string? locale) =>
        locale is { Length: > 0 and <= LongestLocale } && locale.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');

    private static Guid? Actor(ChannelAccount from, Council council)
    {
        if (!Guid.TryParse(from.AadObjectId, out var actor) || actor == Guid.Empty)
            return null;
        return from.TenantId is null || (Guid.TryParse(from.TenantId, out var home) && home == council.TenantId) ? actor : null;
    }
}
