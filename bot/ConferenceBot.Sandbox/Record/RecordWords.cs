using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Record;

/// <summary>The host's codes in plain sentences.</summary>
internal sealed partial class RecordWords(Tenant tenant)
{
    public string Name(Guid? person) => person is { } id && tenant.Find(id) is { } found ? found.Name : "somebody";

    public string When(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, tenant.Zone).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    public static string Type(string? code) => code switch
    {
        "Initial" => "Initial conference",
        "FirstReview" => "First review conference",
        "Review" => "Review conference",
        "PreBirth" => "Pre-birth conference",
        "TransferIn" => "Transfer-in conference",
        "Reconvened" => "Reconvened conference",
        _ => "Conference",
    };

    /// <summary>What was made of an event, as the calendar shows it.</summary>
    public static string Recognition(JsonNode look) => look.Text("outcome") switch
    {
        "Recognised" when look.Flag("typeAssumed") => "Recognised as a conference; its type is not said, so the longest notice is taken.",
        "Recognised" => $"Recognised as {An(Type(look.Text("type")))}.",
        "Private" => "Private: not looked into.",
        "Unreadable" => "Could not be read: what is known of it stays as it is.",
        var outcome => $"Not recognised: {Because(outcome!)}.",
    };

    public string Left(string outcome, DateTimeOffset? start) =>
        $"An event{(start is { } at ? " on " + When(at) : "")} is left alone: {Because(outcome)}.";

    public static string Left(string outcome, int count) => $"{count} events are left alone: {Because(outcome)}.";

    public string Conference(string code, JsonNode? conference)
    {
        if (conference is null)
            return "A conference has changed.";
        var start = When(Iso.Read(conference.Text("start"))!.Value);
        if (code == "conference.seen")
            return $"Conference {conference.Text("reference")} is taken on: {An(Type(conference.Text("type")))} on {start}, "
                + $"{conference.Items("participants").Count()} people known, {Unknown(conference["unconfirmed"]?.GetValue<int>() ?? 0)}.";
        var what = code["conference.changed.".Length..].Split(", ").Select(part => part switch
        {
            "Moved" => "has moved to " + start,
            "Cancelled" => "is cancelled: nobody is asked any more",
            "People" => "has other people invited",
            _ => "is now " + An(Type(conference.Text("type"))),
        });
        return $"Conference {conference.Text("reference")} {string.Join(" and ", what)}.";
    }

    public string Act(string code, Guid? who) => code.StartsWith("refused.", StringComparison.Ordinal)
        ? $"Refused to {Name(who)}: {Spaced(code["refused.".Length..])}."
        : Acts.TryGetValue(code, out var text) ? $"Noted: {Name(who)} {text}." : $"Noted for {Name(who)}: {code}.";

    public string Decided(JsonNode notice) => $"{(notice.Text("why") == "moved" ? "Notice of the new date" : Card(notice.Text("card")))} for {Name(notice.Id("to"))} decided: {Why(notice)}.";

    public string Held(JsonNode notice)
    {
        var until = Iso.Read(notice.Text("until")) is { } at ? $" {Name(notice.Id("to"))} can be told from {When(at)}." : "";
        return notice.Text("held") switch
        {
            "onePromptADay" => "Not sent yet: one prompt a working day." + until,
            "outsideWorkingHours" => "Not sent yet: it is outside working hours." + until,
            "underWay" => "Not sent yet: a conference is under way, and screens are shared." + until,
            _ => "Not sent yet: it is gathered with what else is due.",
        };
    }

    public string Settled(JsonNode notice) => notice.Text("state") == "notNeeded"
        ? $"Nothing to tell {Name(notice.Id("to"))} any more: it was answered, overtaken or the conference has begun."
        : $"{Name(notice.Id("to"))} may be told now; several prompts become one list.";

    /// <returns>What became of it, and how a successful one went; null text when there is nothing to say yet.</returns>
    public (string? Text, string How) Delivery(JsonNode delivery)
    {
        var (name, card, result) = (Name(delivery.Id("person")), Card(delivery.Text("kind")), delivery.Text("result"));
        var attempt = delivery["attempt"]?.GetValue<int>() ?? 0;
        var how = attempt <= 1 ? "Sent at first attempt." : $"Sent at attempt {attempt}.";
        return (delivery.Text("state") switch
        {
            "Sent" => $"{card} reaches {name}.",
            "AwaitingInstall" => $"{card} for {name} waits: the bot is not installed for {name}, who counts as not reached.",
            "GivenUp" => $"{card} for {name} is given up after attempt {attempt}: {result}. The administrator sees it.",
            "NotNeeded" => $"{card} for {name} is not sent: there is nothing to say any more.",
            _ when result is not null => $"{card} for {name} did not go out at attempt {attempt}: {result}. It is tried again.",
            _ => null,
        }, how);
    }

    private string Why(JsonNode notice)
    {
        var due = Iso.Read(notice.Text("deadline")) is { } at ? Due(notice.Text("audience"), When(at)) : "";
        return notice.Text("why") switch
        {
            "prompt.Invitation" => "first prompt" + due,
            "prompt.HalfWay" => "half of the time has gone" + due,
            "prompt.DayBefore" => "the day before a deadline" + due,
            "prompt.Overdue" => "a deadline has passed" + due.Replace(" are due ", " were due ", StringComparison.Ordinal),
            var code => Reasons.GetValueOrDefault(code ?? "", "something has changed"),
        };
    }

    private static string Due(string? audience, string at) => audience switch
    {
        "chair" => $", reports to the chair are due {at}",
        "family" => $", reports to the family are due {at}",
        "both" => $", reports to the family and the chair are due {at}",
        "soon" => $", booked late: as soon as possible before {at}",
        _ => $", due {at}",
    };

    private static string Because(string outcome) => Outcomes.GetValueOrDefault(outcome, Spaced(outcome));

    private static string Card(string? kind) => Cards.GetValueOrDefault(kind ?? "", "A card");

    private static string An(string words) => (words[0] == 'I' ? "an " : "a ") + char.ToLowerInvariant(words[0]) + words[1..];

    private static string Unknown(int people) => people == 0 ? "all of them confirmed" : $"{people} not confirmed and never contacted";

    private static string Spaced(string code) => Humps().Replace(code, " $1").Trim().ToLowerInvariant();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Humps();
}
