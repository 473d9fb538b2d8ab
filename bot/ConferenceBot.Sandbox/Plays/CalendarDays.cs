using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>Days, hours and series: what the calendar means by a time is what the card shows.</summary>
internal static class CalendarDays
{
    private const int Week = 7, Occurrences = 3;

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("A series over the end of summer time; each occurrence is a conference at its own hour", SeriesAsync),
        new("One occurrence is moved; only its card gives way", MovedOccurrenceAsync),
        new("One occurrence gets another room; nobody is told again", ExceptionAsync),
        new("One occurrence is cancelled; only its card is withdrawn", CancelledOccurrenceAsync),
        new("An event of a whole day; the card shows that day", AllDayAsync),
        new("The day on which clocks go back; the card shows the hour by the new time", stage => AtAsync(stage, ClocksGoBack(stage), "GMT Standard Time")),
        new("A time zone by its Windows name; the card shows the hour in London", stage => ZoneAsync(stage, "W. Europe Standard Time")),
        new("A time zone by its IANA name; the card shows the hour in London", stage => ZoneAsync(stage, "America/New_York")),
    ];

    /// <summary>Two weeks before clocks go back, two weeks apart, and so on: at 10:00 by the clocks of London each time.</summary>
    private static async Task<string> SeriesAsync(Stage stage)
    {
        var first = ClocksGoBack(stage).AddDays(-Week + 2);
        var planned = stage.Plan(first);
        if (!stage.Sandbox.Services.Desk.Add(planned.Entry, [stage.Team()], every: Week, count: Occurrences))
            throw new NotObservedException("the series could not be booked");
        stage.Keep("series", planned.Entry.Uid);
        stage.Keep("series person", planned.Person.Mail);
        var list = await stage.SeeAsync(() => stage.Chat(planned.Person).LastOrDefault(message => message.From == "bot" && Days(stage).All(start => Shows(message, start))),
            () => $"no card with all of {string.Join("; ", Days(stage).Select(CalendarScene.Words))}: {Shown(stage)}");
        var summer = TimeZones.Find("Europe/London")!.IsDaylightSavingTime(Days(stage)[0]) && !TimeZones.Find("Europe/London")!.IsDaylightSavingTime(Days(stage)[^1]);
        return summer ? $"{Occurrences} occurrences in activity {list.Id}" : throw new NotObservedException("the series does not go over the end of summer time");
    }

    private static async Task<string> MovedOccurrenceAsync(Stage stage)
    {
        var (person, second) = (Person(stage), Entries(stage)[1]);
        var (before, start) = (stage.CountFromBot(person), second.Start.AddDays(1));
        stage.Sandbox.Services.Desk.Move(new CalendarPlace(second.Key), start, start.AddHours(1));
        var card = await stage.SeePromptAsync(person, start);
        return stage.CountFromBot(person) == before + 1
            ? $"{second.Key[^20..]} moved, activity {card.Id}"
            : throw new NotObservedException($"{stage.CountFromBot(person) - before} messages came of one move");
    }

    private static async Task<string> ExceptionAsync(Stage stage)
    {
        var (person, first) = (Person(stage), Entries(stage)[0]);
        var before = stage.CountFromBot(person);
        stage.Sandbox.Services.Desk.Change(new CalendarPlace(first.Key), entry => entry with { Location = "Sampleshire House, room 3" });
        return stage.Sandbox.Services.Calendar.Find(first.Key) is { Type: "exception" }
            ? "an exception; " + await stage.SeeNothingAsync(person, before)
            : throw new NotObservedException("the occurrence did not become an exception");
    }

    private static async Task<string> CancelledOccurrenceAsync(Stage stage)
    {
        var (person, moved) = (Person(stage), Entries(stage).Single(entry => stage.Sandbox.Services.Calendar.WasMoved(entry.Key)));
        var (card, before) = (stage.PromptAt(person, moved.Start)!, stage.CountFromBot(person));
        stage.Sandbox.Services.Desk.Cancel(new CalendarPlace(moved.Key));
        var seen = await stage.SeeWithdrawnAsync(person, card);
        await stage.SeeNothingAsync(person, before);
        return Entries(stage).Count == Occurrences - 1 ? seen : throw new NotObservedException("other occurrences went as well");
    }

    private static async Task<string> AllDayAsync(Stage stage)
    {
        var day = new DateTimeOffset(stage.Now.UtcDateTime.Date.AddDays(4 * Week), TimeSpan.Zero);
        var planned = stage.Plan(day);
        stage.Book(planned with { Entry = planned.Entry with { IsAllDay = true, End = day.AddDays(1) } });
        var words = CalendarScene.Words(day).Split(',')[0];
        var card = await stage.SeeAsync(() => stage.Prompts(planned.Person).LastOrDefault(message => message.BaseCard!.ToJsonString().Contains(words, StringComparison.Ordinal)),
            () => $"no card of {words}: {stage.Describe(planned.Person)}");
        return $"{words}, activity {card.Id}";
    }

    private static async Task<string> AtAsync(Stage stage, DateTimeOffset start, string zone)
    {
        var planned = stage.Plan(start);
        var (booked, card) = await stage.BookAndSeeAsync(planned with { Entry = planned.Entry with { Zone = zone } });
        return $"{CalendarScene.Words(booked.Entry.Start)}, activity {card.Id}";
    }

    private static Task<string> ZoneAsync(Stage stage, string zone) => AtAsync(stage, stage.InDays(4 * Week, zone: zone), zone);

    /// <summary>10:00 on the last Sunday of October.</summary>
    private static DateTimeOffset ClocksGoBack(Stage stage)
    {
        var day = new DateTime(stage.Now.Year, 10, 31, 10, 0, 0, DateTimeKind.Unspecified);
        day = day.AddDays(-(int)day.DayOfWeek);
        return new DateTimeOffset(day, TimeZones.Find("Europe/London")!.GetUtcOffset(day)).ToUniversalTime();
    }

    private static Council.Person Person(Stage stage) => stage.Sandbox.Services.Tenant.FindByMail(stage.Kept("series person"))!;

    private static List<CalendarEntry> Entries(Stage stage) =>
        [.. stage.Sandbox.Services.Calendar.Entries().Where(entry => entry.Uid == stage.Kept("series") && entry.Type != "seriesMaster")];

    private static List<DateTimeOffset> Days(Stage stage) => [.. Entries(stage).Select(entry => entry.Start)];

    private static bool Shows(Connector.ChatMessage message, DateTimeOffset start) =>
        message.BaseCard?.ToJsonString().Contains(CalendarScene.Words(start), StringComparison.Ordinal) ?? false;

    private static string Shown(Stage stage) => string.Join(" | ", stage.Chat(Person(stage)).Select(message => message.BaseCard?.ToJsonString() ?? message.Text));
}
