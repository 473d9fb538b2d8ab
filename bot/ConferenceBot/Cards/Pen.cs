using System.Collections.Immutable;
using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Cards;

/// <summary>What every card is drawn with: its stamp, the reader's words and what the reader had typed before a refusal.</summary>
internal sealed record Pen(CardStamp Stamp, Words Words, ImmutableDictionary<string, string> Kept)
{
    public DateWords Dates => Words.Dates;

    public string Say(string key, params object[] facts) => Words.Say(key, facts);

    public TextBlock Line(string key, params object[] facts) => new() { Text = Say(key, facts) };

    public TextBlock Subtle(string key, params object[] facts) =>
        new() { Text = Say(key, facts), IsSubtle = true, Size = TextSize.Small };

    public TextBlock Title(string key, params object[] facts) =>
        new() { Text = Say(key, facts), Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading, Spacing = Spacing.Medium };

    /// <summary>The words of one entry of a pick-list: the council's own, else the shipped ones, else its key.</summary>
    public string Choice(string list, string key, ImmutableArray<Choice> choices) => PlainText.Of(
        choices.FirstOrDefault(c => c.Key == key)?.Text ?? Words.Find($"Choice.{list}.{key}") ?? key);

    public string Choice(string list, Choice choice) => Choice(list, choice.Key, [choice]);

    public IEnumerable<InputChoice> Choices(string list, ImmutableArray<Choice> choices) =>
        choices.Select(c => new InputChoice(Capital(Choice(list, c)), c.Key));

    /// <summary>A list of words as one text: "one; two".</summary>
    public string Several(string list, ImmutableArray<string> keys, ImmutableArray<Choice> choices) =>
        string.Join("; ", keys.Select(k => Capital(Choice(list, k, choices))));

    /// <summary>Words that stand alone, rather than in the middle of a sentence.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A button that sends the inputs of the card.</summary>
    public ActionExecute Main(string verb, string titleKey) => Execute(verb, Say(titleKey), Stamp, null) with { Style = "positive" };

    /// <summary>A button that sends the inputs too, beside the main one.</summary>
    public ActionExecute Other(string verb, string titleKey) => Execute(verb, Say(titleKey), Stamp, null);

    /// <summary>A button that sends no input, and so is not held up by an empty one.</summary>
    public ActionExecute Plain(string verb, string titleKey) => Execute(verb, Say(titleKey), Stamp, AssociatedInputs.None);

    /// <summary>Opens an item of a list by the item's own stamp.</summary>
    public static ActionExecute Open(CardStamp item, string title) => Execute(Verbs.OpenItem, title, item, AssociatedInputs.None);

    /// <summary>A button of a part of the card that has a stamp of its own.</summary>
    public static ActionExecute Of(CardStamp part, string verb, string title) => Execute(verb, title, part, AssociatedInputs.None);

    private static ActionExecute Execute(string verb, string title, CardStamp stamp, AssociatedInputs? inputs)
    {
        var id = stamp.Id.ToString("N");
        return new ActionExecute
        {
            Title = title,
            Verb = verb,
            Data = new ActionData(id, stamp.Version),
            AssociatedInputs = inputs,
            Fallback = new ActionSubmit { Title = title, Data = new ActionData(id, stamp.Version, verb), AssociatedInputs = inputs },
        };
    }
}
