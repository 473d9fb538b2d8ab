using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConferenceBot.Teams;

/// <summary>What an invoke is answered with: the HTTP status and, mostly with 200, a body.</summary>
internal sealed class InvokeResponse
{
    /// <summary>The HTTP status; 200 whenever the bot's own code ran.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    public AdaptiveCardInvokeResponse? Body { get; set; }
}

/// <summary>The body of the answer to a card action.</summary>
internal sealed class AdaptiveCardInvokeResponse
{
    /// <summary>200, 400, 401, 412 or 500; not the HTTP status.</summary>
    public int StatusCode { get; set; }

    /// <summary>What <see cref="Value"/> is.</summary>
    public string? Type { get; set; }

    /// <summary>A card object, a text, or an <see cref="ErrorDetail"/>.</summary>
    [JsonConverter(typeof(RawElement))]
    public JsonElement? Value { get; set; }
}

/// <summary>The value of a card action's invoke.</summary>
internal sealed class AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; set; }

    /// <summary><c>manual</c> for a click, <c>automatic</c> for a refresh; absent means manual.</summary>
    public string? Trigger { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The action that was pressed.</summary>
internal sealed class AdaptiveCardInvokeAction
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Verb { get; set; }

    /// <summary>What the card's author wrote, merged with the inputs by their ids; every input is a string.</summary>
    public JsonElement? Data { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>An error as the Bot Framework words it: <c>{"error":{"code","message"}}</c>.</summary>
internal sealed class ErrorResponse
{
    public ErrorDetail? Error { get; set; }
}

/// <summary>The code and text of an error.</summary>
internal sealed class ErrorDetail
{
    public string? Code { get; set; }

    public string? Message { get; set; }
}
