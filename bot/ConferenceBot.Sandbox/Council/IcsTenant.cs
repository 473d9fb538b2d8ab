using System.Globalization;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Council;

/// <summary>
/// Makes a council out of somebody's own calendar: the organiser's domain is the home tenant, every attendee with a professional address
/// becomes a person, the agency is guessed by the address, and consumer addresses stay outside. Names are replaced.
/// </summary>
internal static class IcsTenant
{
    private static readonly (string Suffix, string Key)[] Suffixes =
    [
        ("police.uk", "police"), ("nhs.uk", "health-visiting"), ("nhs.net", "health-visiting"), ("sch.uk", "school"), ("gov.uk", "social-care"),
    ];

    private static readonly HashSet<string> Consumer = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.co.uk", "live.com", "msn.com", "yahoo.com",
        "yahoo.co.uk", "icloud.com", "me.com", "aol.com", "btinternet.com", "sky.com", "talktalk.net", "virginmedia.com", "proton.me",
        "mail.example",
    };

    /// <param name="sample">Gives what a calendar cannot say: tenant id, zone, agencies with their groups, number to ring.</param>
    /// <exception cref="FormatException">No event has an organiser.</exception>
    public static Tenant From(IReadOnlyList<CalendarEntry> entries, Tenant sample)
    {
        var organizers = entries.Select(entry => entry.Organizer?.Address).OfType<string>().Where(address => address.Contains('@')).ToList();
        if (organizers.Count == 0)
            throw new FormatException("The calendar cannot be used: no event names an organiser.");
        var mailbox = organizers.GroupBy(address => address, StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Count()).First().Key;
        var home = Domain(mailbox);
        var addresses = entries.SelectMany(entry => entry.Invitees).Where(invitee => invitee.Kind != "resource")
            .Select(invitee => invitee.Address)
            .Where(address => address.Contains('@') && !address.Equals(mailbox, StringComparison.OrdinalIgnoreCase))
            .Where(address => !Consumer.Contains(Domain(address)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var people = addresses.Select((address, index) => ToPerson(address, index, home, sample)).ToList();
        var chair = people.Find(person => person.AgencyKey == "social-care");
        if (chair is not null)
            people[people.IndexOf(chair)] = chair with { Role = "Conference chair", Groups = [.. chair.Groups, sample.ChairsGroup] };
        var first = entries.Where(entry => entry.Type != "seriesMaster").Select(entry => entry.Start).DefaultIfEmpty(sample.Start).Min();
        return new Tenant
        {
            Key = sample.Key,
            Name = home,
            TenantId = sample.TenantId,
            Zone = sample.Zone,
            Start = TenWorkingDaysBefore(first, sample.Zone),
            Mailbox = new SharedMailbox(Ids.GuidFrom("mailbox " + mailbox), "Conferences", mailbox),
            DutyNumber = sample.DutyNumber,
            ChairsGroup = sample.ChairsGroup,
            Agencies = sample.Agencies,
            People = people,
            Administrators = chair is null ? [] : [chair.Id],
        };
    }

    private static Person ToPerson(string address, int index, string home, Tenant sample)
    {
        var key = Suffixes.Where(pair => EndsWith(Domain(address), pair.Suffix)).Select(pair => pair.Key).FirstOrDefault()
            ?? (Domain(address).Equals(home, StringComparison.OrdinalIgnoreCase) ? "social-care" : null);
        var agency = sample.Agencies.FirstOrDefault(candidate => candidate.Key == key);
        return new Person(Ids.GuidFrom("person " + address.ToLowerInvariant()), string.Create(CultureInfo.InvariantCulture, $"Person {index + 1}"),
            address, agency?.Name ?? "Invited person", agency?.Name, agency?.Key, null)
        {
            Groups = agency is null ? [] : [agency.GroupId],
        };
    }

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static bool EndsWith(string domain, string suffix) =>
        domain.Equals(suffix, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + suffix, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset TenWorkingDaysBefore(DateTimeOffset first, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(first, zone).Date;
        for (var left = 10; left > 0;)
        {
            day = day.AddDays(-1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }
        var morning = day.AddHours(8);
        return new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
