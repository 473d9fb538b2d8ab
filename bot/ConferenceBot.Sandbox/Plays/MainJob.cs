using ConferenceBot.Sandbox.Connector;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>
/// The whole job on the sample calendar: read, ask, answer, warn, escalate, move, cancel. The health visitor, the safeguarding lead,
/// the headteacher and the sergeant each have one conference, so that their cards are not folded into a digest.
/// </summary>
internal static class MainJob
{
    private const string HealthVisitor = "Health visitor";
    private const string SafeguardingLead = "Designated safeguarding lead";
    private const string Headteacher = "Headteacher";
    private const string Sergeant = "Police sergeant";
    private const string Chair = "Conference chair";
    private const string Manager = "Community health manager";

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("The bot reads the conference calendar through Graph", CalendarIsRead),
        new("The health visitor is asked to prepare", stage => PromptArrivesAsync(stage, HealthVisitor)),
        new("She answers: sent to the chair, gone through with the family", AnswerAsync),
        new("Her card settles, in the copy that everybody keeps", AnswerSettlesAsync),
        new("The school's safeguarding lead is asked to prepare", stage => PromptArrivesAsync(stage, SafeguardingLead)),
        new("He tells the chair about a safety concern", RaiseConcernAsync),
        new("The chair is warned at once", ChairIsWarnedAsync),
        new("The chair records a plan", ChairPlansAsync),
        new("The chair's own card settles", stage => SettlesAsync(stage, Chair, "alert", "flag.plan")),
        new("The safeguarding lead's card says that there is a plan", RaiserKnowsAsync),
        new("The health visitor types escalate and gets the form", FormArrivesAsync),
        new("She asks for a decision", RaiseEscalationAsync),
        new("Her manager is asked", ManagerIsAskedAsync),
        new("The manager takes it on", TakeOnAsync),
        new("The manager's card settles", stage => SettlesAsync(stage, Manager, "ask", "escalation.takeOn")),
        new("The health visitor learns that it was taken on", RequesterKnowsAsync),
        new("The headteacher is asked to prepare for another conference", stage => PromptArrivesAsync(stage, Headteacher)),
        new("That conference moves, and the old card gives way", MovedCardGivesWayAsync),
        new("The police sergeant is asked to prepare for a third one", stage => PromptArrivesAsync(stage, Sergeant)),
        new("That conference is cancelled, and the card is withdrawn", stage => ChangedAsync(stage, Sergeant)),
        new("No name from the calendar's subjects or of the family is in any chat", NoNameSurfaces),
    ];

    private static Task<string> CalendarIsRead(Stage stage) => stage.Sandbox.Services.Graph.Delta.FinishedRounds is [.., var last]
        ? Task.FromResult($"delta round {last[..12]}")
        : throw new NotObservedException("Graph has not finished a single delta round");

    private static async Task<string> PromptArrivesAsync(Stage stage, string role)
    {
        var noon = stage.Sandbox.Services.Tenant.Start.AddHours(4);
        if (stage.Now < noon)
            await stage.WalkToAsync(noon);
        return Keep(stage, "prompt of " + role, await stage.SeeButtonAsync(stage.Who(role), "prep.answer"));
    }

    private static async Task<string> AnswerAsync(Stage stage)
    {
        var (person, prompt) = (stage.Who(HealthVisitor), stage.Kept("prompt of " + HealthVisitor));
        await stage.FillAndPressAsync(person, prompt, "prep.answer", ("sentToChair", "true"), ("familyShared", "true|yes|all|done|shared"));
        return "activity " + prompt;
    }

    private static Task<string> AnswerSettlesAsync(Stage stage) =>
        SettlesAsync(stage, HealthVisitor, "prompt of " + HealthVisitor, "prep.answer");

    private static async Task<string> RaiseConcernAsync(Stage stage)
    {
        var (person, prompt) = (stage.Who(SafeguardingLead), stage.Kept("prompt of " + SafeguardingLead));
        await stage.PressAsync(person, prompt, "flag.open");
        var form = await stage.SeeButtonAsync(person, "flag.raise");
        stage.Keep("concern", form.Id);
        await stage.FillAndPressAsync(person, form.Id, "flag.raise",
            ("seen", "Shouting at the last meeting made two people leave."), ("familyTold", "true|yes|told|no"), ("indicators", "1"));
        return "activity " + form.Id;
    }

    private static async Task<string> ChairIsWarnedAsync(Stage stage)
    {
        var before = stage.Now;
        var alert = await stage.SeeButtonAsync(stage.Who(Chair), "flag.plan");
        return alert.SentAt == before
            ? Keep(stage, "alert", alert)
            : throw new NotObservedException($"the alert came only at {Iso.Write(alert.SentAt)}");
    }

    private static async Task<string> ChairPlansAsync(Stage stage)
    {
        await stage.FillAndPressAsync(stage.Who(Chair), stage.Kept("alert"), "flag.plan", ("plan", "separate|arrival|seating"));
        return "activity " + stage.Kept("alert");
    }

    private static async Task<string> RaiserKnowsAsync(Stage stage)
    {
        var person = stage.Who(SafeguardingLead);
        var seen = await stage.SeeAsync(
            () => stage.Chat(person).LastOrDefault(message => message.Id != stage.Kept("concern") && message.BaseCard is { } card
                && CardReader.Button(card, "prep.answer") is null
                && CardReader.Texts(card).Contains("plan", StringComparison.OrdinalIgnoreCase)),
            () => $"no card in the sender's chat says that there is a plan; it shows {stage.Describe(person)}");
        return "activity " + seen.Id;
    }

    private static async Task<string> FormArrivesAsync(Stage stage)
    {
        await stage.SayAsync(stage.Who(HealthVisitor), "escalate");
        return Keep(stage, "form", await stage.SeeButtonAsync(stage.Who(HealthVisitor), "escalation.raise"));
    }

    private static async Task<string> RaiseEscalationAsync(Stage stage)
    {
        await stage.FillAndPressAsync(stage.Who(HealthVisitor), stage.Kept("form"), "escalation.raise",
            ("conference", "1"), ("reason", "1"), ("tried", "Asked the lead worker twice."), ("wanted", "Reports shared before the day."));
        return "activity " + stage.Kept("form");
    }

    private static async Task<string> ManagerIsAskedAsync(Stage stage) =>
        Keep(stage, "ask", await stage.SeeButtonAsync(stage.Who(Manager), "escalation.takeOn"));

    private static async Task<string> TakeOnAsync(Stage stage)
    {
        await stage.FillAndPressAsync(stage.Who(Manager), stage.Kept("ask"), "escalation.takeOn");
        return "activity " + stage.Kept("ask");
    }

    private static async Task<string> RequesterKnowsAsync(Stage stage)
    {
        var person = stage.Who(HealthVisitor);
        var seen = await stage.SeeAsync(
            () => stage.Chat(person).LastOrDefault(message => message.BaseCard is { } card
                && CardReader.Button(card, "escalation.raise") is null
                && (CardReader.Texts(card).Contains("taken on", StringComparison.OrdinalIgnoreCase)
                    || CardReader.Texts(card).Contains("took this on", StringComparison.OrdinalIgnoreCase))),
            () => $"no card in the requester's chat says that it was taken on; it shows {stage.Describe(person)}");
        return "activity " + seen.Id;
    }

    private static async Task<string> MovedCardGivesWayAsync(Stage stage)
    {
        var old = await ChangedAsync(stage, Headteacher);
        var renewed = await stage.SeeButtonAsync(stage.Who(Headteacher), "prep.answer",
            message => message.Id != stage.Kept("prompt of " + Headteacher));
        return $"{old}, in its place {renewed.Id}";
    }

    /// <summary>Walks past the next change of the calendar and waits until the person's prompt no longer asks.</summary>
    private static async Task<string> ChangedAsync(Stage stage, string role)
    {
        var change = stage.Sandbox.Services.Changes.Next() ?? throw new NotObservedException("the calendar has no change left");
        await stage.WalkToAsync(change.AddHours(1));
        return await SettlesAsync(stage, role, "prompt of " + role, "prep.answer");
    }

    private static Task<string> NoNameSurfaces(Stage stage)
    {
        var chats = stage.Sandbox.Services.Chats.All;
        string[] names = ["Robin", "Exampleton", "Parent One", "CP-10482", "CP-10291", "204417"];
        var shown = chats.SelectMany(chat => chat.Messages()).Where(message => message.From == "bot")
            .Select(message => message.Text + message.Summary + message.Card?.ToJsonString()).ToList();
        return names.FirstOrDefault(name => shown.Any(text => text.Contains(name, StringComparison.OrdinalIgnoreCase))) is { } name
            ? throw new NotObservedException($"'{name}' is in a message")
            : Task.FromResult($"{shown.Count} messages looked at");
    }

    /// <summary>Waits until the connector holds a base card without the button.</summary>
    private static async Task<string> SettlesAsync(Stage stage, string role, string kept, string withoutVerb)
    {
        var card = await stage.SeeUpdatedAsync(stage.Who(role), stage.Kept(kept), shown => CardReader.Button(shown, withoutVerb) is null);
        return $"activity {card.Id}, updated {card.Updated} times";
    }

    private static string Keep(Stage stage, string name, ChatMessage message)
    {
        stage.Keep(name, message.Id);
        return "activity " + message.Id;
    }
}
