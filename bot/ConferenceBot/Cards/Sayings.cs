using System.Globalization;
using ConferenceBot.Domain;

namespace ConferenceBot.Cards;

/// <summary>Lines that are said without a card.</summary>
internal static class Sayings
{
    /// <summary>A refusal where there is no card of the person's own to show it on.</summary>
    public static string Refused(Refusal refusal, CultureInfo culture) => refusal is TextTooLong tooLong
        ? Words.For(culture).Say("Refusal.TextTooLong", tooLong.Limit)
        : Words.For(culture)[$"Refusal.{refusal.Code}"];

    /// <summary>The neutral line outside a personal chat, where a family may be reading.</summary>
    public static string Elsewhere(CultureInfo culture) => Words.For(culture)["Elsewhere"];

    /// <summary>The answer to an action that takes longer than Teams waits.</summary>
    public static string StillWorking(CultureInfo culture) => Words.For(culture)["StillWorking"];
}
