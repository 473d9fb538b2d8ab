using System.Reflection;
using System.Text.Json.Nodes;
using ConferenceBot.Cards;
using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>A card's id is no key: whoever has it can do with it only what is theirs to do, and only what is on the card.</summary>
public sealed class ForeignCardTests : IAsyncLifetime
{
    private const string Written = "zqx <at>Chair</at> [here](https://evil.example) **bold** {{DATE(2026-01-01,SHORT)}} \u202Ekcab";

    private static readonly string[] OfPrompt = [Verbs.AnswerReport, Verbs.CorrectReport, Verbs.OpenItem, Verbs.Back, Verbs.OpenFlagForm, Verbs.RaiseFlag];

    private static readonly string[] OfAlert =
        [Verbs.ReadFlag, Verbs.PlanFlag, Verbs.CorrectPlan, Verbs.ShowFlagText, Verbs.ShowEscalationText, Verbs.OpenItem, Verbs.Back];

    private static readonly string[] Looks = [Verbs.HideFlagText, Verbs.HideEscalationText];

    private WholeBot bot = null!;

    private static IEnumerable<string> All =>
        typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(verb => (string)verb.GetRawConstantValue()!);

    public async ValueTask InitializeAsync() => bot = await WholeBot.StartAsync(silent: true);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Somebody_elses_card_shows_nothing_and_does_nothing_whatever_is_pressed()
    {
        foreach (var card in new[] { await Desk.PromptAsync(bot), await Desk.AlertAsync(bot, Written) })
        {
            foreach (var verb in All.Append("nobody.knows"))
            {
                var (status, body) = await bot.PostAsync(Desk.Press(card, verb, Typed).With("from.aadObjectId", "c0000000-0000-4000-8000-000000000077"));
                Assert.Equal((200, "application/vnd.microsoft.activity.message"), (status, (string)body!["type"]!));
                Assert.DoesNotContain("zqx", body.ToJsonString(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(0, bot.Count("SELECT COUNT(*) FROM Marks"));
        Assert.Equal(2 * (All.Count() + 1), bot.Count("SELECT COUNT(*) FROM Audit"));
        Assert.Equal(bot.Count("SELECT COUNT(*) FROM Audit"), bot.Count("SELECT COUNT(*) FROM Audit WHERE Act = 'refused.NotYourCard'"));
    }

    [Fact]
    public async Task What_is_not_on_a_card_cannot_be_done_with_it()
    {
        var prompt = await Desk.PromptAsync(bot);
        var alert = await Desk.AlertAsync(bot, Written);
        foreach (var (card, own) in new[] { (prompt, OfPrompt), (alert, OfAlert) })
        {
            foreach (var verb in All.Except(own).Except(Looks))
            {
                var (status, body) = await bot.PostAsync(Desk.Press(card, verb, Typed));
                Assert.Equal(200, status);
                Assert.DoesNotContain("zqx", body!.ToJsonString(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(0, bot.Count("SELECT COUNT(*) FROM Marks"));
        Assert.Equal(0, bot.Count("SELECT COUNT(*) FROM Audit WHERE Act NOT LIKE 'refused.%'"));
        Assert.Equal(1, bot.Count("SELECT COUNT(*) FROM ProtectedTexts"));
    }

    [Fact]
    public async Task What_somebody_wrote_is_only_ever_a_run_of_text()
    {
        var (_, body) = await bot.PostAsync(Desk.Press(await Desk.AlertAsync(bot, Written), Verbs.ShowFlagText));
        var places = new List<string>();
        Collect(body!["value"]!, "", places);
        Assert.Equal(["TextRun"], places);
        var card = body["value"]!.ToJsonString();
        Assert.DoesNotContain("{{", card, StringComparison.Ordinal);
        Assert.DoesNotContain("u202E", card, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"entities\"", card, StringComparison.Ordinal);
    }

    private static (string, string)[] Typed =>
        [("seen", "zqx"), ("tried", "zqx"), ("wanted", "zqx"), ("reason", "zqx"), ("sentToChair", "false"), ("familyShared", "all"), ("conference", "zqx")];

    /// <summary>The types of the elements in which the words are.</summary>
    private static void Collect(JsonNode? node, string type, List<string> places)
    {
        if (node is JsonObject fields)
        {
            foreach (var (_, value) in fields)
                Collect(value, (string?)fields["type"] ?? type, places);
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
                Collect(item, type, places);
        }
        else if (node is JsonValue value && value.TryGetValue<string>(out var text) && text.Contains("zqx", StringComparison.Ordinal))
        {
            places.Add(type);
        }
    }
}
