using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Record;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>What counts as a conference, what stops being one, and what never is.</summary>
internal static class CalendarLooks
{
    private const string Category = "Child protection conference";

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("A private event that says it is a conference; it is read as busy, and nothing else", PrivateAsync),
        new("A conference becomes private; its card is withdrawn", BecomesPrivateAsync),
        new("A meeting becomes a conference; its people are asked", BecomesAsync),
        new("A conference becomes another meeting; its card is withdrawn", StopsAsync),
        new("A date is no reference", stage => NeverAsync(stage, "ICPC 19/10/2026")),
        new("A telephone number is no reference", stage => NeverAsync(stage, "Initial child protection conference - tel 01632 960123")),
        new("A ten-digit number is no reference", stage => NeverAsync(stage, "RCPC 943 476 5919")),
    ];

    private static async Task<string> PrivateAsync(Stage stage)
    {
        const string reference = "CP-79999";
        var planned = stage.Plan(subject: "ICPC " + reference);
        planned = planned with { Entry = planned.Entry with { Sensitivity = "private", Categories = [Category] } };
        var (before, known) = (stage.CountFromBot(planned.Person), stage.Sandbox.Happened.Record.Conferences.Count);
        stage.Book(planned);
        await stage.SeeNothingAsync(planned.Person, before);
        var (look, record) = await LookAsync(stage, planned.Entry);
        if (record.Conferences.Count != known || record.Conferences.Concat(look).Any(one => one.ToJsonString().Contains(reference, StringComparison.Ordinal)))
            throw new NotObservedException("the record holds more of it than that somebody is busy");
        return look is [var only] && only.Text("outcome") == "Private" && only.Text("type") is null
            ? $"outcome {only.Text("outcome")}, no type, no conference, no card"
            : throw new NotObservedException($"the bot says of it {string.Join(", ", look.Select(one => one.ToJsonString()))}");
    }

    private static async Task<string> BecomesPrivateAsync(Stage stage)
    {
        var (booked, card) = await stage.BookAndSeeAsync();
        stage.Sandbox.Services.Desk.Mark(booked.Place, "private");
        return await stage.SeeWithdrawnAsync(booked.Person, card);
    }

    private static async Task<string> BecomesAsync(Stage stage)
    {
        var planned = stage.Plan(subject: "Team meeting");
        var before = stage.CountFromBot(planned.Person);
        stage.Book(planned);
        await stage.SeeNothingAsync(planned.Person, before);
        stage.Sandbox.Services.Desk.Rename(planned.Place, "Review child protection conference CP-31111");
        return $"activity {(await stage.SeePromptAsync(planned.Person, planned.Entry.Start)).Id}";
    }

    private static async Task<string> StopsAsync(Stage stage)
    {
        var (booked, card) = await stage.BookAndSeeAsync();
        stage.Sandbox.Services.Desk.Rename(booked.Place, "Team meeting");
        return await stage.SeeWithdrawnAsync(booked.Person, card);
    }

    private static async Task<string> NeverAsync(Stage stage, string subject)
    {
        var planned = stage.Plan(subject: subject);
        planned = planned with { Entry = planned.Entry with { Categories = [Category] } };
        var before = stage.CountFromBot(planned.Person);
        stage.Book(planned);
        await stage.SeeNothingAsync(planned.Person, before);
        var (look, _) = await LookAsync(stage, planned.Entry);
        return look is [var only] && only.Text("outcome") == "NoReference"
            ? $"outcome {only.Text("outcome")}, no card"
            : throw new NotObservedException($"the bot says of it {string.Join(", ", look.Select(one => one.ToJsonString()))}");
    }

    private static async Task<(List<System.Text.Json.Nodes.JsonNode> Look, HostRecord Record)> LookAsync(Stage stage, CalendarEntry entry)
    {
        await stage.Sandbox.Happened.AllAsync(stage.Cancellation);
        var record = stage.Sandbox.Happened.Record;
        return ([.. record.Looks[EventJson.Id(entry.Key, true)], .. record.Looks[EventJson.Id(entry.Key, false)]], record);
    }
}
