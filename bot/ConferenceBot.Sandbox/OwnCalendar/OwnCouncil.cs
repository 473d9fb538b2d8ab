using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>
/// Makes a council out of somebody's own calendar. The organiser's domain is the home tenant; whoever is invited to a conference from there
/// or from an agency becomes a person who awaits confirmation; everybody else stays outside.
/// </summary>
internal static class OwnCouncil
{
    /// <summary>Names of agencies in place of the sample council's own. Of a health address nobody can tell which service it is.</summary>
    private static readonly Dictionary<string, string> Plain = new()
    {
        ["health-visiting"] = "Health",
        ["school"] = "Schools",
        ["nursery"] = "Nursery",
        ["police"] = "Police",
        ["probation"] = "Probation",
        ["housing"] = "Housing",
    };

    /// <param name="sample">Gives what a calendar cannot say: tenant id, zone, agencies with their groups, bank holidays, number to ring.</param>
    /// <param name="agencies">Further agencies: domain → agency key.</param>
    /// <exception cref="FormatException">The calendar cannot be used; one line.</exception>
    public static (Tenant Tenant, IReadOnlyList<CalendarEntry> Entries) From(CalendarFile file, Tenant sample,
        IReadOnlyDictionary<string, string> agencies)
    {
        if (agencies.Values.FirstOrDefault(key => sample.Agencies.All(agency => agency.Key != key)) is { } unknown)
            throw new FormatException($"--agency: there is no agency {unknown}; there are {string.Join(", ", sample.Agencies.Select(agency => agency.Key))}.");
        if (file.Entries.Count == 0)
            throw new FormatException(file.Damaged.Count > 0 ? "every event of the calendar is damaged." : "the calendar holds no events.");
        var (mailbox, home) = Organiser(file.Entries);
        var names = new Pseudonyms(mailbox, new Domains(home, agencies));
        var replaced = Replacing.All(file.Entries, file.Tag, names);
        if (!replaced.Any(item => item.IsConference))
            throw new FormatException(FileNotes.NoConference(replaced));
        var invented = Invented(file.Tag);
        var chairs = OwnChairs.Choose(replaced.Where(item => item is { IsConference: true, Entry.Type: not "seriesMaster" }), names);
        IReadOnlyList<Person> people = [.. names.People.Select(pair => ToPerson(pair.Key, sample.Agencies.First(agency => agency.Key == pair.Value),
            chairs.Contains(pair.Key) ? sample.ChairsGroup : null) with { Id = Id(file.Tag, pair.Key), Manager = invented[0].Id }),
            .. invented];
        IReadOnlyList<CalendarEntry> entries = [.. replaced.Select(item => item.Entry)];
        var tenant = new Tenant
        {
            Key = sample.Key,
            Name = "Your calendar",
            TenantId = sample.TenantId,
            Zone = sample.Zone,
            Start = TenWorkingDaysBefore(replaced.Where(item => item is { IsConference: true, Entry.Type: not "seriesMaster" })
                .Select(item => item.Entry.Start).Min(), sample),
            Mailbox = Pseudonyms.Mailbox,
            DutyNumber = sample.DutyNumber,
            ChairsGroup = sample.ChairsGroup,
            Agencies = [.. sample.Agencies.Select(agency => agency with { Name = Plain.GetValueOrDefault(agency.Key, agency.Name) })],
            People = people,
            Administrators = [invented[1].Id],
            Holidays = sample.Holidays,
            Cast = Cast.Choose(people, sample.ChairsGroup, entries),
            Source = new CalendarSource(true, Path.GetFileName(file.Path), file.Path,
                [.. FileNotes.Of(replaced, file.Damaged, sample.Zone), .. FileNotes.People(names, chairs.Count)]),
        };
        return (tenant, entries);
    }

    /// <summary>
    /// The address that organises most conferences, and the home domain: the organiser's, or where that is a calendar service or a consumer's
    /// the organisation that is invited most.
    /// </summary>
    private static (string Mailbox, string Home) Organiser(IReadOnlyList<CalendarEntry> entries)
    {
        var organisers = entries.Where(entry => Domains.Of(entry.Organizer?.Address ?? "").Length > 0)
            .OrderByDescending(Conferences.Stands).ToList();
        if (organisers.Count == 0)
            throw new FormatException("no event names an organiser, so the home organisation is not known.");
        var some = organisers.Where(entry => Conferences.Stands(entry) == Conferences.Stands(organisers[0]));
        var mailbox = some.GroupBy(entry => entry.Organizer!.Address.Trim().ToLowerInvariant()).OrderByDescending(group => group.Count()).First().Key;
        var domain = Domains.Of(mailbox);
        if (!Domains.IsConsumer(domain) && !Domains.IsCalendarService(domain))
            return (mailbox, domain);
        var home = entries.SelectMany(entry => entry.Invitees).Where(invitee => invitee.Kind != "resource")
            .Select(invitee => Domains.Of(invitee.Address))
            .Where(candidate => candidate.Length > 0 && !Domains.IsConsumer(candidate) && !Domains.IsCalendarService(candidate))
            .GroupBy(candidate => candidate).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
        return (mailbox, home ?? throw new FormatException("the organiser's address and all others are private ones, so the home organisation is not known."));
    }

    /// <param name="chairs">The chairs' group for a chair.</param>
    private static Person ToPerson(string address, Agency agency, Guid? chairs) =>
        new(Guid.Empty, "Person " + address["person".Length..address.IndexOf('@')], address,
            chairs is null ? "Invited professional" : "Conference chair", null, agency.Key, null)
        {
            Groups = chairs is { } group ? [agency.GroupId, group] : [agency.GroupId],
            Awaits = true,
        };

    private static Guid Id(string tag, string local) => Ids.GuidFrom($"of the file {tag}: {local}");

    private static Person[] Invented(string tag)
    {
        Person One(string local, string name) => new(Id(tag, local), name, $"{local}@{Pseudonyms.HomeDomain}", name, null, null, null);
        return [One("manager", "Manager (invented)"), One("administrator", "Administrator (invented)")];
    }

    private static DateTimeOffset TenWorkingDaysBefore(DateTimeOffset first, Tenant sample)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(first, sample.Zone).Date);
        for (var left = 10; left > 0;)
        {
            day = day.AddDays(-1);
            left -= sample.IsWorkingDay(day) ? 1 : 0;
        }
        var morning = day.ToDateTime(new TimeOnly(8, 0));
        return new DateTimeOffset(morning, sample.Zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
