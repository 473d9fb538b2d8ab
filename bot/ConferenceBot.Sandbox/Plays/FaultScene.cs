using ConferenceBot.Sandbox.Clock;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Hosting;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>What the play of the faults does with a stage, on whatever calendar it is given.</summary>
internal static class FaultScene
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45), Between = TimeSpan.FromMilliseconds(100);

    public static async Task SetAsync(this Stage stage, string part, string mode)
    {
        if (!await stage.Sandbox.Faults.SetAsync(part, mode, CancellationToken.None))
            throw new NotObservedException($"{part} could not be brought to {mode}");
    }

    /// <summary>Puts a part right whatever the step did, so that one failure is not taken for many.</summary>
    public static async Task<string> WhileAsync(this Stage stage, string part, string mode, Func<Task<string>> act)
    {
        await stage.SetAsync(part, mode);
        try
        {
            return await act();
        }
        finally
        {
            await stage.SetAsync(part, FaultCatalogue.On);
        }
    }

    /// <summary>Waits for a fact without letting the host settle.</summary>
    public static async Task<T> AwaitAsync<T>(this Stage stage, Func<Task<T?>> look, Func<string> otherwise) where T : class
    {
        var machine = stage.Sandbox.Services.Machine;
        var started = machine.GetTimestamp();
        while (true)
        {
            if (await look() is { } seen)
                return seen;
            if (machine.GetElapsedTime(started) > Patience)
                throw new NotObservedException(otherwise());
            await Task.Delay(Between, machine, CancellationToken.None);
        }
    }

    /// <summary>The bot has met the fault, and the host's own word is that something is not done: in its standing or in its health.</summary>
    public static async Task<string> SeeTroubleAsync(this Stage stage, string part, Func<Settled, bool> standing, Func<HostAlarms, bool> alarms) =>
        await stage.AwaitAsync(async () =>
        {
            if (stage.Sandbox.Services.Faults.Met(part) == 0)
                return null;
            var seen = await stage.Sandbox.Walk.LookAsync(CancellationToken.None);
            if (seen is not null && standing(seen))
                return "the host says " + string.Join(", ", seen.Waiting);
            var health = await stage.Sandbox.Health.ReadAsync(CancellationToken.None);
            return health is not null && alarms(health)
                ? "/health says " + string.Join(", ", health.Counts.Select(pair => $"{pair.Key} {pair.Value}"))
                : null;
        }, () => stage.Sandbox.Services.Faults.Met(part) == 0 ? "the bot never met the fault" : "neither the host's standing nor /health says that anything is wrong");

    /// <summary>Waits until the page would say that the newest fault of a part has been got over.</summary>
    public static async Task<string> SeeRecoveryAsync(this Stage stage, string part)
    {
        string Sentence() => stage.Sandbox.Recovery.ToJson().FirstOrDefault(one => one.Text("part") == part).Text("sentence") ?? "nothing";
        await stage.AwaitAsync(() => Task.FromResult(stage.Sandbox.Recovery.All().FirstOrDefault(one => one.Part == part)
            is { State: RecoveryState.Recovered } done ? done : null), () => $"the bot has not got over it: {Sentence()}");
        return Sentence();
    }

    /// <summary>People whose chat shows a prompt of one conference that can be answered, in order of the directory.</summary>
    public static IReadOnlyList<(Person Person, ChatMessage Prompt)> Prompted(this Stage stage) =>
    [
        .. stage.Sandbox.Services.Chats.All
            .Select(chat => (chat.Person, Prompt: chat.Messages().LastOrDefault(message => message.From == "bot"
                && CardReader.Button(message.Card, "prep.answer") is not null)))
            .Where(pair => pair.Prompt is not null).Select(pair => (pair.Person, pair.Prompt!)),
    ];

    /// <summary>A conference to come to which somebody with an open prompt is invited.</summary>
    public static (CalendarEntry Conference, Person Person, ChatMessage Prompt) Movable(this Stage stage, int turn)
    {
        var prompted = stage.Prompted();
        var found = stage.Sandbox.Services.Calendar.Entries()
            .Where(entry => entry is { Type: "singleInstance", IsCancelled: false, IsAllDay: false } && entry.Start > stage.Now.AddDays(1))
            .SelectMany(entry => prompted.Where(pair => entry.Invitees.Any(invitee =>
                invitee.Address.Equals(pair.Person.Mail, StringComparison.OrdinalIgnoreCase))).Select(pair => (entry, pair.Person, pair.Prompt)))
            .Where(one => stage.Sandbox.Services.Calendar.Entries().Count(entry => entry.Invitees.Any(invitee =>
                invitee.Address.Equals(one.Person.Mail, StringComparison.OrdinalIgnoreCase))) == 1)
            .ToList();
        return found.Count > 0 ? found[turn % found.Count] : throw new NotObservedException("no conference with an open prompt is left");
    }

    public static int CountFromBot(this Stage stage, Person person) => stage.Chat(person).Count(message => message.From == "bot");
}
