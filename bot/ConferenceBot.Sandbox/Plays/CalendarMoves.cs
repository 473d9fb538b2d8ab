using ConferenceBot.Sandbox.Connector;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>A conference that moves when people have been asked, and one that is booked late.</summary>
internal static class CalendarMoves
{
    private const int DaysAhead = 28, DaysOn = 7;
    private const string Moved = "A date has changed. Open when private.";

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("A conference moves when people have been asked; the old card gives way, one new one says so with the new deadline", MovesAsync),
        new("It moves three times in a moment; people are told of where it is now", OftenAsync),
        new("It is in a second calendar too, where it has not moved; that old copy does not move it back", StaleAsync),
        new("A conference is booked late; the card asks as soon as possible and calls nobody late", LateAsync),
    ];

    private static async Task<string> MovesAsync(Stage stage)
    {
        var (booked, old) = await stage.BookAndSeeAsync();
        var (before, due) = (stage.CountFromBot(booked.Person), First(old));
        var start = stage.InDays(DaysAhead + DaysOn, 14);
        stage.Sandbox.Services.Desk.Move(booked.Place, start, start.AddHours(1));
        var card = await stage.SeePromptAsync(booked.Person, start);
        var gone = await stage.SeeUpdatedAsync(booked.Person, old.Id, shown => CardReader.Button(shown, "prep.answer") is null);
        await stage.SeeNothingAsync(booked.Person, before + 1);
        if (card.Summary != Moved)
            throw new NotObservedException($"the notice says {card.Summary}");
        return First(card) != due
            ? $"activity {gone.Id} gives way to {card.Id}; \"{due}\" is now \"{First(card)}\""
            : throw new NotObservedException($"the deadline is still \"{due}\"");
    }

    private static async Task<string> OftenAsync(Stage stage)
    {
        var (booked, old) = await stage.BookAndSeeAsync();
        var before = stage.CountFromBot(booked.Person);
        var start = stage.InDays(DaysAhead);
        for (var turn = 1; turn <= 3; turn++)
            stage.Sandbox.Services.Desk.Move(booked.Place, start = stage.InDays(DaysAhead + turn), start.AddHours(1));
        var card = await stage.SeePromptAsync(booked.Person, start);
        await stage.SettleQuietAsync();
        var messages = stage.CountFromBot(booked.Person) - before;
        return messages is >= 1 and <= 3 && stage.Prompts(booked.Person).Count == 1 && card.Id != old.Id
            ? $"{messages} notices, one card can be answered, activity {card.Id}"
            : throw new NotObservedException($"{messages} messages came, {stage.Prompts(booked.Person).Count} cards can be answered");
    }

    private static async Task<string> StaleAsync(Stage stage)
    {
        var (booked, _) = await stage.BookAndSeeAsync(null, stage.Team(), CalendarScene.East);
        var start = stage.InDays(DaysAhead + DaysOn);
        stage.Sandbox.Services.Desk.Move(booked.Place with { Mailbox = stage.Team() }, start, start.AddHours(1));
        var card = await stage.SeePromptAsync(booked.Person, start);
        var before = stage.CountFromBot(booked.Person);
        stage.Sandbox.Services.Desk.Change(booked.Place with { Mailbox = CalendarScene.East }, entry => entry with { ShowAs = "tentative" });
        var seen = await stage.SeeNothingAsync(booked.Person, before);
        return stage.PromptAt(booked.Person, start)?.Id == card.Id
            ? $"activity {card.Id} still shows {CalendarScene.Words(start)}, {seen}"
            : throw new NotObservedException($"the card was brought back: {stage.Describe(booked.Person)}");
    }

    private static async Task<string> LateAsync(Stage stage)
    {
        var (_, card) = await stage.BookAndSeeAsync(stage.Plan(stage.InDays(1)));
        var text = CardReader.Texts(card.BaseCard!);
        return First(card).Contains("as soon as you can", StringComparison.Ordinal) && !text.Contains("overdue", StringComparison.OrdinalIgnoreCase)
            ? $"\"{First(card)}\", activity {card.Id}"
            : throw new NotObservedException($"the card says \"{First(card)}\"");
    }

    private static string First(ChatMessage card) => CardReader.Texts(card.BaseCard!).Split('\n')[0];
}
