using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <param name="Summary">The line of the toast: neutral, readable by anyone.</param>
internal sealed record DrawnCard(JsonObject Card, string Summary);

/// <summary>Draws the facts of a card in words and JSON. Pure: the same facts give the same card.</summary>
internal static class CardDrawer
{
    public static DrawnCard Draw(CardContent content, CardStamp stamp, CultureInfo culture)
    {
        var pen = new Pen(stamp, Words.For(culture), content.Kept);
        var sketch = Sketch(content, pen);
        var card = new AdaptiveCard
        {
            Lang = pen.Words.Language,
            FallbackText = sketch.First,
            Body =
            [
                new TextBlock { Text = sketch.First, Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
                .. content.Refusal is { } refusal ? [pen.Refusal(refusal)] : Array.Empty<CardElement>(),
                .. sketch.Body,
            ],
            MsTeams = sketch.Wide ? new MsTeams { Width = "Full" } : null,
        };
        return new DrawnCard(JsonSerializer.SerializeToNode(card, CardJson.Default.AdaptiveCard)!.AsObject(), sketch.Toast);
    }

    /// <param name="due">Local; null when nothing is due.</param>
    /// <param name="today">Local day of sending: a day a week or more away is then said with its date.</param>
    public static string Toast(ToastKind kind, DateTimeOffset? due, CultureInfo culture, DateOnly? today = null) =>
        Toasts.Line(Words.For(culture), kind, due, today);

    private static Sketch Sketch(CardContent content, Pen pen) => content switch
    {
        PromptContent c => PromptCard.Draw(c, pen),
        DigestContent c => DigestCard.Draw(c, pen),
        ChairAlertContent c => ChairAlertCard.Draw(c, pen),
        ChairDigestContent c => ChairDigestCard.Draw(c, pen),
        SupportAskContent c => SupportAskCard.Draw(c, pen),
        FlagFormContent c => FlagFormCard.Draw(c, pen),
        FlagReceiptContent c => FlagReceiptCard.Draw(c, pen),
        EscalationFormContent c => EscalationFormCard.Draw(c, pen),
        EscalationAskContent c => EscalationAskCard.Draw(c, pen),
        EscalationRequestContent c => EscalationRequestCard.Draw(c, pen),
        AdministratorItemContent c => AdministratorItemCard.Draw(c, pen),
        PeopleListContent c => PeopleListCard.Draw(c, pen),
        PeopleContent c => PeopleCard.Draw(c, pen),
        AttendeeContent c => AttendeeCard.Draw(c, pen),
        MyConferencesContent c => MyConferencesCard.Draw(c, pen),
        HelpContent c => HelpCard.Draw(c, pen),
        PutAwayContent c => PutAwayCard.Draw(c, pen),
        _ => throw new UnreachableException(),
    };
}
