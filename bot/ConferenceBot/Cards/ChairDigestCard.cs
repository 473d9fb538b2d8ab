using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The picture of the paperwork for the chair: a line, two bars whose words say the same, and a table by agency.</summary>
internal static class ChairDigestCard
{
    /// <summary>Rows of the table; more are a count.</summary>
    private const int MostRows = 20;

    /// <summary>A bar of more blocks than this does not fit on a phone.</summary>
    private const int MostBlocks = 16;
    private const char Done = '\u25B0';
    private const char Open = '\u25B1';

    public static Sketch Draw(ChairDigestContent content, Pen pen) => new(
        pen.Say("ChairDigest.First", pen.Dates.Full(content.Conference.Start)),
        Toasts.Line(pen.Words, ToastKind.Quiet, null, null),
        [
            .. pen.Conference(content.Conference),
            pen.Line(
                content.Agencies.Length == 1 ? "ChairDigest.Picture.One" : "ChairDigest.Picture",
                content.Sent, content.Agencies.Length, content.GoneThrough) with { Weight = TextWeight.Bolder },
            .. Bar(content.Sent, content, pen, "ChairDigest.Bar.Sent"),
            .. Bar(content.GoneThrough, content, pen, "ChairDigest.Bar.GoneThrough"),
            .. content.Agencies.IsEmpty ? Array.Empty<CardElement>() : [Table(content, pen)],
            .. content.Agencies.Length > MostRows ? [pen.Line("List.More", content.Agencies.Length - MostRows)] : Array.Empty<CardElement>(),
            .. content.Agencies.Any(a => a.LateBooked) ? [pen.Subtle("ChairDigest.LateBooked")] : Array.Empty<CardElement>(),
            Items(content, pen),
            .. Unconfirmed(content, pen),
            Parts.Buttons(pen.Calendar(content.Conference)),
        ]) { Wide = true };

    private static IEnumerable<CardElement> Bar(int done, ChairDigestContent content, Pen pen, string key)
    {
        var all = content.Agencies.Length;
        if (all is 0 or > MostBlocks) yield break;
        var bar = new string(Done, done) + new string(Open, all - done);
        yield return new RichTextBlock
        {
            Inlines = [new TextRun { Text = bar + "  ", Color = TextColor.Accent }, new TextRun { Text = pen.Say(key, done, all) }],
            Spacing = Spacing.Small,
        };
    }

    private static Table Table(ChairDigestContent content, Pen pen) => new()
    {
        Columns = [new(3), new(2), new(2)],
        Spacing = Spacing.Medium,
        Rows =
        [
            Row(Bold(pen.Say("ChairDigest.Agency")), Bold(pen.Say("ChairDigest.Sent")), Bold(pen.Say("ChairDigest.Family"))),
            .. content.Agencies.Take(MostRows).Select(a => Row(
                new TextBlock { Text = PlainText.Of(a.Agency) },
                new TextBlock { Text = SentText(a, pen) },
                new TextBlock { Text = pen.Say($"AgencyFamilyState.{a.Family}") })),
        ],
    };

    private static string SentText(AgencyLine agency, Pen pen) => agency switch
    {
        { SentToChair: true } => pen.Say("ChairDigest.Yes"),
        { LateBooked: true } => pen.Say("ChairDigest.NotYetLate"),
        _ => pen.Say("ChairDigest.NotYet"),
    };

    private static TextBlock Items(ChairDigestContent content, Pen pen) => content.OpenItems switch
    {
        0 => pen.Line("ChairDigest.Items.None"),
        1 => pen.Line("ChairDigest.Items.One"),
        var count => pen.Line("ChairDigest.Items.Many", count),
    };

    private static IEnumerable<CardElement> Unconfirmed(ChairDigestContent content, Pen pen)
    {
        yield return content.Unconfirmed switch
        {
            0 => pen.Subtle("ChairDigest.Invited", content.Invited),
            1 => pen.Subtle("ChairDigest.Unconfirmed.One", content.Invited),
            var count => pen.Subtle("ChairDigest.Unconfirmed.Many", content.Invited, count),
        };
    }

    private static TextBlock Bold(string text) => new() { Text = text, Weight = TextWeight.Bolder };

    private static TableRow Row(params TextBlock[] cells) => new() { Cells = [.. cells.Select(c => new TableCell { Items = [c] })] };
}
