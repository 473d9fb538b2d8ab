using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Tests.Cards;

internal static partial class CardSamples
{
    private static AgencyChoice[] SomeAgencies => [new("education", "Education"), new("health", "Health visiting"), new("nursery", "Nurseries")];

    /// <summary>Seven people: two of one employer, two of one department, a consumer address, and a guest.</summary>
    private static AttendeeRow[] WaitingRows =>
    [
        Row(1, AccountKind.Outside) with { Suggested = "Education" },
        Row(2, AccountKind.Outside) with { Suggested = "Education", Others = 1 },
        Row(3, AccountKind.Member) with { Department = "Legal services", Others = 3 },
        Row(4, AccountKind.Consumer),
        Row(5, AccountKind.Member) with { Department = "Legal services" },
        Row(6, AccountKind.Guest),
        Row(8, AccountKind.Several),
    ];

    private static AttendeeRow[] DecidedRows =>
    [
        Row(7, AccountKind.Consumer) with { Standing = AttendeeStanding.NotInTeams, Agency = "Nurseries", By = DecidedBy.You, DecidedAt = At(11, 10, 42) },
        Row(9, AccountKind.Member) with { Standing = AttendeeStanding.NotHere, By = DecidedBy.AnotherAdministrator, DecidedAt = At(8, 9, 5) },
        Row(10, AccountKind.Member) with { Standing = AttendeeStanding.Contacted, Agency = "Education", By = DecidedBy.You, DecidedAt = At(11, 10, 42) },
        Row(11, AccountKind.Member) with { Standing = AttendeeStanding.Contacted, Agency = "Health visiting", BySettings = true, Others = 4 },
        Row(12, AccountKind.Disabled),
    ];

    private static AttendeeRow Row(int place, AccountKind account) => new(
        new CardStamp(new Guid($"5b1f8c1e-2f5d-4c6e-9a77-0000000000{place:00}"), 2), place, account, null, null, AttendeeStanding.Waiting, null, false, 0,
        DecidedBy.Nobody, null);

    private static IEnumerable<(string Name, CardContent Content)> People()
    {
        PeopleListItem[] items =
        [
            new(new CardStamp(new Guid("5b1f8c1e-2f5d-4c6e-9a77-000000000101"), 1), Line, 4),
            new(new CardStamp(new Guid("5b1f8c1e-2f5d-4c6e-9a77-000000000102"), 1), Line with { Reference = new CaseReference("BR-739"), Start = At(21, 14), End = At(21, 16) }, 1),
            new(new CardStamp(new Guid("5b1f8c1e-2f5d-4c6e-9a77-000000000103"), 2), Line with { Reference = new CaseReference("LN-205"), Start = At(15, 9), End = At(15, 11) }, 0),
        ];
        yield return ("people-list", new PeopleListContent([.. items], 5));
        yield return ("people-list-done", new PeopleListContent([items[2]], 0));
        AttendeeGroup employer = new(new CardStamp(new Guid("5b1f8c1e-2f5d-4c6e-9a77-000000000201"), 1), 2, null, "Education");
        AttendeeGroup department = new(new CardStamp(new Guid("5b1f8c1e-2f5d-4c6e-9a77-000000000202"), 1), 2, "Legal services", null);
        var people = new PeopleContent(Line, Stamp, 0, [.. WaitingRows, .. DecidedRows], [employer, department], FromList: true);
        yield return ("people", people);
        yield return ("people-next-page", people with { First = 4, Groups = [] });
        yield return ("people-decided", people with { Rows = [.. DecidedRows.Take(4)], Groups = [], FromList = false });
        var attendee = new AttendeeContent(Line, WaitingRows[0], null, [.. SomeAgencies], null);
        yield return ("attendee", attendee);
        yield return ("attendee-shown", attendee with { Who = "j.sample@school.example" });
        foreach (var row in WaitingRows.Skip(2).Concat(DecidedRows).DistinctBy(r => (r.Account, r.Standing, r.BySettings)))
            yield return ($"attendee-{row.Account}-{(row.BySettings ? "BySettings" : row.Standing)}".ToLowerInvariant(), attendee with { One = row });
        yield return ("attendee-group", attendee with { One = null, Group = department });
    }
}
