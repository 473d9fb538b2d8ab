using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>The connector refuses in each way while somebody waits for a card: it arrives afterwards exactly once.</summary>
internal static class FaultsOfTeams
{
    /// <summary>Those after which the bot comes back by itself.</summary>
    private static readonly string[] Passing =
        ["off", "timeout", "412", "429", "429-date", "429-none", "502", "503", "504", "html", "ConversationNotFound", "BotNotInConversationRoster"];

    /// <summary>Those after which it does not knock again until the person does.</summary>
    private static readonly string[] Final =
    [
        "400", "BotNotRegistered", "BotDisabledByAdmin", "ConversationBlockedByUser", "MessageWritesBlocked", "InvalidBotApiHost",
        "NotEnoughPermissions", "413", "500", "empty",
    ];

    private const string Deleted = "ActivityNotFoundInConversation";

    public static IEnumerable<string> Modes => [.. Passing, .. Final, Deleted];

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        .. Passing.Select((mode, turn) => new PlayStep($"Teams: {Word(mode)}; the card arrives afterwards, once", stage => PassingAsync(stage, mode, turn))),
        .. Final.Select((mode, turn) => new PlayStep($"Teams: {Word(mode)}; the card is kept until the person next speaks to the bot",
            stage => FinalAsync(stage, mode, Passing.Length + turn))),
        new("Teams: card deleted; the answer counts although its card cannot be changed", DeletedAsync),
    ];

    private static string Word(string mode)
    {
        var label = Faults.FaultCatalogue.Find("connector", mode)!.Label;
        return char.ToLowerInvariant(label[0]) + label[1..];
    }

    private static async Task<string> PassingAsync(Stage stage, string mode, int turn)
    {
        var person = Somebody(stage, turn);
        var before = stage.CountFromBot(person);
        var trouble = await stage.WhileAsync("connector", mode, async () =>
        {
            await stage.SayAsync(person, "help");
            var seen = await stage.SeeTroubleAsync("connector", standing => standing.Waiting.Any(item => item.StartsWith("deliveries:", StringComparison.Ordinal)),
                alarms => alarms.NotReached > 0);
            return stage.CountFromBot(person) == before ? seen : throw new NotObservedException("a message arrived although Teams refused it");
        });
        return $"{trouble}; {await ArrivedAsync(stage, person, before + 1)}; {await stage.SeeRecoveryAsync("connector")}";
    }

    private static async Task<string> FinalAsync(Stage stage, string mode, int turn)
    {
        var person = Somebody(stage, turn);
        var before = stage.CountFromBot(person);
        var trouble = await stage.WhileAsync("connector", mode, async () =>
        {
            await stage.SayAsync(person, "help");
            return await stage.SeeTroubleAsync("connector", _ => false, alarms => alarms.GivenUp > 0);
        });
        await stage.SayAsync(person, "help");
        var arrived = await ArrivedAsync(stage, person, before + 2);
        return await stage.Sandbox.Health.ReadAsync(CancellationToken.None) is { GivenUp: 0 }
            ? $"{trouble}; {arrived}; /health says nothing of it any more"
            : throw new NotObservedException("/health still says that a card was given up");
    }

    private static async Task<string> DeletedAsync(Stage stage)
    {
        var (person, prompt) = stage.Prompted()[0];
        var updated = await stage.WhileAsync("connector", Deleted, async () =>
        {
            await stage.FillAndPressAsync(person, prompt.Id, "prep.answer", ("sentToChair", "true"), ("familyShared", "true|yes|all|done|shared"));
            await stage.Sandbox.Walk.SettleAsync(CancellationToken.None);
            return stage.Message(person, prompt.Id).Updated == prompt.Updated
                ? "PUT was refused"
                : throw new NotObservedException("the card was changed although Teams refused it");
        });
        var mine = await ListAsync(stage, person);
        return CardReader.Button(mine.BaseCard, "prep.answer") is null
            ? $"{updated}; {mine.Id} shows it as answered; {await stage.SeeRecoveryAsync("connector")}"
            : throw new NotObservedException("the bot asks again for what was answered");
    }

    private static async Task<ChatMessage> ListAsync(Stage stage, Person person)
    {
        var last = stage.Chat(person)[^1].Id;
        await stage.SayAsync(person, "my conferences");
        return await stage.SeeAsync(() => stage.Chat(person).LastOrDefault(message => message is { From: "bot", BaseCard: not null }
            && string.CompareOrdinal(message.Id, last) > 0), () => "no list arrived");
    }

    /// <summary>A different person each time, so that no conversation reaches its limit.</summary>
    private static Person Somebody(Stage stage, int turn)
    {
        var all = stage.Sandbox.Services.Chats.All.Where(chat => chat.IsInstalled).ToList();
        return all[turn % all.Count].Person;
    }

    private static async Task<string> ArrivedAsync(Stage stage, Person person, int wanted)
    {
        var arrived = await stage.AwaitAsync(async () =>
        {
            await stage.Sandbox.Walk.SettleAsync(CancellationToken.None);
            return stage.CountFromBot(person) >= wanted ? stage.Chat(person).Last(message => message.From == "bot") : null;
        }, () => $"{stage.CountFromBot(person)} messages in the chat of {person.Name} where {wanted} were expected");
        return stage.CountFromBot(person) == wanted
            ? "activity " + arrived.Id
            : throw new NotObservedException($"{stage.CountFromBot(person)} messages arrived where {wanted} were expected");
    }
}
