using System.Globalization;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>A conference of the play.</summary>
/// <param name="Person">Who is invited and, unless the step says otherwise, asked to prepare.</param>
internal sealed record Booked(CalendarEntry Entry, Person Person)
{
    public CalendarPlace Place => new(Entry.Uid);
}

/// <summary>What the play of the calendar does with a stage. Nobody plays in two steps of a day, so that nobody's cards are folded into a list.</summary>
internal static class CalendarScene
{
    public const string East = "conferences.east@sampleshire.example";
    private const string Ours = "played-", Prompt = "prep.answer";
    private const int DaysAhead = 28, UsualHour = 10, Minutes = 90;

    public static string Team(this Stage stage) => stage.Sandbox.Services.Mailboxes.Primary.Address;

    /// <returns>Somebody who writes reports and has played no part today.</returns>
    public static Person Free(this Stage stage)
    {
        var tenant = stage.Sandbox.Services.Tenant;
        string Mark(Person person) => $"played {stage.Now:yyyy-MM-dd} {person.Mail}";
        var free = tenant.People.FirstOrDefault(person => person is { AgencyKey: not (null or "school" or "police"), Awaits: false }
                && tenant.States[person.Id] == new AccountState() && !person.Groups.Contains(tenant.ChairsGroup) && !stage.HasKept(Mark(person)))
            ?? throw new NotObservedException("nobody is left who has played no part today");
        stage.Keep(Mark(free), free.Name);
        return free;
    }

    /// <summary>Deletes every conference of the play, sees every card withdrawn, and lets the next working morning come, so that everybody is free again.</summary>
    public static async Task<string> BeginAnotherDayAsync(this Stage stage)
    {
        var services = stage.Sandbox.Services;
        var ours = services.Mailboxes.All.SelectMany(box => box.Calendar.Entries()).Select(entry => entry.Uid)
            .Where(uid => uid.StartsWith(Ours, StringComparison.Ordinal)).Distinct().ToList();
        ours.ForEach(uid => services.Desk.Delete(new CalendarPlace(uid)));
        await stage.SettleQuietAsync();
        var open = services.Chats.All.Select(chat => chat.Person).Where(person => services.Tenant.States[person.Id] == new AccountState())
            .Sum(person => stage.Prompts(person).Count);
        if (open > 0)
            throw new NotObservedException($"{open} cards can still be answered");
        var days = 1;
        while (!services.Tenant.IsWorkingDay(DateOnly.FromDateTime(stage.InDays(days).UtcDateTime)))
            days++;
        await stage.WalkToAsync(stage.InDays(days));
        return $"{ours.Count} conferences deleted, no card can be answered, {Words(stage.Now)}";
    }

