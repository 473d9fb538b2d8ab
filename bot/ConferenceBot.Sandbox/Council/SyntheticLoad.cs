using System.Globalization;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Council;

/// <summary>Many invented mailboxes with many invented events, for measurements. The same numbers give the same calendars.</summary>
internal static class SyntheticLoad
{
    /// <summary>One event in so many is a conference.</summary>
    public const int Sparse = 50;
    private const int MostInvited = 6, DaysAhead = 150;
    private static readonly string[] Subjects = ["Team meeting", "Supervision", "Training", "Visit", "Panel", "Duty", "Travel"];

    /// <returns>The tenant with further mailboxes; the same for none.</returns>
    public static IReadOnlyList<SharedMailbox> Boxes(int count) => [.. Enumerable.Range(1, count).Select(number =>
        new SharedMailbox(Ids.GuidFrom($"load {number}"), $"Invented team {number}",
            string.Create(CultureInfo.InvariantCulture, $"load.{number:000}@sampleshire.example")))];

    /// <summary>Fills one mailbox. Words, attendees and categories are shared by all, so that only times and ids take room.</summary>
    public static void Fill(Mailbox box, int number, int events, Tenant tenant)
    {
        var chairs = tenant.People.Where(person => person.Groups.Contains(tenant.ChairsGroup)).Select(ToInvitee).ToList();
        var others = tenant.People.Where(person => person.AgencyKey is not null && !person.Groups.Contains(tenant.ChairsGroup)).Select(ToInvitee).ToList();
        var midnight = tenant.Start.Date;
        for (var turn = 0; turn < events; turn++)
        {
            var isConference = turn % Sparse == 0;
            var uid = string.Create(CultureInfo.InvariantCulture, $"load-{number}-{turn}@sampleshire.example");
            var start = new DateTimeOffset(midnight.AddDays(turn % DaysAhead).AddHours(9).AddMinutes(turn / DaysAhead % 16 * 30), TimeSpan.Zero);
            box.Calendar.Put(new CalendarEntry(uid, uid, "singleInstance")
            {
                Start = start,
                End = start.AddMinutes(isConference ? 90 : 30),
                Subject = isConference
                    ? string.Create(CultureInfo.InvariantCulture, $"RCPC CP-{(20000 + (number * 1000) + (turn / Sparse)):00000}")
                    : Subjects[turn % Subjects.Length],
                Organizer = chairs[number % chairs.Count] with { Response = "organizer" },
                Invitees = isConference
                    ? [chairs[number % chairs.Count], .. Enumerable.Range(0, MostInvited - 1).Select(at => others[(number + turn + at) % others.Count])]
                    : [],
                Salt = box.Salt,
            });
        }
    }

    private static Invitee ToInvitee(Person person) => new(person.Name, person.Mail, "required", "accepted");
}
