using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Cards;

/// <summary>The inputs of one invoke, by input id, capped in number and length.</summary>
internal sealed record ReplyInputs(ImmutableDictionary<string, string> Values)
{
    private const int MostInputs = 40;
    private const int MostChoices = 40;
    private const int KeyLimit = 64;

    public static ReplyInputs From(JsonElement data)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var member in data.EnumerateObject())
        {
            if (values.Count == MostInputs) break;
            if (NameOf(member) is not { Length: > 0 and <= KeyLimit } name) continue;
            if (name is InputIds.Card or InputIds.Version or InputIds.Verb) continue;
            if (TextOf(member.Value) is { } value) values[name] = Capped(value);
        }

        return new ReplyInputs(values.ToImmutable());
    }

    /// <summary>A member by name, the last of several; unlike the document's own search it stands names that are not Unicode.</summary>
    public static JsonElement? Find(JsonElement data, string name)
    {
        JsonElement? found = null;
        foreach (var member in data.EnumerateObject())
        {
            if (NameOf(member) == name) found = member.Value;
        }

        return found;
    }

    /// <summary>The text of a string, number or boolean; null for anything else and for text that is not Unicode.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => InputIds.Yes,
                JsonValueKind.False => InputIds.No,
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Trimmed; empty when missing.</summary>
    public string Text(string id) => Values.TryGetValue(id, out var value) ? value.Trim() : "";

    /// <summary>The chosen values, each once.</summary>
    public ImmutableArray<string> Several(string id) =>
    [
        .. Text(id).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal).Take(MostChoices),
    ];

    /// <summary>A day; null when empty; false when it cannot be read.</summary>
    public bool TryDay(string id, out DateOnly? day)
    {
        day = null;
        var text = Text(id);
        if (text.Length == 0) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        day = read;
        return true;
    }

    public bool TryTold(out FamilyTold? told)
    {
        told = Text(InputIds.FamilyTold) switch
        {
            "told" => FamilyTold.Told,
            "willTell" => FamilyTold.WillTell,
            "notSafeToTell" => FamilyTold.NotSafeToTell,
            _ => null,
        };
        return told is not null || Text(InputIds.FamilyTold).Length == 0;
    }

    /// <summary>A date beside a "not sent" or "not yet" is ignored; "sent" needs its date, since the reader knows no day.</summary>
    public bool TryAnswer([NotNullWhen(true)] out ReportAnswer? answer)
    {
        answer = null;
        DateOnly? sentOn = null, sharedOn = null;
        if (Is(InputIds.SentToChair) && (!TryDay(InputIds.SentOn, out sentOn) || sentOn is null)) return false;
        if (FamilyOf(Text(InputIds.FamilyShared)) is not { } family) return false;
        if (family is FamilyAnswer.All or FamilyAnswer.Some && !TryDay(InputIds.SharedOn, out sharedOn)) return false;
        if (HardOf(Text(InputIds.HardToSay)) is not { } hard || !TryTold(out var told)) return false;
        var why = family == FamilyAnswer.All || Text(InputIds.WhyNotYet) is not { Length: > 0 } reason ? null : reason;
        answer = new ReportAnswer(sentOn, family, sharedOn, why, Is(InputIds.NotSafe), hard, told);
        return true;
    }

    private bool Is(string id) => Text(id) == InputIds.Yes;

    private static FamilyAnswer? FamilyOf(string value) => value switch
    {
        "" => FamilyAnswer.NotAnswered,
        "all" => FamilyAnswer.All,
        "some" => FamilyAnswer.Some,
        "notYet" => FamilyAnswer.NotYet,
        _ => null,
    };

    private static HardToSay? HardOf(string value) => value switch
    {
        "" or InputIds.HardNone => new HardToSay.Nothing(),
        InputIds.HardSupport => new HardToSay.Support(),
        _ when value.StartsWith(InputIds.HardGround, StringComparison.Ordinal) && value.Length > InputIds.HardGround.Length =>
            new HardToSay.Ground(value[InputIds.HardGround.Length..]),
        _ => null,
    };

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Never cuts a character in two.</summary>
    private static string Capped(string value) => value.Length <= ReplyReader.InputLimit
        ? value
        : value[..(char.IsHighSurrogate(value[ReplyReader.InputLimit - 1]) ? ReplyReader.InputLimit - 1 : ReplyReader.InputLimit)];
}
