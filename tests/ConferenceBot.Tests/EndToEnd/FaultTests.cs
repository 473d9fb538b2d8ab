using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Plays;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>What the play of the faults showed to be lost, each with the act that brings it back.</summary>
public sealed class FaultTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_card_that_was_refused_for_good_comes_when_the_person_next_uses_the_bot()
    {
        var chat = town.Services.Chats.All[3];
        var before = town.Stage.CountFromBot(chat.Person);
        town.Services.Faults.TrySet("connector", "ConversationBlockedByUser");
        await town.Stage.SayAsync(chat.Person, "help");
        await town.UntilAsync(async () => await town.Sandbox.Health.ReadAsync(default) is { GivenUp: 1 }, "The card was not given up.");

        town.Services.Faults.TrySet("connector", "on");
        await town.UntilQuietAsync();
        Assert.Equal(before, town.Stage.CountFromBot(chat.Person));
        await town.Stage.SayAsync(chat.Person, "help");
        await town.UntilAsync(() => Task.FromResult(town.Stage.CountFromBot(chat.Person) == before + 2), "Only the new card came.");
        Assert.Equal(0, town.Database.Count("SELECT COUNT(*) FROM Deliveries WHERE State = 'GivenUp'"));
    }

    [Fact]
    public async Task A_chat_that_was_lost_is_opened_anew_without_the_person_doing_anything()
    {
        var chat = town.Services.Chats.All[4];
        var before = town.Stage.CountFromBot(chat.Person);
        town.Services.Faults.TrySet("connector", "ConversationNotFound");
        await town.Stage.SayAsync(chat.Person, "help");
        await town.UntilAsync(() => Task.FromResult(town.Services.Faults.Met("connector") > 0), "The chat was not written to.");
        town.Services.Faults.TrySet("connector", "on");

        await town.UntilAsync(() => Task.FromResult(town.Stage.CountFromBot(chat.Person) == before + 1), "The card did not come.");
    }

    [Fact]
    public async Task The_bot_takes_the_first_call_after_each_of_two_rotations_of_the_keys()
    {
        for (var rotation = 0; rotation < 2; rotation++)
        {
            town.Services.Keys.Rotate();
            Assert.Equal(System.Net.HttpStatusCode.OK, await town.Sandbox.Bot.KnockAsync(CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_prompt_held_back_by_a_cancellation_is_told_when_the_cancellation_is_taken_back()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Disabled = ["connector"] });
        var stage = new Stage(sandbox, TimeProvider.System, CancellationToken.None);
        await stage.WalkToAsync(sandbox.Services.Tenant.Start.AddHours(4));
        var calendar = sandbox.Services.Calendar;
        var planned = calendar.Entries().Where(entry => entry is { Type: "singleInstance", IsCancelled: false }).ToList();
        var (entry, person) = planned.SelectMany(entry => entry.Invitees.Select(invitee => (entry, person: sandbox.Services.Tenant.FindByMail(invitee.Address))))
            .First(one => one.person is { AgencyKey: "school" or "police" or "health-visiting" }
                && planned.Count(other => other.Invitees.Any(invitee => invitee.Address.Equals(one.person.Mail, StringComparison.OrdinalIgnoreCase))) == 1);

        calendar.Put(entry with { IsCancelled = true });
        await QuietAsync(sandbox, turn => turn == 0 ? () => sandbox.Services.Faults.TrySet("connector", "on") : null);
        Assert.Null(Prompt());
        calendar.Put(entry);
        await QuietAsync(sandbox, _ => null);

        Assert.NotNull(Prompt());

        ChatMessage? Prompt() => stage.Chat(person!).LastOrDefault(message => CardReader.Button(message.Card, "prep.answer") is not null);
    }

    /// <summary>Lets the host see the calendar, then does what is given, then waits until nothing is left.</summary>
    private static async Task QuietAsync(SandboxServer sandbox, Func<int, Action?> after)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90), TimeProvider.System);
        for (var turn = 0; ; turn++)
        {
            var settled = await sandbox.Walk.SettleAsync(patience.Token);
            if (after(turn) is { } act)
                act();
            else if (settled is { Quiet: true })
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }
    }
}
