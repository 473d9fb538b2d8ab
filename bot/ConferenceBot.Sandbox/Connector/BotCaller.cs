using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>What the bot answered to a card action.</summary>
/// <param name="Milliseconds">Machine time from click to answer.</param>
internal sealed record ActionAnswer(int StatusCode, string Type, JsonNode? Value, double Milliseconds)
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    public const string MessageType = "application/vnd.microsoft.activity.message";
    public const string ErrorType = "application/vnd.microsoft.error";

    public JsonObject ToJson() => new()
    {
        ["statusCode"] = StatusCode,
        ["type"] = Type,
        ["value"] = Value?.DeepClone(),
        ["ms"] = Math.Round(Milliseconds, 1),
    };
}

/// <summary>Calls the bot the way Teams does, with a signed token each time.</summary>
/// <param name="host">The bot's origin; asked at every call, because a restart may change it.</param>
internal sealed class BotCaller(HttpClient http, Func<Uri?> host, TokenIssuer issuer, BotActivity activities, ChatNews news)
{
    /// <summary>Posts any activity.</summary>
    /// <param name="token">Null signs a good one.</param>
    public async Task<HttpResponseMessage> PostAsync(JsonObject activity, string? token, CancellationToken cancellationToken)
    {
        var address = host() ?? throw new HttpRequestException("The bot is not running.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/messages"))
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? issuer.ForBot());
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>Sends a typing note, which passes every check and changes nothing.</summary>
    public async Task<HttpStatusCode> KnockAsync(CancellationToken cancellationToken)
    {
        using var response = await PostAsync(activities.Typing(), null, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Installs (add) or removes the bot for a person.</summary>
    public async Task<HttpStatusCode> InstallAsync(Chat chat, string action, CancellationToken cancellationToken)
    {
        chat.IsInstalled = action == "add";
        using var response = await PostAsync(activities.InstallationUpdate(chat, action), null, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Sends what the person typed.</summary>
    public async Task<HttpStatusCode> SayAsync(Chat chat, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var activity = activities.Message(chat, text);
        chat.Add(new ChatMessage(activity.Text("id")!, "person", now) { Text = text });
        chat.MarkRead();
        news.Acted(chat.Person, $"{chat.Person.Name} types a message.");
        using var response = await PostAsync(activity, null, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Presses a button. A card in the answer is shown to this person only, until the message is next updated.</summary>
    /// <param name="action">type, id, title, verb and data as authored.</param>
    /// <param name="inputs">Input values by id; they are merged into the data as text.</param>
    public async Task<ActionAnswer> PressAsync(Chat chat, string activityId, JsonObject action,
        IReadOnlyDictionary<string, string> inputs, CancellationToken cancellationToken)
    {
        var merged = (JsonObject)action.DeepClone();
        var data = merged.Object("data") ?? [];
        foreach (var (id, value) in inputs)
            data[id] = value;
        merged["data"] = data;
        news.Pressed(chat.Person, activityId, Title(chat.Find(activityId)?.Card, action));
        var started = TimeProvider.System.GetTimestamp();
        var answer = await InvokeAsync(activities.CardAction(chat, activityId, merged), cancellationToken)
            with
        { Milliseconds = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds };
        if (answer is { Type: ActionAnswer.CardType, Value: JsonObject card })
            chat.Change(activityId, message => message with { Overlay = (JsonObject)card.DeepClone() });
        news.Answered(chat.Person, $"The bot answers {chat.Person.Name} with {Word(answer)}.");
        return answer;
    }

    private async Task<ActionAnswer> InvokeAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        using var response = await PostAsync(activity, null, cancellationToken);
        var body = JsonReading.ParseObject(await response.Content.ReadAsStringAsync(cancellationToken));
        if (response.StatusCode != HttpStatusCode.OK || body is null)
            return Failed((int)response.StatusCode, "Something went wrong. Please try again.");
        var status = body["statusCode"] is JsonValue value && value.TryGetValue(out int code) ? code : 200;
        var type = body.Text("type") ?? "";
        if (type == ActionAnswer.CardType && CardCheck.Wrong(body["value"]) is { } wrong)
            return Failed(500, wrong);
        if (type is not (ActionAnswer.CardType or ActionAnswer.MessageType or ActionAnswer.ErrorType))
            return Failed(500, $"Teams does not know the answer type '{type}'.");
        return new ActionAnswer(status, type, body["value"]?.DeepClone(), 0);
    }

    private static ActionAnswer Failed(int status, string message) =>
        new(status, ActionAnswer.ErrorType, new JsonObject { ["code"] = "ServiceError", ["message"] = message }, 0);

    /// <summary>The button's words as the card has them, never as the caller says.</summary>
    private static string Title(JsonObject? card, JsonObject action) =>
        CardReader.Button(card, action.Text("verb") ?? "").Text("title") ?? "a button";

    private static string Word(ActionAnswer answer) => answer.Type switch
    {
        ActionAnswer.CardType => "a card",
        ActionAnswer.MessageType => "a message",
        _ => $"an error ({answer.StatusCode})",
    };
}
