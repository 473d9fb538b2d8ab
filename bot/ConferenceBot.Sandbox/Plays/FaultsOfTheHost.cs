using ConferenceBot.Sandbox.Connector;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>The host's own surroundings broken: keys, process, database, clock.</summary>
internal static class FaultsOfTheHost
{
    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("Teams signs with a new key; the bot takes the first call with it", stage => RotateAsync(stage, "rotate")),
        new("Teams withdraws the old key; the bot takes the new one and refuses the old", stage => RotateAsync(stage, "replace")),
        new("The program is killed before a card has left; it arrives after the start, once", stage => KillAsync(stage, "timeout", 1)),
        new("The program is killed when a card has just arrived; it comes a second time at most", stage => KillAsync(stage, "late", 2)),
        new("The program is started again; everything goes on", RestartAsync),
        new("The database is locked while an answer is pressed; the person is told, and pressing again works", LockedAsync),
        new("The clock is away while something falls due; it happens when the clock is back", ClockAwayAsync),
        new("The clock leaps over deadlines; what fell due happens at once, and nobody is flooded", LeapAsync),
    ];

    private static async Task<string> RotateAsync(Stage stage, string mode)
    {
        var old = stage.Sandbox.Services.Tokens.ForBot();
        await stage.SetAsync("tokens", mode);
        var accepted = (int)await stage.Sandbox.Bot.KnockAsync(CancellationToken.None);
        if (accepted >= 300)
            throw new NotObservedException($"the first call signed with the new key was answered {accepted}");
        using var reply = await stage.Sandbox.Bot.PostAsync(stage.Sandbox.Services.Activities.Typing(), old, CancellationToken.None);
        var refused = (int)reply.StatusCode;
        if (mode == "replace" && refused != 401)
            throw new NotObservedException($"a call signed with the withdrawn key was answered {refused}");
        return $"new key {accepted}, old key {refused}; {await stage.SeeRecoveryAsync("tokens")}";
    }

    private static async Task<string> KillAsync(Stage stage, string mode, int most)
    {
        var person = stage.Sandbox.Services.Chats.All[most].Person;
        var before = stage.CountFromBot(person);
        await stage.SetAsync("connector", mode);
        await stage.SayAsync(person, "help");
        await stage.AwaitAsync(() => Task.FromResult(mode == "late"
            ? stage.CountFromBot(person) > before ? "arrived" : null
            : stage.Sandbox.Services.Faults.Met("connector") > 0 ? "held" : null), () => "the bot did not send");
        await stage.SetAsync("host", "kill");
        await stage.SetAsync("connector", Faults.FaultCatalogue.On);
        await stage.SetAsync("host", "restart");
        var recovery = await stage.SeeRecoveryAsync("host");
        await stage.AwaitAsync(async () =>
        {
            var settled = await stage.Sandbox.Walk.SettleAsync(CancellationToken.None);
            return settled is { Quiet: true } && stage.CountFromBot(person) > before ? settled : null;
        }, () => "the message never arrived");
        var arrived = stage.CountFromBot(person) - before;
        return arrived >= 1 && arrived <= most
            ? $"arrived {arrived} times, activity {stage.Chat(person)[^1].Id}; {recovery}"
            : throw new NotObservedException($"the message arrived {arrived} times");
    }

    private static async Task<string> RestartAsync(Stage stage)
    {
        var before = stage.Sandbox.Host?.Pid;
        await stage.SetAsync("host", "restart");
        var recovery = await stage.SeeRecoveryAsync("host");
        return stage.Sandbox.Host?.Pid is { } after && after != before && after > 0
            ? $"process {after} in place of {before}; {recovery}"
            : throw new NotObservedException("it is the same process");
    }

    private static async Task<string> LockedAsync(Stage stage)
    {
        var (person, prompt) = stage.Prompted()[0];
        (string, string)[] wishes = [("sentToChair", "true"), ("familyShared", "true|yes|all|done|shared")];
        var told = await stage.WhileAsync("database", "off", async () =>
        {
            var answer = await stage.FillAndPressAsync(person, prompt.Id, "prep.answer", wishes);
            return answer.Type == ActionAnswer.MessageType
                ? $"told within {answer.Milliseconds / 1000:0} s that it was not saved"
                : throw new NotObservedException($"the person was answered {answer.Type}");
        });
        if (CardReader.Button(stage.Message(person, prompt.Id).Card, "prep.answer") is null)
            throw new NotObservedException("the card looks answered although nothing was saved");
        await stage.FillAndPressAsync(person, prompt.Id, "prep.answer", wishes);
        var settled = await stage.SeeUpdatedAsync(person, prompt.Id, card => CardReader.Button(card, "prep.answer") is null);
        return $"{told}; pressed again, activity {settled.Id} settles; {await stage.SeeRecoveryAsync("database")}";
    }

    private static async Task<string> ClockAwayAsync(Stage stage)
    {
        var (due, before) = (await NextDueAsync(stage), Sent(stage));
        await stage.WhileAsync("clock", "off", async () =>
        {
            stage.Sandbox.Services.Clock.Set(due);
            return await stage.Sandbox.Walk.SettleAsync(CancellationToken.None) is null && Sent(stage) == before
                ? ""
                : throw new NotObservedException("the host acted on a time it could not know");
        });
        var recovery = await stage.SeeRecoveryAsync("clock");
        return await NextDueAsync(stage) > due
            ? $"due at {Iso.Write(due)}, done when the clock was back; {recovery}"
            : throw new NotObservedException($"what was due at {Iso.Write(due)} is still due");
    }

    private static async Task<string> LeapAsync(Stage stage)
    {
        var (due, before) = (await NextDueAsync(stage), Sent(stage));
        var target = (due > stage.Now ? due : stage.Now).AddDays(2);
        var counts = stage.Sandbox.Services.Chats.All.ToDictionary(chat => chat.Person.Id, chat => stage.CountFromBot(chat.Person));
        await stage.Sandbox.Walk.LeapToAsync(target, CancellationToken.None);
        await stage.AwaitAsync(async () => await stage.Sandbox.Walk.SettleAsync(CancellationToken.None) is { Quiet: true } quiet
            ? quiet : null, () => "the host has not caught up with the leap");
        var most = stage.Sandbox.Services.Chats.All.Max(chat => stage.CountFromBot(chat.Person) - counts[chat.Person.Id]);
        return (Sent(stage) - before, most) switch
        {
            (0, _) => throw new NotObservedException($"a leap to {Iso.Write(target)} over {Iso.Write(due)} brought nobody anything"),
            (var sent, <= 4) => $"{sent} messages after a leap to {Iso.Write(target)}, at most {most} for one person",
            _ => throw new NotObservedException($"one person got {most} messages at once"),
        };
    }

    private static int Sent(Stage stage) => stage.Sandbox.Services.Chats.All.Sum(chat => stage.CountFromBot(chat.Person));

    private static async Task<DateTimeOffset> NextDueAsync(Stage stage) =>
        (await stage.Sandbox.Walk.LookAsync(CancellationToken.None))?.NextDue ?? throw new NotObservedException("the host names nothing that is due");
}
