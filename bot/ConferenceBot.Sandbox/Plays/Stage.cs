using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>What a play can do and see. It looks only at the records of Graph and of the connector, never at the host's.</summary>
internal sealed class Stage(SandboxServer sandbox, TimeProvider machine, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);
    private readonly Dictionary<string, string> _kept = [];

    public SandboxServer Sandbox => sandbox;
    public CancellationToken Cancellation => cancellationToken;
    public DateTimeOffset Now => sandbox.Services.Clock.Now;

    public Person Who(string nameOrRole) => sandbox.Services.Tenant.Named(nameOrRole);

    public IReadOnlyList<ChatMessage> Chat(Person person) => sandbox.Services.Chats.Of(person.Id)!.Messages();

    public void Keep(string name, string activityId) => _kept[name] = activityId;

    public bool HasKept(string name) => _kept.ContainsKey(name);

    /// <exception cref="SkippedException">The step that would have kept it was skipped.</exception>
    public string Kept(string name) => _kept.GetValueOrDefault(name) ?? throw new SkippedException("the step it follows was skipped");

    /// <summary>Waits until something can be seen, letting the host settle first.</summary>
    /// <param name="look">Gives what was seen, or null.</param>
    /// <exception cref="NotObservedException">It was not seen in time.</exception>
    public async Task<T> SeeAsync<T>(Func<T?> look, Func<string> otherwise) where T : class
    {
        await sandbox.Walk.SettleAsync(cancellationToken);
        var started = machine.GetTimestamp();
        while (true)
        {
            if (look() is { } seen)
                return seen;
            if (machine.GetElapsedTime(started) > Patience)
                throw new NotObservedException(otherwise());
            await Task.Delay(Between, machine, cancellationToken);
        }
    }

    /// <summary>Waits for a card with a button of that verb among the messages of a person.</summary>
    public Task<ChatMessage> SeeButtonAsync(Person person, string verb, Func<ChatMessage, bool>? also = null) => SeeAsync(
        () => Chat(person).LastOrDefault(message => CardReader.Button(message.Card, verb) is not null && (also?.Invoke(message) ?? true)),
        () => $"no card with {verb} in the chat of {person.Name}; it shows {Describe(person)}");

    /// <summary>Waits until the connector has replaced a message, so that the base card is what is wanted.</summary>
    public Task<ChatMessage> SeeUpdatedAsync(Person person, string activityId, Func<JsonObject, bool> wanted) => SeeAsync(
        () => Chat(person).FirstOrDefault(message => message.Id == activityId && message.Updated > 0
            && message.BaseCard is { } card && wanted(card)),
        () => $"the card {activityId} of {person.Name} was not brought to that state; the chat shows {Describe(person)}");

    /// <summary>Presses a button and takes a card or a message as an answer.</summary>
    public async Task<ActionAnswer> PressAsync(Person person, string activityId, string verb, IReadOnlyDictionary<string, string>? inputs = null)
    {
        try
        {
            var answer = await sandbox.ActAsync(person, activityId, verb, inputs, cancellationToken);
            return answer.StatusCode == 200 ? answer : throw new NotObservedException($"{verb} was answered {answer.ToJson().ToJsonString()}");
        }
        catch (InvalidOperationException error)
        {
            throw new NotObservedException(error.Message);
        }
    }

    /// <summary>Fills in what the card's inputs allow and presses the button.</summary>
    /// <param name="wishes">Input id and what to put there; for a choice several words, any of which may match, else the first choice.</param>
    public Task<ActionAnswer> FillAndPressAsync(Person person, string activityId, string verb, params (string Id, string Wish)[] wishes)
    {
        var card = Message(person, activityId).Card ?? throw new NotObservedException($"the message {activityId} has no card");
        var values = CardReader.Buttons(card).FirstOrDefault(button => button.Action.Text("verb") == verb).Inputs?
            .Select(input => (Id: input.Text("id")!, Value: Filler.Value(input, wishes, Now)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Value!);
        return PressAsync(person, activityId, verb, values);
    }

    public ChatMessage Message(Person person, string activityId) => Chat(person).FirstOrDefault(message => message.Id == activityId)
        ?? throw new NotObservedException($"the message {activityId} is gone from the chat of {person.Name}");

    public async Task SayAsync(Person person, string text) => await sandbox.SayAsync(person, text, cancellationToken);

    public Task WalkToAsync(DateTimeOffset target) => sandbox.Walk.WalkToAsync(target, cancellationToken);

    /// <summary>A chat in one line: the verbs each card offers, or that it is text.</summary>
    public string Describe(Person person)
    {
        var messages = Chat(person).Select(message => message.Card is null
            ? $"{message.Id}: text"
            : $"{message.Id}: card [{string.Join(' ', CardReader.Buttons(message.Card).Select(button => button.Action.Text("verb")))}]");
        var all = string.Join("; ", messages);
        return all.Length == 0 ? "nothing" : all;
    }
}
