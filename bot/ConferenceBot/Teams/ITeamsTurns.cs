using System.Text.Json;

namespace ConferenceBot.Teams;

/// <summary>
/// What the program does with a turn. Called once per activity, after every check of the token, council and tenant; the turn is
/// acknowledged when the method returns. An exception is answered with 500 (in the body, for a card action) and logged without its words.
/// </summary>
internal interface ITeamsTurns
{
    /// <summary>A person wrote in their personal chat. The text has lost mentions of the bot and outer blanks; it is never logged or stored.</summary>
    Task OnMessageAsync(TeamsTurn turn, string text, CancellationToken ct);

    /// <summary>Somebody spoke to the bot in a channel, group or meeting chat, where a family may be reading.</summary>
    Task OnElsewhereAsync(TeamsTurn turn, CancellationToken ct);

    /// <summary>
    /// A card's action was executed in a personal chat; the reply is made with <see cref="InvokeReplies"/>, within
    /// <see cref="LongTurns.Limit"/> of machine time whatever the action takes.
    /// </summary>
    Task<InvokeResponse> OnCardActionAsync(TeamsTurn turn, CardAction action, CancellationToken ct);

    /// <summary>The same from a client that only knows submit: nothing can be replied, the card is updated instead.</summary>
    Task OnSubmitAsync(TeamsTurn turn, CardAction action, CancellationToken ct);

    /// <summary>The app was installed or upgraded for a person (true), or removed (false).</summary>
    Task OnInstallationAsync(TeamsTurn turn, bool installed, CancellationToken ct);

    /// <summary>
    /// Something else happened in a personal chat: a reaction, an edit, the bot was added. It is no question and no answer; it only shows
    /// where the person can be reached.
    /// </summary>
    Task OnPresenceAsync(TeamsTurn turn, CancellationToken ct);
}

/// <summary>Who spoke, where, to which council's bot.</summary>
/// <param name="Council">The council's key.</param>
/// <param name="TenantId">The council's tenant; the activity came from it.</param>
/// <param name="Actor">
/// The person's Entra object id. Null when the channel gave none, or the person belongs to another tenant: such a turn may be answered,
/// never acted on.
/// </param>
/// <param name="ActivityId">The channel's id of the activity.</param>
/// <param name="Reference">How to speak to them again. Stored only from personal chats.</param>
internal sealed record TeamsTurn(string Council, Guid TenantId, Guid? Actor, string ActivityId, ConversationReference Reference)
{
    /// <summary>The client's language, such as <c>cy-GB</c>; null when unknown.</summary>
    public string? Locale => Reference.Locale;

    /// <summary>Whether this is the chat of one person with the bot; a group that calls itself personal is none.</summary>
    public bool IsPersonal => Reference.Conversation is { ConversationType: ConversationAccount.Personal, IsGroup: not true };
}

/// <summary>What was pressed on a card; everything in it is the client's word.</summary>
/// <param name="Verb">The action's verb; never empty.</param>
/// <param name="Data">An object: the author's data merged with the inputs.</param>
/// <param name="Trigger"><c>manual</c> or <c>automatic</c>; an automatic refresh is never a look.</param>
/// <param name="ReplyToId">The activity that holds the card, when the channel says it.</param>
internal sealed record CardAction(string Verb, JsonElement Data, string Trigger, string? ReplyToId)
{
    public const string Manual = "manual";

    public const string Automatic = "automatic";
}
