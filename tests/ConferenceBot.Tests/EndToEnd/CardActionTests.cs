using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>What a click must not do. Each test has a person of its own, so that none disturbs another.</summary>
public sealed class CardActionTests(Town town) : IClassFixture<Town>
{
    private const string Refused = "SELECT COUNT(*) FROM Audit WHERE Act LIKE 'refused.%' AND Actor = $p0";
    private const string Effects = "SELECT COUNT(*) FROM Audit WHERE Act NOT LIKE 'refused.%' AND Actor = $p0";
    private const string Typed = "Typed before the card had changed.";

    [Fact]
    public async Task Another_persons_click_has_no_effect_and_shows_nothing_of_the_card()
    {
        var theirs = await town.CardAsync("Headteacher", "prep.answer");
        var before = town.Database.Count(Refused, IdOf("Community health manager"));

        var (http, body) = await town.PostAsync(town.Activity("Community health manager", "prep.answer", Data(theirs, "prep.answer")));

        Assert.Equal(200, http);
        Assert.Equal(ActionAnswer.MessageType, body.Text("type"));
        Assert.Equal(before + 1, town.Database.Count(Refused, IdOf("Community health manager")));
        Assert.Equal(0, town.Database.Count(Effects, IdOf("Community health manager")));
    }

    [Fact]
    public async Task An_unknown_card_is_refused_with_an_audit_row()
    {
        var before = town.Database.Count(Refused, IdOf("Head of service"));
        var data = new JsonObject { ["k"] = Ids.RandomGuid().ToString("N"), ["v"] = 1 };

        var (http, body) = await town.PostAsync(town.Activity("Head of service", "prep.answer", data));

        Assert.Equal(200, http);
        Assert.Equal(ActionAnswer.MessageType, body.Text("type"));
        Assert.Equal(before + 1, town.Database.Count(Refused, IdOf("Head of service")));
    }

    [Fact]
    public async Task The_same_click_again_gives_the_same_card_and_no_second_effect()
    {
        var card = await town.CardAsync("Health visitor", "prep.answer");
        var action = CardReader.Button(card.Card, "prep.answer")!;
        var first = await town.ClickAsync("Health visitor", card, action, ("familyShared", "all"));
        var (effects, notices) = (town.Database.Count(Effects, IdOf("Health visitor")), town.Database.Count("SELECT COUNT(*) FROM Notices"));

        var second = await town.ClickAsync("Health visitor", card, action, ("familyShared", "all"));

        Assert.Equal(ActionAnswer.CardType, first.Type);
        Assert.True(JsonNode.DeepEquals(first.Value, second.Value));
        Assert.Equal(1, effects);
        Assert.Equal(effects, town.Database.Count(Effects, IdOf("Health visitor")));
        Assert.Equal(notices, town.Database.Count("SELECT COUNT(*) FROM Notices"));
    }

