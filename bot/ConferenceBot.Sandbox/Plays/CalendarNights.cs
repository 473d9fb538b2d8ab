using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Faults;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>A day and a night in which everything fails at once.</summary>
internal static class CalendarNights
{
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(4);

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("For 24 hours no news comes and Graph is away, subscriptions run out and the tokens end; nothing that changed is lost", LongNightAsync),
    ];

    private static async Task<string> LongNightAsync(Stage stage)
    {
        var services = stage.Sandbox.Services;
        var (moved, old) = await stage.BookAndSeeAsync();
        var (gone, card) = await stage.BookAndSeeAsync();
        var fresh = stage.Plan();
        var (before, start, began) = (services.Notices.Book.All(), stage.InDays(35, 14), stage.Now);
        int granted;
        services.Notices.Book.Longest = Brief;
        services.Notices.Lifecycle("reauthorizationRequired");
        await stage.AwaitAsync(() => Task.FromResult(before.All(one => services.Notices.Book.Find(one.Id.ToString()) is not { } now || now.Expires < one.Expires) ? before : null),
            () => "the subscriptions were not renewed for a short time");
        services.Faults.TrySet("notices", "silent");
        services.Faults.TrySet("graph", "off");
        try
        {
            stage.Book(fresh);
            services.Desk.Move(moved.Place, start, start.AddHours(1));
            services.Desk.Delete(gone.Place);
            await stage.Sandbox.Walk.LeapToAsync(began.AddDays(1), stage.Cancellation);
            await stage.AwaitAsync(async () => services.Notices.Book.All().Count == 0
                && await stage.Sandbox.Health.ReadCalendarsAsync(stage.Cancellation) is { } health && health.Mailboxes.All(one => one is { Problem: not null, Subscribed: false })
                ? health : null, () => "/health does not say that no calendar is read or heard");
            services.Tokens.EndAll();
            granted = services.Tokens.Granted;
        }
        finally
        {
            services.Notices.Book.Longest = null;
            services.Faults.TrySet("graph", FaultCatalogue.On);
            services.Faults.TrySet("notices", FaultCatalogue.On);
        }
        var live = await stage.SeeSubscribedAsync([.. before.Select(one => one.Id)]);
        await stage.AwaitAsync(async () => await stage.Sandbox.Health.ReadCalendarsAsync(stage.Cancellation) is { } health
            && health.Mailboxes.All(one => one.Problem is null) ? health : null, () => "/health still says that calendars are not read");
        await stage.SeeUpdatedAsync(gone.Person, card.Id, shown => CardReader.Button(shown, "prep.answer") is null);
        await stage.SeeUpdatedAsync(moved.Person, old.Id, shown => CardReader.Button(shown, "prep.answer") is null);
        var (renewed, asked) = (await stage.SeePromptAsync(moved.Person, start), await stage.SeePromptAsync(fresh.Person, fresh.Entry.Start));
        return services.Tokens.Granted == granted
            ? throw new NotObservedException("the bot was given no new token")
            : $"{live}; {services.Tokens.Granted - granted} new tokens; withdrawn {card.Id}, moved {renewed.Id}, new {asked.Id}";
    }
}
