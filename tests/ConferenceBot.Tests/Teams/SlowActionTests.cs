using System.Text.Json.Nodes;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Replies;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>Actions that take longer than a client waits: machine time is moved while the store stands at a gate.</summary>
public sealed class SlowActionTests : IAsyncLifetime
{
    private const string Answers = "SELECT COUNT(*) FROM Audit WHERE Act = 'prep.answer'";
    private const string Written = "Written for the chair alone.";
    private readonly TaskCompletionSource gate = new();
    private WholeBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await WholeBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task At_eight_seconds_the_person_is_told_that_it_goes_on_and_the_card_follows_by_an_update()
    {
        var card = await Desk.PromptAsync(bot);
        var press = Desk.Press(card, "prep.answer", ("familyShared", "all"));

        var (status, body) = await PressSlowlyAsync(press);

        Assert.Equal((200, InvokeReplies.MessageType), (status, (string)body!["type"]!));
        Assert.StartsWith("Still working on it.", (string)body["value"]!, StringComparison.Ordinal);
        Assert.Equal(0, bot.Count(Answers));
        Assert.Empty(bot.Network.Sent());

        gate.SetResult();
        var (method, url, json) = await SentAsync();

        Assert.True(method == "PUT", json);
        Assert.EndsWith("/activities/1795000000000", url, StringComparison.Ordinal);
        Assert.DoesNotContain("prep.answer\"", json, StringComparison.Ordinal);
        Assert.Equal(1, bot.Count(Answers));
    }

    [Fact]
    public async Task Pressing_again_meanwhile_has_one_effect_and_shows_what_came_of_it()
    {
        var card = await Desk.PromptAsync(bot);
        var press = Desk.Press(card, "prep.answer", ("familyShared", "all"));
        await PressSlowlyAsync(press);
        var again = bot.PostAsync(press);
        gate.SetResult();

        var (status, body) = await again;

        Assert.Equal((200, Attachment.AdaptiveCardContentType), (status, (string)body!["type"]!));
        await SentAsync();
        Assert.Equal(1, bot.Count(Answers));
        Assert.Equal(1, bot.Count("SELECT COUNT(*) FROM Marks"));
    }

    [Fact]
    public async Task A_refusal_that_comes_late_is_said_in_the_chat()
    {
        var card = await Desk.PromptAsync(bot);

        await PressSlowlyAsync(Desk.Press(card, "prep.answer"));
        gate.SetResult();

        var (method, _, json) = await SentAsync();
        Assert.Equal("POST", method);
        Assert.Equal("message", (string)JsonNode.Parse(json)!["type"]!);
        Assert.Equal(0, bot.Count(Answers));
    }

