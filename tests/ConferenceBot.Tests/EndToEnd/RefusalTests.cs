using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Plays;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>Every way in which the connector can fail, in one town: what the host's own database then says of the card.</summary>
public sealed class RefusalTests(Town town) : IClassFixture<Town>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Given up, with the word in the record. They come first: a card that waits must not meet them.</summary>
    private static readonly (string Mode, string Word)[] Final =
    [
        ("400", "Bad Argument"), ("BotNotRegistered", "BotNotRegistered"), ("BotDisabledByAdmin", "BotDisabledByAdmin"),
        ("ConversationBlockedByUser", "ConversationBlockedByUser"), ("MessageWritesBlocked", "MessageWritesBlocked"),
        ("InvalidBotApiHost", "InvalidBotApiHost"), ("NotEnoughPermissions", "NotEnoughPermissions"), ("413", "MessageSizeTooBig"),
        ("500", "ServiceError"), ("empty", "GiveUp"),
    ];

    /// <summary>Tried again, with the word in the record and the copies that lie in the chat in the end.</summary>
    private static readonly (string Mode, string Word, int Copies)[] Passing =
    [
        ("late", "NetworkFailure", 2), ("timeout", "NetworkFailure", 1), ("off", "NetworkFailure", 1), ("502", "Retry", 1), ("504", "Retry", 1),
        ("html", "Retry", 1), ("503", "Retry", 1), ("412", "PreconditionFailed", 1), ("ConversationNotFound", "ConversationNotFound", 1),
        ("BotNotInConversationRoster", "BotNotInConversationRoster", 1), ("429", "Throttled", 1), ("429-date", "Throttled", 1),
        ("429-none", "Throttled", 1),
    ];

    private const string Deleted = "ActivityNotFoundInConversation";

    [Fact]
    public async Task Every_fault_of_the_connector_leaves_its_card_in_the_state_that_the_table_says_and_nothing_is_lost()
    {
        var people = town.Services.Chats.All.Where(chat => chat.IsInstalled).Select(chat => chat.Person).ToList();
        foreach (var (index, (mode, word)) in Final.Index())
        {
            await AskDuringAsync(people[index], mode, "GivenUp", word);
            Assert.Equal(index + 1, (await town.Sandbox.Health.ReadAsync(default))!.GivenUp);
        }

        var waiting = new List<(Person Person, int Copies)>();
        foreach (var (index, (mode, word, copies)) in Passing.Index())
        {
            var person = people[(Final.Length + index) % people.Count];
            var before = town.Stage.CountFromBot(person);
            await AskDuringAsync(person, mode, mode == "BotNotInConversationRoster" ? "" : "Pending", word);
            waiting.Add((person, before + copies));
            if (word == "Throttled") await town.UntilQuietAsync();
        }

        await town.UntilQuietAsync();
        Assert.All(waiting, one => Assert.Equal(one.Copies, town.Stage.CountFromBot(one.Person)));
        var twice = town.Stage.Chat(waiting[0].Person).Where(message => message.From == "bot").TakeLast(2).ToList();
        Assert.Equal(twice[0].BaseCard!.ToJsonString(), twice[1].BaseCard!.ToJsonString());
        Assert.Equal(Final.Length, town.Database.Count("SELECT COUNT(*) FROM Deliveries WHERE State <> 'Sent'"));
    }

    [Fact]
    public async Task A_card_whose_message_was_deleted_is_known_to_be_gone()
    {
        var (person, prompt) = town.Stage.Prompted()[^1];
        await SetAsync(Deleted);
        await town.Stage.FillAndPressAsync(person, prompt.Id, "prep.answer", ("sentToChair", "true"), ("familyShared", "true|yes|all|done|shared"));
        await UntilAsync(() => town.Database.Count("SELECT COUNT(*) FROM CardCopies WHERE Lost = 1 AND ActivityId = $p0", prompt.Id) == 1, () => "The card is not lost.");
        await SetAsync("on");
    }

    [Fact]
    public void No_fault_of_the_connector_is_left_out() => Assert.Equal(
        FaultCatalogue.All.Single(part => part.Part == "connector").Modes.Skip(1).Select(mode => mode.Mode).Order(),
        Final.Select(one => one.Mode).Concat(Passing.Select(one => one.Mode)).Append(Deleted).Order());

    /// <summary>A call that is held ends when the fault does; its card may have arrived all the same.</summary>
    private async Task AskDuringAsync(Person person, string mode, string state, string word)
    {
        await SetAsync(mode);
        await town.Stage.SayAsync(person, "help");
        if (mode is "late" or "timeout")
        {
            await UntilAsync(() => town.Services.Faults.Met("connector") > 0, () => $"{mode} was not met.");
            await SetAsync("on");
        }

        await UntilAsync(
            () => Newest(person) is { } now && (state.Length == 0 || now.StartsWith(state, StringComparison.Ordinal)) && now.EndsWith(word, StringComparison.Ordinal),
            () => $"{mode}: {Newest(person)}");
        if (mode is not ("late" or "timeout")) await SetAsync("on");
    }

    private string? Newest(Person person) => town.Database.Column(
        $"SELECT State || ' ' || IFNULL(Result, '') FROM Deliveries WHERE Person = '{person.Id.ToString().ToUpperInvariant()}' ORDER BY Sequence DESC LIMIT 1")
        is [var newest] ? newest : null;

    private async Task SetAsync(string mode) => Assert.True(await town.Sandbox.Faults.SetAsync("connector", mode, default));

    private static async Task UntilAsync(Func<bool> seen, Func<string> otherwise)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!seen())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, otherwise());
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
        }
    }
}
