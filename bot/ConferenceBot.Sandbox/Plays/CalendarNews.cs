using System.Globalization;
using ConferenceBot.Sandbox.Faults;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>How the bot learns that a calendar has changed: by news alone, without any, in disorder, and over the life of a subscription.</summary>
internal static class CalendarNews
{
    private const double MostSeconds = 60;
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(6);

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("A conference is booked, and the news alone brings the card", AloneAsync),
        new("News is lost without a word; the next look at the calendar brings the card", SilentAsync),
        new("News is lost, and Microsoft says so afterwards; that brings the card", LostAsync),
        new("All news comes twice; there is one card", stage => DisorderAsync(stage, "twice")),
        new("The newest of the news comes first; there is one card", stage => DisorderAsync(stage, "reordered")),
        new("Microsoft asks whether the bot still wants to be told; it does, and hears on", stage => LifecycleAsync(stage, "reauthorizationRequired", anew: false)),
        new("Microsoft ends the subscriptions and says so; there are new ones, and nothing is lost", stage => LifecycleAsync(stage, "subscriptionRemoved", anew: true)),
        new("The subscriptions run out without a word; there are new ones, and nothing is lost", ExpiredAsync),
    ];

    private static async Task<string> AloneAsync(Stage stage)
    {
        await stage.SettleQuietAsync();
        var (machine, delivered) = (stage.Sandbox.Services.Machine, Delivered(stage));
        var rounds = stage.Sandbox.Services.Graph.Delta.FinishedRounds.Count;
        var began = machine.GetTimestamp();
        var booked = stage.Book(stage.Plan());
        var card = await stage.AwaitAsync(() => Task.FromResult(stage.PromptAt(booked.Person, booked.Entry.Start)),
            () => $"no card came; the chat shows {stage.Describe(booked.Person)}");
        var took = machine.GetElapsedTime(began).TotalSeconds;
        return (Delivered(stage) - delivered, stage.Sandbox.Services.Graph.Delta.FinishedRounds.Count - rounds) switch
        {
            (0, _) => throw new NotObservedException("the card came although no news was delivered"),
            (_, > 2) => throw new NotObservedException("the bot has looked at calendars by itself meanwhile"),
            _ when took >= MostSeconds => throw new NotObservedException($"it took {took:0} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s after the booking, activity {card.Id}"),
        };
    }

    private static async Task<string> SilentAsync(Stage stage)
    {
        var delivered = Delivered(stage);
        return await BrokenAsync(stage, "silent", async () =>
        {
            var (_, card) = await stage.BookAndSeeAsync();
            return Delivered(stage) == delivered && stage.Sandbox.Services.Faults.Met("notices") > 0
                ? $"{stage.Sandbox.Services.Faults.Met("notices")} lost, activity {card.Id}"
                : throw new NotObservedException("news got through");
        });
    }

    private static async Task<string> LostAsync(Stage stage)
    {
        var booked = stage.Plan();
        await BrokenAsync(stage, "lost", () =>
        {
            stage.Book(booked);
            return Task.FromResult(stage.PromptAt(booked.Person, booked.Entry.Start) is null ? "" : throw new NotObservedException("the card was there before"));
        });
        stage.Sandbox.Services.Notices.TellMissed();
        return "missed, activity " + (await stage.SeeReadAsync(booked)).Id;
    }

    /// <summary>Changes that come in disorder, of which the person is to see one card and no second word.</summary>
    private static Task<string> DisorderAsync(Stage stage, string mode) => BrokenAsync(stage, mode, async () =>
    {
        var delivered = Delivered(stage);
        var booked = stage.Plan();
        var before = stage.CountFromBot(booked.Person);
        stage.Book(booked);
        for (var room = 1; room <= 3; room++)
        {
            var place = $"Room {room}";
            stage.Sandbox.Services.Desk.Change(booked.Place, entry => entry with { Location = place });
        }

        var card = await stage.SeeReadAsync(booked);
        var posted = await stage.AwaitAsync(() => Task.FromResult(Delivered(stage) - delivered is var count and >= 2 ? (object)count : null),
            () => "no disorder was delivered");
        await stage.SeeNothingAsync(booked.Person, before + 1);
        return $"{posted} deliveries, one card, activity {card.Id}";
    });

    private static async Task<string> LifecycleAsync(Stage stage, string what, bool anew)
    {
        var old = stage.Sandbox.Services.Notices.Book.All();
        stage.Sandbox.Services.Notices.Lifecycle(what);
        var booked = stage.Book(stage.Plan());
        var live = await stage.SeeSubscribedAsync(anew ? [.. old.Select(one => one.Id)] : []);
        if (!anew)
        {
            await stage.AwaitAsync(() => Task.FromResult(stage.Sandbox.Services.Notices.Book.All() is var now
                && old.All(one => now.Any(next => next.Id == one.Id && next.Expires > one.Expires)) ? now : null), () => "the subscriptions were not renewed");
        }
        return $"{live}, activity {(await stage.SeeReadAsync(booked)).Id}";
    }

    /// <summary>Microsoft grants a few seconds at the next renewal and forgets the subscriptions before they are over.</summary>
    private static async Task<string> ExpiredAsync(Stage stage)
    {
        var book = stage.Sandbox.Services.Notices.Book;
        var old = book.All();
        book.Longest = Brief;
        stage.Sandbox.Services.Notices.Lifecycle("reauthorizationRequired");
        await stage.AwaitAsync(() => Task.FromResult(old.All(one => book.All().All(next => next.Id != one.Id || next.Expires < one.Expires)) ? book : null),
            () => "the subscriptions were not renewed for a short time");
        stage.Sandbox.Services.Notices.Expire();
        book.Longest = null;
        var booked = stage.Book(stage.Plan());
        var live = await stage.SeeSubscribedAsync([.. old.Select(one => one.Id)]);
        return $"{live}, activity {(await stage.SeeReadAsync(booked)).Id}";
    }

    private static int Delivered(Stage stage) => stage.Sandbox.Services.Notices.Post.Count("delivered");

    private static async Task<string> BrokenAsync(Stage stage, string mode, Func<Task<string>> act)
    {
        stage.Sandbox.Services.Faults.TrySet("notices", mode);
        try
        {
            return await act();
        }
        finally
        {
            stage.Sandbox.Services.Faults.TrySet("notices", FaultCatalogue.On);
        }
    }
}
