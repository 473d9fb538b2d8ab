using System.Text.Json.Nodes;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Calendars;

/// <summary>The check's report for programs: the same facts and no more.</summary>
internal static class CheckJson
{
    public static JsonObject Of(CouncilKey council, CalendarWindow window, CheckedMailbox mailbox, bool all) => new()
    {
        ["council"] = council.Value,
        ["mailbox"] = mailbox.Number,
        ["from"] = Instant(window.From),
        ["until"] = Instant(window.Until),
        ["away"] = mailbox.Away,
        ["directoryAway"] = mailbox.DirectoryAway,
        ["findings"] = new JsonArray([.. mailbox.FindingsOf().Select(finding => JsonValue.Create(finding))]),
        ["counts"] = new JsonObject(Enum.GetValues<CheckOutcome>()
            .Select(outcome => KeyValuePair.Create<string, JsonNode?>(Name(outcome), mailbox.Of(outcome)))),
        ["events"] = new JsonArray([.. mailbox.Events.Where(one => all || one.Outcome < CheckOutcome.OtherMeeting).Select(Event)]),
    };

    private static JsonObject Event(CheckedEvent one) => new()
    {
        ["start"] = Instant(one.Slot.Start),
        ["end"] = Instant(one.Slot.End),
        ["outcome"] = Name(one.Outcome),
        ["why"] = CheckWords.Outcome(one.Outcome),
        ["type"] = one.Type?.ToString(),
        ["typeAssumed"] = one.TypeAssumed,
        ["invited"] = one.Invited,
        ["known"] = one.Known,
        ["cancelled"] = one.Marks.HasFlag(CheckMarks.Cancelled),
        ["series"] = one.Marks.HasFlag(CheckMarks.Series),
        ["allDay"] = one.Marks.HasFlag(CheckMarks.AllDay),
        ["sameAsInMailbox"] = one.SameAsIn,
    };

    private static string Name(CheckOutcome outcome) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
