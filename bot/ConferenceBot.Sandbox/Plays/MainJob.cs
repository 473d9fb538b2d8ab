using System.Text.RegularExpressions;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.OwnCalendar;
using ConferenceBot.Sandbox.Page;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>
/// The whole job, on the sample or on somebody's own calendar: read, confirm, ask, answer, warn, escalate, move, cancel. In the sample the health
/// visitor, the safeguarding lead, the headteacher and the sergeant play; in a file whoever its cast names.
/// </summary>
internal static class MainJob
{
    private const string Practitioner = "practitioner", Colleague = "colleague", Moved = "moved", Cancelled = "cancelled";

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("The bot reads the conference calendar through Graph", CalendarIsRead),
        new("Nobody whose role is unknown has been sent anything", UnknownHearNothingAsync),
        new("They are confirmed as professionals, and the bot reads again", ConfirmAsync),
        new("The health visitor is asked to prepare", PractitionerIsAskedAsync,
            "A practitioner is asked to prepare"),
        new("She answers: sent to the chair, gone through with the family", AnswerAsync,
            "The practitioner answers: sent to the chair, gone through with the family"),
        new("Her card settles, in the copy that everybody keeps", AnswerSettlesAsync,
            "The card settles, in the copy that everybody keeps"),
        new("The school's safeguarding lead is asked to prepare", stage => PromptArrivesAsync(stage, Colleague, Company.Colleague(stage)),
            "A colleague who is invited too is asked to prepare"),
        new("He tells the chair about a safety concern", RaiseConcernAsync,
            "The colleague tells the chair about a safety concern"),
        new("The chair is warned at once", ChairIsWarnedAsync),
        new("The chair records a plan", ChairPlansAsync),
        new("The chair's own card settles", stage => SettlesAsync(stage, Company.Chair(stage), "alert", "flag.plan")),
        new("The safeguarding lead's card says that there is a plan", RaiserKnowsAsync,
            "The colleague's card says that there is a plan"),
        new("The health visitor types escalate and gets the form", FormArrivesAsync,
            "The practitioner types escalate and gets the form"),
        new("She asks for a decision", RaiseEscalationAsync,
            "The practitioner asks for a decision"),
        new("Her manager is asked", ManagerIsAskedAsync,
            "The practitioner's manager is asked"),
        new("The manager takes it on", TakeOnAsync),
        new("The manager's card settles", stage => SettlesAsync(stage, Company.Manager(stage), "ask", "escalation.takeOn")),
        new("The health visitor learns that it was taken on", RequesterKnowsAsync,
            "The practitioner learns that it was taken on"),
        new("The headteacher is asked to prepare for another conference", stage => PromptArrivesAsync(stage, Moved, Company.Moved(stage)),
            "Somebody else is asked to prepare for another conference"),
        new("That conference moves, and the old card gives way", MovedCardGivesWayAsync),
        new("The police sergeant is asked to prepare for a third one", stage => PromptArrivesAsync(stage, Cancelled, Company.Cancelled(stage)),
            "A third person is asked to prepare for a third one"),
        new("That conference is cancelled, and the card is withdrawn", CancelledCardIsWithdrawnAsync),
        new("No name, address or reference of the original calendar is in any chat", NoNameSurfaces),
    ];

    private static Task<string> CalendarIsRead(Stage stage) => stage.Sandbox.Services.Graph.Delta.FinishedRounds is [.., var last]
        ? Task.FromResult($"delta round {last[..12]}")
        : throw new NotObservedException("Graph has not finished a single delta round");

    private static List<Person> Unknown(Stage stage)
    {
        var tenant = stage.Sandbox.Services.Tenant;
        var unknown = tenant.People.Where(person => !tenant.Membership.IsKnown(person)).ToList();
        return unknown.Count > 0 ? unknown : throw new SkippedException("everybody is known");
    }

    /// <summary>Looks at noon of the first day, when everybody who is known has long been asked.</summary>
    private static async Task<string> UnknownHearNothingAsync(Stage stage)
    {
        var unknown = Unknown(stage);
        await AtNoonAsync(stage);
        return unknown.Find(person => stage.Chat(person).Any(message => message.From == "bot")) is { } told
            ? throw new NotObservedException($"{told.Name} was sent a message")
            : $"{unknown.Count} chats looked at";
    }

    private static async Task<string> ConfirmAsync(Stage stage)
    {
        Unknown(stage);
        var rounds = stage.Sandbox.Services.Graph.Delta.FinishedRounds.Count;
        var confirmed = await Confirming.ConfirmAsync(stage.Sandbox, null, stage.Cancellation);
        return stage.Sandbox.Services.Graph.Delta.FinishedRounds is { Count: var after } all && after > rounds
            ? $"{confirmed} people, delta round {all[^1][..12]}"
            : throw new NotObservedException("the bot has not read the calendar again");
    }

    private static async Task AtNoonAsync(Stage stage)
    {
        var noon = stage.Sandbox.Services.StartedAt.AddHours(4);
        if (stage.Now < noon)
            await stage.WalkToAsync(noon);
    }

    /// <summary>Without anybody to ask there is no main job: this is not skipped.</summary>
    private static Task<string> PractitionerIsAskedAsync(Stage stage)
    {
        try
        {
            return PromptArrivesAsync(stage, Practitioner, Company.Practitioner(stage));
        }
        catch (SkippedException why)
        {
            throw new NotObservedException(why.Message + ", so there is no main job to play");
        }
    }

    /// <summary>Waits for the prompt; of a list of several the first item is opened.</summary>
    private static async Task<string> PromptArrivesAsync(Stage stage, string part, Person person)
    {
        await AtNoonAsync(stage);
        var card = await stage.SeeAsync(
            () => stage.Chat(person).LastOrDefault(message => CardReader.Button(message.Card, "prep.answer") is not null
                || CardReader.Button(message.Card, "prep.open") is not null),
            () => $"no card with prep.answer or prep.open in the chat of {person.Name}; it shows {stage.Describe(person)}");
        if (CardReader.Button(card.Card, "prep.answer") is null)
            await stage.PressAsync(person, card.Id, "prep.open");
        return Keep(stage, "prompt of " + part, card);
    }

    private static async Task<string> AnswerAsync(Stage stage)
    {
        var (person, prompt) = (Company.Practitioner(stage), stage.Kept("prompt of " + Practitioner));
        stage.Keep("before", stage.Message(person, prompt).BaseCard!.ToJsonString());
        await stage.FillAndPressAsync(person, prompt, "prep.answer", ("sentToChair", "true"), ("familyShared", "true|yes|all|done|shared"));
        return "activity " + prompt;
    }

    /// <summary>The copy no longer asks; a list, which keeps its items, reads otherwise than before.</summary>
    private static async Task<string> AnswerSettlesAsync(Stage stage)
    {
        var person = Company.Practitioner(stage);
        var card = await stage.SeeUpdatedAsync(person, stage.Kept("prompt of " + Practitioner), shown =>
            CardReader.Button(shown, "prep.answer") is null && shown.ToJsonString() != stage.Kept("before"));
        return $"activity {card.Id}, updated {card.Updated} times";
    }

    private static async Task<string> RaiseConcernAsync(Stage stage)
    {
        var (person, prompt) = (Company.Colleague(stage), stage.Kept("prompt of " + Colleague));
        await stage.PressAsync(person, prompt, "flag.open");
        var form = await stage.SeeButtonAsync(person, "flag.raise");
        stage.Keep("concern", form.Id);
        await stage.FillAndPressAsync(person, form.Id, "flag.raise",
            ("seen", "Shouting at the last meeting made two people leave."), ("familyTold", "true|yes|told|no"), ("indicators", "1"));
        return "activity " + form.Id;
    }

    private static async Task<string> ChairIsWarnedAsync(Stage stage)
    {
        _ = stage.Kept("concern");
        var before = stage.Now;
        var alert = await stage.SeeButtonAsync(Company.Chair(stage), "flag.plan");
        return alert.SentAt == before
            ? Keep(stage, "alert", alert)
            : throw new NotObservedException($"the alert came only at {Iso.Write(alert.SentAt)}");
    }

    private static async Task<string> ChairPlansAsync(Stage stage)
    {
        await stage.FillAndPressAsync(Company.Chair(stage), stage.Kept("alert"), "flag.plan", ("plan", "separate|arrival|seating"));
        return "activity " + stage.Kept("alert");
    }

    private static async Task<string> RaiserKnowsAsync(Stage stage)
    {
        var (person, concern) = (Company.Colleague(stage), stage.Kept("concern"));
        var seen = await stage.SeeAsync(
            () => stage.Chat(person).LastOrDefault(message => message.Id != concern && message.BaseCard is { } card
                && CardReader.Button(card, "prep.answer") is null
                && CardReader.Texts(card).Contains("plan", StringComparison.OrdinalIgnoreCase)),
            () => $"no card in the sender's chat says that there is a plan; it shows {stage.Describe(person)}");
        return "activity " + seen.Id;
    }

    private static async Task<string> FormArrivesAsync(Stage stage)
    {
        await stage.SayAsync(Company.Practitioner(stage), "escalate");
        return Keep(stage, "form", await stage.SeeButtonAsync(Company.Practitioner(stage), "escalation.raise"));
    }

    private static async Task<string> RaiseEscalationAsync(Stage stage)
    {
        await stage.FillAndPressAsync(Company.Practitioner(stage), stage.Kept("form"), "escalation.raise",
            ("conference", "1"), ("reason", "1"), ("tried", "Asked the lead worker twice."), ("wanted", "Reports shared before the day."));
        return "activity " + stage.Kept("form");
    }

    private static async Task<string> ManagerIsAskedAsync(Stage stage)
    {
        _ = stage.Kept("form");
        return Keep(stage, "ask", await stage.SeeButtonAsync(Company.Manager(stage), "escalation.takeOn"));
    }

    private static async Task<string> TakeOnAsync(Stage stage)
    {
        await stage.FillAndPressAsync(Company.Manager(stage), stage.Kept("ask"), "escalation.takeOn");
        return "activity " + stage.Kept("ask");
    }

    private static async Task<string> RequesterKnowsAsync(Stage stage)
    {
        _ = stage.Kept("ask");
        var person = Company.Practitioner(stage);
        var seen = await stage.SeeAsync(
            () => stage.Chat(person).LastOrDefault(message => message.BaseCard is { } card
                && CardReader.Button(card, "escalation.raise") is null
                && (CardReader.Texts(card).Contains("taken on", StringComparison.OrdinalIgnoreCase)
                    || CardReader.Texts(card).Contains("took this on", StringComparison.OrdinalIgnoreCase))),
            () => $"no card in the requester's chat says that it was taken on; it shows {stage.Describe(person)}");
        return "activity " + seen.Id;
    }

    /// <summary>The sample's calendar moves it by itself; in a file it is moved here, a week on.</summary>
    private static async Task<string> MovedCardGivesWayAsync(Stage stage)
    {
        var (person, kept) = (Company.Moved(stage), "prompt of " + Moved);
        await ChangeAsync(stage, person, entry => CalendarActs.Move(stage.Sandbox, entry));
        var old = await SettlesAsync(stage, person, kept, "prep.answer");
        var renewed = await stage.SeeButtonAsync(person, "prep.answer", message => message.Id != stage.Kept(kept));
        return $"{old}, in its place {renewed.Id}";
    }

    private static async Task<string> CancelledCardIsWithdrawnAsync(Stage stage)
    {
        var person = Company.Cancelled(stage);
        await ChangeAsync(stage, person, entry => CalendarActs.Cancel(stage.Sandbox, entry));
        return await SettlesAsync(stage, person, "prompt of " + Cancelled, "prep.answer");
    }

    /// <summary>Walks past the calendar's own change of the person's conference, or makes the change when the calendar has none.</summary>
    private static async Task ChangeAsync(Stage stage, Person person, Func<Graph.CalendarEntry, bool> change)
    {
        var entry = Company.ConferenceOf(stage, person);
        if (stage.Sandbox.Services.Changes.NextOf(entry.Uid) is { } at)
            await stage.WalkToAsync(at.AddHours(1));
        else if (!change(entry))
            throw new NotObservedException("the calendar could not be changed");
    }

    private static Task<string> NoNameSurfaces(Stage stage)
    {
        var words = OriginalWords.Of(stage.Sandbox.Services.Tenant);
        if (words.Count == 0)
            throw new SkippedException("the calendar holds no name, address or reference");
        var shown = stage.Sandbox.Services.Chats.All.SelectMany(chat => chat.Messages()).Where(message => message.From == "bot")
            .Select(message => message.Text + message.Summary + message.Card?.ToJsonString()).ToList();
        var all = string.Join('\n', shown);
        var found = words.Index().Where(word => Regex.IsMatch(all, $@"(?<!\w){Regex.Escape(word.Item)}(?!\w)",
            OriginalWords.IsWord(word.Item) ? RegexOptions.None : RegexOptions.IgnoreCase)).ToList();
        return found.Count > 0
            ? throw new NotObservedException($"{found.Count} of the {words.Count} words looked for are in a message, the first is number {found[0].Index + 1}")
            : Task.FromResult($"{shown.Count} messages looked at for {words.Count} words");
    }

    /// <summary>Waits until the connector holds a base card without the button.</summary>
    private static async Task<string> SettlesAsync(Stage stage, Person person, string kept, string withoutVerb)
    {
        var card = await stage.SeeUpdatedAsync(person, stage.Kept(kept), shown => CardReader.Button(shown, withoutVerb) is null);
        return $"activity {card.Id}, updated {card.Updated} times";
    }

    private static string Keep(Stage stage, string name, ChatMessage message)
    {
        stage.Keep(name, message.Id);
        return "activity " + message.Id;
    }
}
