namespace ConferenceBot.Domain.Conferences;

public static partial class BankHolidays
{
    private const int FirstSaintAndrewsDay = 2007;

    /// <summary>Standing holidays that were kept on another day, in every division.</summary>
    private static readonly (DateOnly Usual, DateOnly Instead)[] Moved =
    [
        (new(1995, 5, 1), new(1995, 5, 8)), // fifty years since VE Day
        (new(2002, 5, 27), new(2002, 6, 4)), // Golden Jubilee
        (new(2012, 5, 28), new(2012, 6, 4)), // Diamond Jubilee
        (new(2020, 5, 4), new(2020, 5, 8)), // seventy-five years since VE Day
        (new(2022, 5, 30), new(2022, 6, 2)), // Platinum Jubilee
    ];

    /// <summary>Days added once; in every division unless one is named.</summary>
    private static readonly (DateOnly Day, Division? Only)[] Added =
    [
        (new(1999, 12, 31), null), // millennium
        (new(2002, 6, 3), null), // Golden Jubilee
        (new(2011, 4, 29), null), // royal wedding
        (new(2012, 6, 5), null), // Diamond Jubilee
        (new(2022, 6, 3), null), // Platinum Jubilee
        (new(2022, 9, 19), null), // state funeral
        (new(2023, 5, 8), null), // coronation
        (new(2026, 6, 15), Division.Scotland), // football World Cup
    ];

    /// <summary>First day of the published list (GOV.UK, bank holidays) that the computed days have been checked against.</summary>
    public static DateOnly FirstKnown { get; } = new(2019, 1, 1);

    /// <summary>
    /// Last day, inclusive, of that published list. Later days are computed by the standing rules; a proclamation may still change them,
    /// so whoever shows a deadline beyond this day says that it may move.
    /// </summary>
    public static DateOnly LastKnown { get; } = new(2028, 12, 31);
}