    /// <summary>An instant so many days from today, by the clocks of London.</summary>
    public static DateTimeOffset InDays(this Stage stage, int days, int hour = UsualHour, string zone = "Europe/London")
    {
        var found = TimeZones.Find(zone)!;
        var wall = TimeZoneInfo.ConvertTime(stage.Now, found).DateTime.Date.AddDays(days).AddHours(hour);
        return new DateTimeOffset(wall, found.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>Somebody plans a conference, not saved yet.</summary>
    public static Booked Plan(this Stage stage, DateTimeOffset? start = null, string? subject = null, Person? person = null)
    {
        var (who, at) = (person ?? stage.Free(), start ?? stage.InDays(DaysAhead));
        var number = 1;
        while (stage.HasKept($"event {number}"))
            number++;
        stage.Keep($"event {number}", who.Mail);
        var uid = string.Create(CultureInfo.InvariantCulture, $"{Ours}{number}@sampleshire.example");
        var chair = stage.Who("Conference chair, north");
        return new Booked(new CalendarEntry(uid, uid, "singleInstance")
        {
            Start = at,
            End = at.AddMinutes(Minutes),
            Subject = subject ?? string.Create(CultureInfo.InvariantCulture, $"RCPC CP-{30000 + number}"),
            Organizer = new Invitee("Conferences", stage.Team(), "required", "organizer"),
            Invitees = [Guest(chair), Guest(who)],
        }, who);
    }

    public static Booked Book(this Stage stage, Booked planned, params string[] mailboxes) =>
        stage.Sandbox.Services.Desk.Add(planned.Entry, mailboxes.Length == 0 ? [stage.Team()] : mailboxes)
            ? planned
            : throw new NotObservedException("the conference could not be booked");

    /// <summary>Books a conference and waits until its person is asked to prepare for it, once.</summary>
    public static async Task<(Booked Conference, ChatMessage Card)> BookAndSeeAsync(this Stage stage, Booked? planned = null, params string[] mailboxes)
    {
        var booked = stage.Book(planned ?? stage.Plan(), mailboxes);
        return (booked, await stage.SeePromptAsync(booked.Person, booked.Entry.Start));
    }

    /// <summary>Waits until the bot has read the conference of its own accord, which makes a card due, and then lets it settle.</summary>
    public static async Task<ChatMessage> SeeReadAsync(this Stage stage, Booked booked)
    {
        await stage.AwaitAsync(async () => stage.PromptAt(booked.Person, booked.Entry.Start) is not null
            || await stage.Sandbox.Walk.LookAsync(stage.Cancellation) is { } seen && seen.Waiting.Contains("due") ? booked : null,
            () => "the bot has not read the calendar of its own accord");
        return await stage.SeePromptAsync(booked.Person, booked.Entry.Start);
    }

    public static Invitee Guest(Person person) => new(person.Name, person.Mail, "required", "notResponded");

    /// <summary>Cards of the person that can be answered.</summary>
    public static IReadOnlyList<ChatMessage> Prompts(this Stage stage, Person person) =>
        [.. stage.Chat(person).Where(message => message.From == "bot" && CardReader.Button(message.BaseCard, Prompt) is not null)];

    /// <summary>Lets the host settle and waits for the one card that can be answered and shows that time.</summary>
    public static async Task<ChatMessage> SeePromptAsync(this Stage stage, Person person, DateTimeOffset start)
    {
        var card = await stage.SeeAsync(() => stage.PromptAt(person, start),
            () => $"no card of {Words(start)} in the chat of {person.Name}; it shows {stage.Describe(person)}");
        return stage.Prompts(person).Count == 1 ? card : throw new NotObservedException($"{stage.Prompts(person).Count} cards are open where one was expected");
    }

    public static ChatMessage? PromptAt(this Stage stage, Person person, DateTimeOffset start) =>
        stage.Prompts(person).LastOrDefault(message => message.BaseCard!.ToJsonString().Contains(Words(start), StringComparison.Ordinal));

    /// <summary>Waits until the card can no longer be answered, and looks that nothing new came of it.</summary>
    public static async Task<string> SeeWithdrawnAsync(this Stage stage, Person person, ChatMessage card)
    {
        var before = stage.CountFromBot(person);
        var gone = await stage.SeeUpdatedAsync(person, card.Id, shown => CardReader.Button(shown, Prompt) is null);
        return stage.CountFromBot(person) == before ? $"card {gone.Id} withdrawn" : throw new NotObservedException("something new was sent as well");
    }

    /// <summary>Lets the host settle and looks that nobody was sent anything and no card has changed its state.</summary>
    public static async Task<string> SeeNothingAsync(this Stage stage, Person person, int before)
    {
        await stage.SettleQuietAsync();
        return stage.CountFromBot(person) == before
            ? $"{before} messages as before"
            : throw new NotObservedException($"{person.Name} was sent something: {stage.Describe(person)}");
    }

    /// <summary>Lets the host settle until it says that nothing is left to do.</summary>
    public static Task SettleQuietAsync(this Stage stage) => stage.AwaitAsync(
        async () => await stage.Sandbox.Walk.SettleAsync(stage.Cancellation) is { Quiet: true } quiet ? quiet : null,
        () => "the host does not come to rest: " + string.Join(", ", stage.Sandbox.Walk.Last?.Waiting ?? []));

    /// <summary>Somebody tells the chair about a safety concern through the card.</summary>
    public static async Task RaiseConcernAsync(this Stage stage, Person person, string card)
    {
        await stage.PressAsync(person, card, "flag.open");
        var form = await stage.SeeButtonAsync(person, "flag.raise");
        await stage.FillAndPressAsync(person, form.Id, "flag.raise",
            ("seen", "Shouting at the last meeting made two people leave."), ("familyTold", "true|yes|told|no"), ("indicators", "1"));
    }

    /// <summary>Day and time as a card shows them.</summary>
    public static string Words(DateTimeOffset start) =>
        TimeZoneInfo.ConvertTime(start, TimeZones.Find("Europe/London")!).ToString("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Waits until Graph has a live subscription to both calendars and the host's /health says that it hears them.</summary>
    public static async Task<string> SeeSubscribedAsync(this Stage stage, params Guid[] notThese)
    {
        var live = await stage.AwaitAsync(async () =>
        {
            var all = stage.Sandbox.Services.Notices.Book.All();
            var health = await stage.Sandbox.Health.ReadCalendarsAsync(stage.Cancellation);
            return all.Count == 2 && !all.Any(one => notThese.Contains(one.Id))
                && health is { Mailboxes.Count: 2 } && health.Mailboxes.All(one => one.Subscribed) ? all : null;
        }, () => $"{stage.Sandbox.Services.Notices.Book.All().Count} subscriptions stand where two new ones were expected, or /health does not say so");
        return "subscriptions " + string.Join(" and ", live.Select(one => one.Id.ToString("N")[..8]));
    }
}
