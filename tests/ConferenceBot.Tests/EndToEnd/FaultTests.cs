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
    public async Task A_warning_held_back_by_a_cancellation_is_given_when_the_cancellation_is_taken_back()
    {
        var (entry, person, prompt) = town.Stage.Movable(0);
        await town.Stage.PressAsync(person, prompt.Id, "flag.open");
        var before = Warnings();
        town.Services.Faults.TrySet("connector", "off");
        await town.Stage.FillAndPressAsync(person, prompt.Id, "flag.raise",
            ("seen", "Shouting made two people leave."), ("familyTold", "told"), ("indicators", "1"));
        town.Services.Calendar.Put(entry with { IsCancelled = true });
        await town.UntilAsync(() => Task.FromResult(
            town.Database.Count("SELECT COUNT(*) FROM Conferences WHERE Status = 'Cancelled'") > 0), "The cancellation was not seen.");
        town.Services.Faults.TrySet("connector", "on");
        await town.UntilQuietAsync();
        Assert.Equal(before, Warnings());

        town.Services.Calendar.Put(entry);
        await town.UntilAsync(() => Task.FromResult(Warnings() > before), "Nobody was warned after the cancellation was taken back.");
    }

    private int Warnings() => town.Services.Chats.All.Sum(chat =>
        chat.Messages().Count(message => CardReader.Button(message.BaseCard, "flag.plan") is not null));
}
