using System.Text.Json;
using ConferenceBot.Cards;

namespace ConferenceBot.Teams;

/// <summary>Reads what was pressed on a card, from either of the two ways a client tells it.</summary>
internal static class CardActions
{
    /// <summary>The invoke that carries an <c>Action.Execute</c>.</summary>
    public const string InvokeName = "adaptiveCard/action";

    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>The action of an invoke, or null when it has no verb or its data is no object.</summary>
    public static CardAction? FromInvoke(Activity activity)
    {
        try
        {
            var value = activity.Value?.Deserialize(TeamsJson.Wire.AdaptiveCardInvokeValue);
            if (value?.Action is not { Verb: { Length: > 0 } verb } action)
                return null;
            var data = action.Data ?? Nothing;
            var trigger = value.Trigger == CardAction.Automatic ? CardAction.Automatic : CardAction.Manual;
            return data.ValueKind == JsonValueKind.Object ? new CardAction(verb, data, trigger, activity.ReplyToId) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The action of a message whose value is an object with a verb, which is how <c>Action.Submit</c> arrives; else null.</summary>
    public static CardAction? FromSubmit(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } data
        && ReplyInputs.Find(data, InputIds.Verb) is { ValueKind: JsonValueKind.String } verb && ReplyInputs.TextOf(verb) is { Length: > 0 } name
            ? new CardAction(name, data, CardAction.Manual, activity.ReplyToId)
            : null;
}
