using System.Globalization;

namespace ConferenceBot.Cards;

/// <summary>
/// Days and times in the words of the resources: the program runs without the cultures of its machine. Every instant is taken as it
/// stands, with the council's local offset.
/// </summary>
internal sealed class DateWords(Words words)
{
    private const int DaysOfWeek = 7;

    /// <summary>"10:42".</summary>
    public static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"2026-05-14", as date inputs have it.</summary>
    public static string Wire(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"3 June".</summary>
    public string Day(DateOnly day) => words.Say("Date.Day", day.Day, words[$"Month.{day.Month}"]);

    /// <summary>"Thursday".</summary>
    public string Weekday(DateOnly day) => words[$"Day.{day.DayOfWeek}"];

    /// <summary>"Thursday 14 May".</summary>
    public string FullDay(DateOnly day) => words.Say("Date.FullDay", Weekday(day), day.Day, words[$"Month.{day.Month}"]);

    /// <summary>"Thursday 14 May, 10:00".</summary>
    public string Full(DateTimeOffset at) => words.Say("Date.Full", FullDay(Of(at)), Time(at));

    /// <summary>"Thursday 17:00" within a week of the day on which it is said, otherwise in full.</summary>
    public string Near(DateTimeOffset at, DateOnly from) =>
        IsNear(at, from) ? words.Say("Date.Near", Weekday(Of(at)), Time(at)) : Full(at);

    /// <summary>"10:42" on that day itself, otherwise in full.</summary>
    public string Moment(DateTimeOffset at, DateOnly today) => Of(at) == today ? Time(at) : Full(at);

    public static bool IsNear(DateTimeOffset at, DateOnly from) => Of(at).DayNumber - from.DayNumber is >= 0 and < DaysOfWeek;

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
