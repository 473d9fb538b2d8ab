using System.Collections.Immutable;
using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>Blocks that several cards have.</summary>
internal static class Parts
{
    /// <summary>Reference, type and time of a conference, and that its date has changed.</summary>
    public static IEnumerable<CardElement> Conference(this Pen pen, ConferenceLine line)
    {
        yield return new TextBlock { Text = pen.ConferenceText(line), IsSubtle = true, Spacing = Spacing.Small };
        if (line.Moved) yield return pen.Line("Conference.Moved") with { Spacing = Spacing.Small };
    }

    public static string ConferenceText(this Pen pen, ConferenceLine line) => pen.Say(
        "Conference.Line", line.Reference.Value, pen.Say($"ConferenceType.{line.Type}"), pen.Dates.Full(line.Start));

    /// <summary>What to do when it cannot wait: on every card on which somebody might write instead of ringing.</summary>
    public static TextBlock Danger(this Pen pen, string dutyNumber, bool loud = false)
    {
        var line = string.IsNullOrWhiteSpace(dutyNumber) ? pen.Line("Danger.NoNumber") : pen.Line("Danger", dutyNumber);
        return loud
            ? line with { Weight = TextWeight.Bolder, Color = TextColor.Attention }
            : line with { IsSubtle = true, Size = TextSize.Small, Separator = true };
    }

    public static CardElement Refusal(this Pen pen, Refusal refusal) => new Container
    {
        Style = ContainerStyle.Attention,
        Items =
        [
            new TextBlock
            {
                Text = refusal is TextTooLong tooLong
                    ? pen.Say("Refusal.TextTooLong", tooLong.Limit)
                    : pen.Say($"Refusal.{refusal.Code}"),
                Weight = TextWeight.Bolder,
            },
        ],
    };

    /// <summary>What a person wrote, as it stands, in a block that says so and can be put away.</summary>
    public static CardElement Typed(this Pen pen, string hideVerb, params IEnumerable<(string LabelKey, string? Text)> texts)
    {
        var items = new List<CardElement> { pen.Subtle("Typed.Intro") };
        foreach (var (label, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            items.Add(new TextBlock { Text = pen.Say(label), Weight = TextWeight.Bolder });
            items.AddRange(PlainText.Lines(text).Select(
                line => new RichTextBlock { Inlines = [new TextRun { Text = line }], Spacing = Spacing.Small }));
        }

        items.Add(new ActionSet { Actions = [pen.Plain(hideVerb, "Button.Hide")] });
        return new Container { Style = ContainerStyle.Emphasis, Items = items, Spacing = Spacing.Medium };
    }

    public static FactSet Facts(this Pen pen, params IEnumerable<(string TitleKey, string? Value)> facts) => new()
    {
        Facts = [.. facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => new Fact(pen.Say(f.TitleKey), f.Value!))],
    };

    public static ActionSet Buttons(params IEnumerable<CardAction?> actions) => new()
    {
        Actions = [.. actions.OfType<CardAction>()],
        Spacing = Spacing.Medium,
    };

    /// <summary>The reader's own calendar on the day: says nothing about what is on it.</summary>
    public static ActionOpenUrl Calendar(this Pen pen, ConferenceLine line) => new()
    {
        Title = pen.Say("Button.Calendar"),
        Url = FormattableString.Invariant(
            $"https://outlook.office.com/calendar/view/day/{line.Start.Year}/{line.Start.Month}/{line.Start.Day}"),
    };

    public static string? Get(this ImmutableDictionary<string, string>? typed, string key) => typed?.GetValueOrDefault(key);
}
