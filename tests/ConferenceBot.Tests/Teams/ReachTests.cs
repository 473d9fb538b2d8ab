using System.Text.Json.Nodes;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Tests.Store;
using ConferenceBot.Tests.Teams.Support;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>What the host remembers of how a person is reached, from real turns to the real store.</summary>
public sealed class ReachTests : IAsyncLifetime
{
    private WholeBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await WholeBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("message")]
    public async Task Any_turn_in_a_personal_chat_brings_the_newest_service_url(string type)
    {
        await bot.WriteAsync(session => session.People.SaveAsync(Desk.Reach with { ServiceUrl = "https://smba.trafficmanager.net/amer/" }, default));
        await bot.PostAsync(Activities.Message().With("type", type));
        Assert.Equal(TeamsHost.ServiceUrl, (await ReachAsync())!.ServiceUrl);
    }

    [Fact]
    public async Task Removing_the_app_drops_the_conversation_and_leaves_every_obligation()
    {
        var card = await Desk.PromptAsync(bot);
        var delivery = Some.CardDelivery(Desk.Person) with { Card = card.Id, Attempt = 0, Result = null };
        await bot.WriteAsync(session => session.Deliveries.SaveAsync(delivery, default));

        Assert.Equal(200, (await bot.PostAsync(Activities.Installation("remove"))).Status);
        await bot.DeliverAsync();

        Assert.Null((await ReachAsync())!.ConversationId);
        Assert.DoesNotContain(bot.Network.Sent(), call => call.Url.Contains(Uri.EscapeDataString(Desk.Conversation), StringComparison.Ordinal));
        var waiting = Assert.Single(await bot.ReadAsync(s => s.Deliveries.OfPersonAsync(Desk.Person, DeliveryState.AwaitingInstall, default)));
        Assert.Equal(delivery.Id, waiting.Id);
        var task = await bot.ReadAsync(s => s.Tasks.FindAsync(new Domain.ReportTaskId(card.Subject), default));
        Assert.Equal(Domain.Preparation.ReportStatus.Open, task!.Status);
        Assert.Equal(1, (int)(await HealthAsync())["checks"]!["watchdog"]!["data"]!["sampleshire.peopleNotReached"]!);

        // Installed again: what waited is sent, to the conversation that the installation brought.
        Assert.Equal(200, (await bot.PostAsync(Activities.Installation("add").With("conversation.id", "a:new"))).Status);
        await bot.DeliverAsync();
        Assert.Contains(bot.Network.Sent(), call => call.Method == "POST" && call.Url.Contains("a%3Anew", StringComparison.Ordinal));
        Assert.DoesNotContain("sampleshire.peopleNotReached", (await HealthAsync()).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concern_for_a_chair_who_removed_the_app_stays_open_and_goes_to_the_administrator_at_once()
    {
        var prompt = await Desk.PromptAsync(bot);
        var conference = (await bot.ReadAsync(s => s.Conferences.FindAsync(prompt.Conference!.Value, default)))!;
        var chair = conference.Chair!.Value;
        await bot.WriteAsync(s => s.People.SaveAsync(new Reach(chair, "a:chair", TeamsHost.ServiceUrl, null, null), default));
        await bot.PostAsync(Activities.Installation("remove").With("from.aadObjectId", chair.Value.ToString()).With("conversation.id", "a:chair"));

        await bot.PostAsync(Desk.Press(prompt, "flag.raise", ("seen", "Something seen."), ("indicators", "threat"), ("familyTold", "told")));
        await bot.DeliverAsync();

        var flag = Assert.Single(await bot.ReadAsync(s => s.Flags.OfConferenceAsync(conference.Id, default)));
        Assert.Single(await bot.ReadAsync(s => s.Deliveries.OfPersonAsync(chair, DeliveryState.AwaitingInstall, default)));
        Assert.DoesNotContain(bot.Network.Sent(), call => call.Url.Contains("chair", StringComparison.Ordinal));

        Assert.True(await IsAdministratorAskedAsync(flag.Id.Value));
    }

    [Fact]
    public async Task What_a_chair_has_not_read_when_they_remove_the_app_goes_to_the_administrator_at_once()
    {
        var prompt = await Desk.PromptAsync(bot);
        var conference = (await bot.ReadAsync(s => s.Conferences.FindAsync(prompt.Conference!.Value, default)))!;
        var chair = conference.Chair!.Value;
        await bot.WriteAsync(s => s.People.SaveAsync(new Reach(chair, "a:chair", TeamsHost.ServiceUrl, null, null), default));
        await bot.PostAsync(Desk.Press(prompt, "flag.raise", ("seen", "Something seen."), ("indicators", "threat"), ("familyTold", "told")));
        var flag = Assert.Single(await bot.ReadAsync(s => s.Flags.OfConferenceAsync(conference.Id, default)));
        Assert.False(await IsAdministratorAskedAsync(flag.Id.Value));

        await bot.PostAsync(Activities.Installation("remove").With("from.aadObjectId", chair.Value.ToString()).With("conversation.id", "a:chair"));
        await bot.Services.GetRequiredService<Tick>().RunAsync(StoreHost.Here, default);

        Assert.True(await IsAdministratorAskedAsync(flag.Id.Value));
    }

    private async Task<bool> IsAdministratorAskedAsync(Guid subject) =>
        (await bot.ReadAsync(s => s.Cards.OfSubjectAsync(subject, default)))
        .Any(copy => copy is { Kind: CardKind.AdministratorItem } && copy.Person.Value == WholeBot.Administrator);

    [Fact]
    public async Task Where_a_report_is_owed_the_administrator_is_asked_to_ring_until_the_person_is_back()
    {
        var prompt = await Desk.PromptAsync(bot);
        await bot.WriteAsync(s => s.People.SaveAsync(new Reach(new(WholeBot.Administrator), "a:office", TeamsHost.ServiceUrl, null, null), default));

        await bot.PostAsync(Activities.Installation("remove"));
        await bot.PostAsync(Activities.Installation("remove"));
        await bot.DeliverAsync();
        Assert.Single(bot.Network.Sent(), call => call.Body!.Contains("Please ring: somebody who is invited is not reached", StringComparison.Ordinal));

        await bot.PostAsync(Activities.Installation("add"));
        await bot.DeliverAsync();
        var item = Assert.Single(await bot.ReadAsync(s => s.Cards.OfSubjectAsync(prompt.Subject, default)), copy => copy.Kind == CardKind.AdministratorItem);
        Assert.Contains(bot.Network.Sent(), call => call.Method == "PUT" && call.Url.EndsWith($"/activities/{item.ActivityId}", StringComparison.Ordinal)
            && call.Body!.Contains("Nothing more to do.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("remove-upgrade")]
    [InlineData("add-upgrade")]
    [InlineData("somethingNew")]
    public async Task An_upgrade_or_an_unknown_action_leaves_the_conversation(string action)
    {
        await Desk.PromptAsync(bot);
        Assert.Equal(200, (await bot.PostAsync(Activities.Installation(action))).Status);
        Assert.Equal(Desk.Conversation, (await ReachAsync())!.ConversationId);
    }

    [Theory]
    [InlineData("groupChat", "19:sample@thread.v2")]
    [InlineData("channel", "19:sample@thread.tacv2;messageid=1795000000000")]
    [InlineData(null, "19:meeting_sample@thread.v2")]
    public async Task Where_a_family_may_be_reading_there_is_one_neutral_line_and_nothing_is_kept(string? type, string conversation)
    {
        var message = Activities.Message("<at>Bot</at> Something about a sample family").With("conversation.conversationType", type).With("conversation.id", conversation);

        Assert.Equal(200, (await bot.PostAsync(message)).Status);
        Assert.Equal(200, (await bot.PostAsync(message.DeepClone().AsObject().With("type", "messageReaction"))).Status);
        Assert.Equal(200, (await bot.PostAsync(message.DeepClone().AsObject().With("type", "installationUpdate").With("action", "add"))).Status);

        await bot.UntilAsync(() => bot.Network.Sent().Count > 0);
        var (_, url, _, body, _) = Assert.Single(bot.Network.Sent());
        Assert.Contains(Uri.EscapeDataString(conversation), url, StringComparison.Ordinal);
        Assert.Equal("I only work in a one-to-one chat. Nothing here has been read or kept.", (string)JsonNode.Parse(body!)!["text"]!);
        Assert.Null(await ReachAsync());
        foreach (var table in new[] { "Inbox", "CardCopies", "Deliveries", "Audit" })
            Assert.Equal(0, bot.Count($"SELECT COUNT(*) FROM {table}"));
        Assert.DoesNotContain(bot.Logs.GetSnapshot(), r => r.Message.Contains("sample family", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flood_of_messages_in_a_group_is_acknowledged_at_once_and_gets_one_line_at_a_time()
    {
        var said = new TaskCompletionSource<HttpResponseMessage>();
        bot.Network.Answer = (_, _) => said.Task;
        for (var i = 0; i < 50; i++)
            Assert.Equal(200, (await bot.PostAsync(Activities.Message().With("conversation.conversationType", "groupChat"))).Status);
        await bot.UntilAsync(() => bot.Network.Sent().Count > 0);
        Assert.Single(bot.Network.Sent());
        said.SetResult(ScriptedConnector.Json(201, "{}"));
    }

    [Fact]
    public async Task A_question_is_answered_once_however_often_the_network_repeats_it()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await bot.PostAsync(Activities.Message("help"))).Status);
        Assert.Equal(200, (await bot.PostAsync(Activities.Message("help").With("type", "messageUpdate"))).Status);
        Assert.Equal(1, bot.Count("SELECT COUNT(*) FROM CardCopies"));
    }

    private Task<Reach?> ReachAsync() => bot.ReadAsync(session => session.People.FindAsync(Desk.Person, default));

    private async Task<JsonNode> HealthAsync() => JsonNode.Parse(await (await bot.Client.GetAsync("/health")).Content.ReadAsStringAsync())!;
}