    [Fact]
    public async Task A_double_click_has_one_effect()
    {
        var card = await town.CardAsync("Team manager", "prep.answer");
        var action = CardReader.Button(card.Card, "prep.answer")!;

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => town.ClickAsync("Team manager", card, action, ("familyShared", "all"))));

        Assert.All(both, answer => Assert.Equal(ActionAnswer.CardType, answer.Type));
        Assert.True(JsonNode.DeepEquals(both[0].Value, both[1].Value));
        Assert.Equal(1, town.Database.Count(Effects, IdOf("Team manager")));
    }

    [Fact]
    public async Task Text_typed_on_an_older_version_stays_in_its_input_and_has_no_effect()
    {
        const string lead = "Designated safeguarding lead";
        var card = await town.CardAsync(lead, "prep.answer");
        var answer = CardReader.Button(card.Card, "prep.answer")!;
        await town.Stage.PressAsync(town.Who(lead), card.Id, "flag.open");
        var raise = CardReader.Button((await town.CardAsync(lead, "flag.raise")).Card, "flag.raise")!;
        await town.ClickAsync(lead, card, answer, ("familyShared", "all"));
        var (effects, refused) = (town.Database.Count(Effects, IdOf(lead)), town.Database.Count(Refused, IdOf(lead)));

        var late = await town.ClickAsync(lead, card, raise, ("seen", Typed), ("familyTold", "told"), ("indicators", ""));

        Assert.Equal(ActionAnswer.CardType, late.Type);
        Assert.Equal(Typed, CardReader.Input((JsonObject)late.Value!, "seen").Text("value"));
        Assert.Equal(0, town.Database.Count("SELECT COUNT(*) FROM RiskFlags WHERE RaisedBy = $p0", IdOf(lead)));
        Assert.Equal(effects, town.Database.Count(Effects, IdOf(lead)));
        Assert.Equal(refused + 1, town.Database.Count(Refused, IdOf(lead)));
    }

    [Fact]
    public async Task A_withdrawn_card_takes_no_answer()
    {
        const string sergeant = "Police sergeant";
        var card = await town.CardAsync(sergeant, "prep.answer");
        var action = CardReader.Button(card.Card, "prep.answer")!;
        Assert.True(town.Services.Changes.Cancel("review-one@sampleshire.example"));
        await town.UntilQuietAsync();

        var answer = await town.ClickAsync(sergeant, card, action, ("sentToChair", "false"));

        Assert.Equal(ActionAnswer.CardType, answer.Type);
        Assert.Null(CardReader.Button((JsonObject)answer.Value!, "prep.answer"));
        Assert.Equal(0, town.Database.Count(Effects, IdOf(sergeant)));
        Assert.Equal(1, town.Database.Count(Refused, IdOf(sergeant)));
    }

    [Fact]
    public async Task An_action_from_another_tenant_is_forbidden()
    {
        var activity = town.Activity("Headteacher", "prep.answer", Data(await town.CardAsync("Headteacher", "prep.answer"), "prep.answer"));
        var elsewhere = Ids.RandomGuid().ToString();
        activity["conversation"]!["tenantId"] = elsewhere;
        activity["channelData"]!["tenant"]!["id"] = elsewhere;

        Assert.Equal(403, (await town.PostAsync(activity)).Http);
        Assert.Equal(0, town.Database.Count(Effects, IdOf("Headteacher")));
    }

    [Fact]
    public async Task An_automatic_refresh_shows_the_card_and_has_no_effect()
    {
        var data = Data(await town.CardAsync("Headteacher", "prep.answer"), "prep.answer");
        data["familyShared"] = "notYet";

        var (http, body) = await town.PostAsync(town.Activity("Headteacher", "prep.answer", data, "automatic"));

        Assert.Equal(200, http);
        Assert.Equal(ActionAnswer.CardType, body.Text("type"));
        Assert.Equal(0, town.Database.Count(Effects, IdOf("Headteacher")));
        Assert.Equal(0, town.Database.Count("SELECT COUNT(*) FROM Marks WHERE Actor = $p0", IdOf("Headteacher")));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("""{"k":"not a guid","v":1}""")]
    [InlineData("""{"k":17,"v":1}""")]
    [InlineData("""{"k":null,"v":null}""")]
    [InlineData("""{"k":"KEY","v":99999999999999999999999999}""")]
    [InlineData("""{"k":"KEY","v":-1}""")]
    [InlineData("""{"k":"KEY","v":1.5e300}""")]
    [InlineData("""{"k":"KEY","v":2147483647,"familyShared":"notYet"}""")]
    [InlineData("""{"k":"KEY","v":1,"familyShared":{"a":[1]},"sentToChair":[],"hardToSay":7,"sentOn":true}""")]
    [InlineData("""{"k":"KEY","v":1,"sentToChair":"true","sentOn":"31st of June"}""")]
    [InlineData("""{"k":"KEY","v":1,"familyShared":"LONG","whyNotYet":"LONG"}""")]
    public async Task Malformed_data_is_never_a_failure_of_ours(string json)
    {
        var key = Data(await town.CardAsync("Headteacher", "prep.answer"), "prep.answer").Text("k")!;
        var text = json.Replace("KEY", key, StringComparison.Ordinal).Replace("LONG", new string('x', 50_000), StringComparison.Ordinal);

        foreach (var verb in new[] { "prep.answer", "flag.raise", "escalation.raise", "no.such.verb", "" })
        {
            var (http, body) = await town.PostAsync(town.Activity("Headteacher", verb, JsonNode.Parse(text)));

            Assert.InRange(http, 200, 499);
            Assert.True(body?["statusCode"] is not { } status || status.GetValue<int>() < 500, $"{verb} {json}: {body}");
        }

        Assert.Equal(0, town.Database.Count(Effects, IdOf("Headteacher")));
    }

    private static JsonObject Data(ChatMessage message, string verb) =>
        (JsonObject)CardReader.Button(message.BaseCard, verb)!.Object("data")!.DeepClone();

    private string IdOf(string role) => town.Who(role).Id.ToString().ToUpperInvariant();
}
