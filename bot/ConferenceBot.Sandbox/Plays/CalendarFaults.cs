using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Hosting;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>
/// Calendar and directory broken in each way while a conference is booked: /health says so, and once it works again the bot comes back by itself
/// and the person is asked after all.
/// </summary>
internal static class CalendarFaults
{
    private const int Team = 0, East = 1;

    private static readonly (string Mode, string Sentence)[] Broken =
    [
        ("404", "The mailbox is gone"),
        ("403", "The consent for a calendar is withdrawn"),
        ("429", "A calendar asks the bot to wait some seconds"),
        ("429-date", "A calendar asks the bot to wait until a time"),
        ("500", "A calendar fails"),
        ("503", "A calendar is out of service"),
        ("truncated", "Half pages arrive of a calendar"),
    ];

    private static readonly (string Mode, string Sentence)[] Odd =
    [
        ("410", "A calendar has forgotten where the bot had read to"),
        ("empty", "A calendar gives empty pages"),
        ("repeat", "A calendar gives every page twice"),
    ];

    private static readonly (string Mode, string Sentence)[] Unknown =
    [
        ("503", "The directory is away"),
        ("429", "The directory asks the bot to wait"),
        ("403", "The consent for the directory is withdrawn"),
        ("batch", "One part of a batch of look-ups fails"),
    ];

    public static IEnumerable<string> MailboxModes => [.. Broken.Concat(Odd).Select(one => one.Mode), "timeout"];

    public static IEnumerable<string> DirectoryModes => [.. Unknown.Select(one => one.Mode), "skew"];

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        .. Broken.Select(one => new PlayStep($"{one.Sentence} while a conference is booked; /health says so, and the card comes afterwards",
            stage => OutageAsync(stage, "mailbox", one.Mode))),
        new("A calendar does not answer; /health says so, and the card comes afterwards", stage => OutageAsync(stage, "mailbox", "timeout")),
        .. Odd.Select(one => new PlayStep($"{one.Sentence}; a card comes all the same, once", stage => OddAsync(stage, one.Mode))),
        .. Unknown.Select(one => new PlayStep($"{one.Sentence} while a conference is booked; /health says so, and the card comes afterwards",
            stage => OutageAsync(stage, "directory", one.Mode))),
        new("Microsoft's clock is ahead; /health says so, and a card comes all the same", SkewAsync),
        new("One calendar is gone; the other one is read and heard as before", OneGoneAsync),
    ];

    private static async Task<string> OutageAsync(Stage stage, string part, string mode)
    {
        var booked = stage.Plan();
        var before = stage.CountFromBot(booked.Person);
        var seen = await BrokenAsync(stage, part, mode, async () =>
        {
            stage.Book(booked);
            var unread = await SeeAsync(stage, health => health.At(Team)?.Problem is not null);
            if (stage.Sandbox.Services.Faults.Met(part) == 0)
                throw new NotObservedException("the bot never met the fault");
            return stage.CountFromBot(booked.Person) == before
                ? $"/health says {unread.At(Team)!.Problem}"
                : throw new NotObservedException("a card came although nothing could be read");
        });
        await SeeAsync(stage, health => health.At(Team) is { Problem: null });
        var card = await stage.SeePromptAsync(booked.Person, booked.Entry.Start);
        return $"{seen}, then nothing any more, activity {card.Id}";
    }

    private static async Task<string> OddAsync(Stage stage, string mode)
    {
        await stage.SettleQuietAsync();
        return await BrokenAsync(stage, "mailbox", mode, async () =>
        {
            var pages = stage.Sandbox.Services.Graph.Delta.PagesServed;
            var booked = stage.Book(stage.Plan());
            var card = await stage.SeeReadAsync(booked);
            await stage.SeeNothingAsync(booked.Person, stage.CountFromBot(booked.Person));
            return stage.Sandbox.Services.Faults.Met("mailbox") > 0
                ? $"{stage.Sandbox.Services.Graph.Delta.PagesServed - pages} pages, activity {card.Id}"
                : throw new NotObservedException("the bot never met the fault");
        });
    }

    private static async Task<string> SkewAsync(Stage stage)
    {
        var seen = await BrokenAsync(stage, "directory", "skew", async () =>
        {
            var (booked, card) = await stage.BookAndSeeAsync();
            var health = await SeeAsync(stage, one => one.SecondsAhead is not null);
            return $"/health says {health.SecondsAhead} s ahead, activity {card.Id}";
        });
        await stage.SettleQuietAsync();
        await SeeAsync(stage, one => one.SecondsAhead is null);
        return seen + ", then nothing any more";
    }

    private static async Task<string> OneGoneAsync(Stage stage)
    {
        var faults = stage.Sandbox.Services.Graph.Faults.Mailboxes;
        var missed = stage.Plan();
        string meanwhile;
        faults.TrySet(CalendarScene.East, "404");
        try
        {
            stage.Book(missed, CalendarScene.East);
            await SeeAsync(stage, health => health.At(East)?.Problem is not null);
            meanwhile = (await stage.SeeReadAsync(stage.Book(stage.Plan()))).Id;
            await SeeAsync(stage, health => health.At(East)?.Problem is not null && health.At(Team) is { Problem: null, Subscribed: true });
        }
        finally
        {
            faults.TrySet(CalendarScene.East, FaultCatalogue.On);
        }
        await SeeAsync(stage, health => health.At(East) is { Problem: null });
        var late = await stage.SeePromptAsync(missed.Person, missed.Entry.Start);
        return $"activity {meanwhile} meanwhile, {late.Id} when it was back";
    }

    private static Task<CalendarsHealth> SeeAsync(Stage stage, Func<CalendarsHealth, bool> wanted) => stage.AwaitAsync(
        async () => await stage.Sandbox.Health.ReadCalendarsAsync(stage.Cancellation) is { } health && wanted(health) ? health : null,
        () => "/health does not say so");

    private static async Task<string> BrokenAsync(Stage stage, string part, string mode, Func<Task<string>> act)
    {
        stage.Sandbox.Services.Faults.TrySet(part, mode);
        try
        {
            return await act();
        }
        finally
        {
            stage.Sandbox.Services.Faults.TrySet(part, FaultCatalogue.On);
        }
    }
}
