using System.Globalization;
using System.Text.Json.Nodes;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <param name="Summary">The line of the toast: neutral, readable by anyone.</param>
internal sealed record DrawnCard(JsonObject Card, string Summary);

/// <summary>Draws the facts of a card in words and JSON. Pure: the same facts give the same card.</summary>
internal static class CardDrawer
{
    public static DrawnCard Draw(CardContent content, CardStamp stamp, CultureInfo culture) =>
        new(new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["lang"] = culture.TwoLetterISOLanguageName, ["body"] = new JsonArray() }, "");

    /// <param name="due">Local; null when nothing is due.</param>
    /// <param name="today">Local day of sending: a day a week or more away is then said with its date.</param>
    public static string Toast(ToastKind kind, DateTimeOffset? due, CultureInfo culture, DateOnly? today = null) => "";
}
