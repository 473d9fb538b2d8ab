using System.Globalization;
using ConferenceBot.Domain.Conferences;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

/// <summary>
/// The bank holidays of 2019 to 2028 as GOV.UK listed them in 2026 (Open Government Licence; after the proclamation of 15 June 2026
/// for Scotland), taken from a public copy of that list. The days are the ones taken off: substitute days stand in for weekends.
/// </summary>
internal static class PublishedBankHolidays
{
    public static TheoryData<Division, int, string> All { get; } = new()
    {
        { Division.EnglandAndWales, 2019, "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec" },
        { Division.EnglandAndWales, 2020, "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec" },
        { Division.EnglandAndWales, 2021, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec" },
        { Division.EnglandAndWales, 2022, "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec" },
        { Division.EnglandAndWales, 2023, "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec" },
        { Division.EnglandAndWales, 2024, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec" },
        { Division.EnglandAndWales, 2025, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec" },
        { Division.EnglandAndWales, 2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec" },
        { Division.EnglandAndWales, 2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec" },
        { Division.EnglandAndWales, 2028, "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec" },
        { Division.Scotland, 2019, "1 Jan, 2 Jan, 19 Apr, 6 May, 27 May, 5 Aug, 2 Dec, 25 Dec, 26 Dec" },
        { Division.Scotland, 2020, "1 Jan, 2 Jan, 10 Apr, 8 May, 25 May, 3 Aug, 30 Nov, 25 Dec, 28 Dec" },
        { Division.Scotland, 2021, "1 Jan, 4 Jan, 2 Apr, 3 May, 31 May, 2 Aug, 30 Nov, 27 Dec, 28 Dec" },
        { Division.Scotland, 2022, "3 Jan, 4 Jan, 15 Apr, 2 May, 2 Jun, 3 Jun, 1 Aug, 19 Sep, 30 Nov, 26 Dec, 27 Dec" },
        { Division.Scotland, 2023, "2 Jan, 3 Jan, 7 Apr, 1 May, 8 May, 29 May, 7 Aug, 30 Nov, 25 Dec, 26 Dec" },
        { Division.Scotland, 2024, "1 Jan, 2 Jan, 29 Mar, 6 May, 27 May, 5 Aug, 2 Dec, 25 Dec, 26 Dec" },
        { Division.Scotland, 2025, "1 Jan, 2 Jan, 18 Apr, 5 May, 26 May, 4 Aug, 1 Dec, 25 Dec, 26 Dec" },
        { Division.Scotland, 2026, "1 Jan, 2 Jan, 3 Apr, 4 May, 25 May, 15 Jun, 3 Aug, 30 Nov, 25 Dec, 28 Dec" },
        { Division.Scotland, 2027, "1 Jan, 4 Jan, 26 Mar, 3 May, 31 May, 2 Aug, 30 Nov, 27 Dec, 28 Dec" },
        { Division.Scotland, 2028, "3 Jan, 4 Jan, 14 Apr, 1 May, 29 May, 7 Aug, 30 Nov, 25 Dec, 26 Dec" },
        { Division.NorthernIreland, 2019, "1 Jan, 18 Mar, 19 Apr, 22 Apr, 6 May, 27 May, 12 Jul, 26 Aug, 25 Dec, 26 Dec" },
        { Division.NorthernIreland, 2020, "1 Jan, 17 Mar, 10 Apr, 13 Apr, 8 May, 25 May, 13 Jul, 31 Aug, 25 Dec, 28 Dec" },
        { Division.NorthernIreland, 2021, "1 Jan, 17 Mar, 2 Apr, 5 Apr, 3 May, 31 May, 12 Jul, 30 Aug, 27 Dec, 28 Dec" },
        { Division.NorthernIreland, 2022, "3 Jan, 17 Mar, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 12 Jul, 29 Aug, 19 Sep, 26 Dec, 27 Dec" },
        { Division.NorthernIreland, 2023, "2 Jan, 17 Mar, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 12 Jul, 28 Aug, 25 Dec, 26 Dec" },
        { Division.NorthernIreland, 2024, "1 Jan, 18 Mar, 29 Mar, 1 Apr, 6 May, 27 May, 12 Jul, 26 Aug, 25 Dec, 26 Dec" },
        { Division.NorthernIreland, 2025, "1 Jan, 17 Mar, 18 Apr, 21 Apr, 5 May, 26 May, 14 Jul, 25 Aug, 25 Dec, 26 Dec" },
        { Division.NorthernIreland, 2026, "1 Jan, 17 Mar, 3 Apr, 6 Apr, 4 May, 25 May, 13 Jul, 31 Aug, 25 Dec, 28 Dec" },
        { Division.NorthernIreland, 2027, "1 Jan, 17 Mar, 26 Mar, 29 Mar, 3 May, 31 May, 12 Jul, 30 Aug, 27 Dec, 28 Dec" },
        { Division.NorthernIreland, 2028, "3 Jan, 17 Mar, 14 Apr, 17 Apr, 1 May, 29 May, 12 Jul, 28 Aug, 25 Dec, 26 Dec" },
    };

    public static DateOnly[] Days(int year, string days) =>
        [.. days.Split(", ").Select(day => DateOnly.ParseExact($"{day} {year}", "d MMM yyyy", CultureInfo.InvariantCulture))];
}