    [Fact]
    public async Task A_failure_that_comes_late_is_said_too_and_logged_without_its_words()
    {
        var card = await Desk.PromptAsync(bot);

        await PressSlowlyAsync(Desk.Press(card, "prep.answer", ("familyShared", "all")));
        gate.SetException(new InvalidOperationException(Written));

        var (_, _, json) = await SentAsync();
        Assert.Contains("press again", json, StringComparison.Ordinal);
        await bot.UntilAsync(() => bot.Logs.GetSnapshot().Any(r => r.Level == LogLevel.Error));
        Assert.DoesNotContain(bot.Logs.GetSnapshot(), r => $"{r.Message} {r.Exception}".Contains(Written, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_shown_too_late_is_not_shown_at_all_and_counts_as_unread()
    {
        var alert = await Desk.AlertAsync(bot, Written);

        var (_, body) = await PressSlowlyAsync(Desk.Press(alert, "flag.show"));
        gate.SetResult();
        var (method, _, json) = await SentAsync();

        Assert.Equal("POST", method);
        Assert.Contains("does not count as read", json, StringComparison.Ordinal);
        Assert.DoesNotContain(Written, body!.ToJsonString() + json, StringComparison.Ordinal);
        await ExpectUnreadAsync(alert);
    }

    [Fact]
    public async Task What_was_read_before_the_time_was_over_is_taken_back_with_everything_it_wrote()
    {
        var alert = await Desk.AlertAsync(bot, Written);
        var act = (ActOnCard)bot.Services.GetService(typeof(ActOnCard))!;
        var looks = 0;

        var answer = await act.ActAsync(
            new Actor(new Domain.CouncilKey("sampleshire"), Desk.Person), "flag.show", new ShowText(new CardStamp(alert.Id, 1)), alert.Id,
            canShow: () => looks++ == 0, TestContext.Current.CancellationToken);

        Assert.IsType<Domain.NotShown>(Assert.IsType<CardAnswer.Show>(answer).Content.Refusal);
        Assert.True(looks > 1);
        await ExpectUnreadAsync(alert);
    }

    [Fact]
    public async Task A_client_that_can_only_submit_is_shown_nothing_and_told_so()
    {
        var alert = await Desk.AlertAsync(bot, Written);

        var (status, _) = await bot.PostAsync(Desk.Submit(alert, "flag.show"));

        Assert.Equal(200, status);
        var (method, _, json) = await SentAsync();
        Assert.Equal("POST", method);
        Assert.Contains("does not count as read", json, StringComparison.Ordinal);
        Assert.DoesNotContain(Written, json, StringComparison.Ordinal);
        await ExpectUnreadAsync(alert);
    }

    [Fact]
    public async Task In_time_the_same_button_shows_it_and_that_counts()
    {
        var alert = await Desk.AlertAsync(bot, Written);

        var (_, body) = await bot.PostAsync(Desk.Press(alert, "flag.show"));

        Assert.Contains(Written, body!.ToJsonString(), StringComparison.Ordinal);
        var flag = await bot.ReadAsync(session => session.Flags.FindAsync(new Domain.FlagId(alert.Subject), default));
        Assert.Equal(FlagState.Read, flag!.State);
    }

    [Fact]
    public async Task A_submit_has_the_effect_of_the_button_and_the_card_follows_by_an_update()
    {
        var card = await Desk.PromptAsync(bot);

        var (status, body) = await bot.PostAsync(Desk.Submit(card, "prep.answer", ("familyShared", "all")));

        Assert.Equal((200, (JsonNode?)null), (status, body));
        Assert.Equal("PUT", (await SentAsync()).Method);
        Assert.Equal(1, bot.Count(Answers));
    }

    [Fact]
    public async Task A_host_that_stops_waits_for_what_goes_on_and_ends_it_when_it_may_wait_no_longer()
    {
        var turns = (LongTurns)bot.Services.GetService(typeof(LongTurns))!;
        var turn = new TeamsTurn("sampleshire", TeamsHost.TenantId, TeamsHost.Person, "1", new ConversationReference());
        var done = false;
        turns.GoOn(async _ => { await gate.Task; done = true; }, turn);

        var stopping = turns.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await stopping;
        Assert.True(done);

        var ended = new TaskCompletionSource();
        turns.GoOn(ct => { ct.Register(ended.SetResult); return ended.Task; }, turn);
        await turns.StopAsync(new CancellationToken(canceled: true));
        await ended.Task;
    }

    [Fact]
    public async Task The_limit_is_eight_seconds_of_machine_time()
    {
        var turns = (LongTurns)bot.Services.GetService(typeof(LongTurns))!;
        var work = new TaskCompletionSource();
        var turn = new TeamsTurn("sampleshire", TeamsHost.TenantId, TeamsHost.Person, "1", new ConversationReference());
        var (inTime, ends) = (turns.Start(), turns.EndsInTimeAsync(work.Task, turn));
        bot.Machine.Advance(TimeSpan.FromMilliseconds(7_999));
        Assert.True(inTime());
        Assert.False(ends.IsCompleted);
        bot.Machine.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(inTime());
        Assert.False(await ends);
        Assert.True(await turns.EndsInTimeAsync(Task.CompletedTask, turn));
    }

    private async Task ExpectUnreadAsync(CardCopy alert)
    {
        var flag = await bot.ReadAsync(session => session.Flags.FindAsync(new Domain.FlagId(alert.Subject), default));
        Assert.Equal(FlagState.Sent, flag!.State);
        Assert.Equal(0, bot.Count("SELECT COUNT(*) FROM Audit WHERE Act = 'flag.show'"));
        Assert.Equal(1, bot.Count("SELECT COUNT(*) FROM Audit WHERE Act = 'refused.NotShown'"));
    }

    /// <summary>Presses while nobody may write, and moves time until there is an answer.</summary>
    private async Task<(int Status, JsonNode? Body)> PressSlowlyAsync(JsonObject press)
    {
        bot.Store.Gate = gate.Task;
        var answer = bot.PostAsync(press);
        await bot.Store.Reached;
        await bot.UntilAsync(() =>
        {
            bot.Machine.Advance(TimeSpan.FromSeconds(1));
            return answer.IsCompleted;
        });
        bot.Store.Gate = null;
        return await answer;
    }

    /// <summary>The first call that reaches Teams.</summary>
    private async Task<(string Method, string Url, string Json)> SentAsync()
    {
        await bot.UntilAsync(() => bot.Network.Sent().Count > 0);
        var (method, url, _, body, _) = bot.Network.Sent()[0];
        return (method, url, body!);
    }
}
