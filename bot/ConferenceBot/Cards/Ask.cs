using System.Globalization;
using ConferenceBot.Cards.Schema;

namespace ConferenceBot.Cards;

/// <summary>Inputs, filled first with what the reader had typed before a refusal, then with what is recorded.</summary>
internal static class Ask
{
    /// <param name="limit">Characters, at most.</param>
    public static InputText Text(this Pen pen, string id, string labelKey, int limit, bool required = false) => new()
    {
        Id = id,
        Label = pen.Say(labelKey),
        MaxLength = limit,
        IsRequired = required ? true : null,
        ErrorMessage = required ? pen.Say("Input.Needed") : null,
        Value = Kept(pen, id) is { Length: > 0 } kept ? kept : null,
    };

    /// <summary>Comes filled with the likely day, so that most people need not touch it.</summary>
    public static InputDate Date(
        this Pen pen, string id, string labelKey, DateOnly recorded, DateOnly? min = null, DateOnly? max = null) => new()
    {
        Id = id,
        Label = pen.Say(labelKey),
        Value = DateWords.Wire(Day(Kept(pen, id)) ?? recorded),
        Min = min is { } first ? DateWords.Wire(first) : null,
        Max = max is { } last ? DateWords.Wire(last) : null,
        ErrorMessage = pen.Say(max is null ? "Input.Date" : "Input.PastDate"),
    };

    public static InputToggle Toggle(this Pen pen, string id, string labelKey, string titleKey, bool recorded) => new()
    {
        Id = id,
        Label = pen.Say(labelKey),
        Title = pen.Say(titleKey),
        Value = Kept(pen, id) switch
        {
            InputIds.Yes => InputIds.Yes,
            InputIds.No => InputIds.No,
            _ => recorded ? InputIds.Yes : InputIds.No,
        },
    };

    /// <summary>One choice of several, all to be seen.</summary>
    public static InputChoiceSet One(
        this Pen pen, string id, string labelKey, IEnumerable<InputChoice> choices, string? recorded, bool required = false)
    {
        InputChoice[] all = [.. choices];
        return new()
        {
            Id = id,
            Label = pen.Say(labelKey),
            Choices = all,
            Value = Offered(all, Kept(pen, id)) ?? Offered(all, recorded),
            IsRequired = required ? true : null,
            ErrorMessage = required ? pen.Say("Input.Choose") : null,
        };
    }

    /// <summary>One choice of several in a drop-down.</summary>
    public static InputChoiceSet Dropdown(
        this Pen pen, string id, string labelKey, IEnumerable<InputChoice> choices, string? recorded, bool required = false) =>
        pen.One(id, labelKey, choices, recorded, required) with
        {
            Style = ChoiceInputStyle.Compact,
            Placeholder = pen.Say("Input.Placeholder"),
        };

    public static InputChoiceSet Many(
        this Pen pen, string id, string labelKey, IEnumerable<InputChoice> choices, IEnumerable<string> recorded)
    {
        InputChoice[] all = [.. choices];
        var chosen = Kept(pen, id)?.Split(',', StringSplitOptions.TrimEntries) ?? recorded;
        var value = string.Join(',', chosen.Where(v => Offered(all, v) is not null).Distinct());
        return new()
        {
            Id = id,
            Label = pen.Say(labelKey),
            Choices = all,
            IsMultiSelect = true,
            Value = value.Length > 0 ? value : null,
        };
    }

    private static string? Kept(Pen pen, string id) => pen.Kept.GetValueOrDefault(id);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Offered(InputChoice[] choices, string? value) => choices.Any(c => c.Value == value) ? value : null;
}
