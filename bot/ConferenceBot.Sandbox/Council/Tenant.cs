namespace ConferenceBot.Sandbox.Council;

/// <summary>The invented council: who works there, in which groups, and what will happen to its calendar.</summary>
internal sealed class Tenant
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required Guid TenantId { get; init; }
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Where the clock starts unless the caller says otherwise.</summary>
    public required DateTimeOffset Start { get; init; }
    public required SharedMailbox Mailbox { get; init; }
    /// <summary>Further shared mailboxes and rooms. The bot reads those that it is told to.</summary>
    public IReadOnlyList<SharedMailbox> OtherMailboxes { get; init; } = [];
    /// <summary>Invented mailboxes for measurements; the bot reads them all.</summary>
    public IReadOnlyList<SharedMailbox> LoadMailboxes { get; set; } = [];
    public required string DutyNumber { get; init; }
    public required Guid ChairsGroup { get; init; }
    public IReadOnlyList<Guid> Deputies { get; init; } = [];
    public IReadOnlyList<Guid> Administrators { get; init; } = [];
    public IReadOnlyList<Agency> Agencies { get; init; } = [];
    public IReadOnlyList<Person> People { get; init; } = [];
    public IReadOnlyList<CalendarChange> Changes { get; init; } = [];

    /// <summary>Bank holidays, for the steps of the clock.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Who plays which part in the stories; null lets it be chosen from the calendar.</summary>
    public Cast? Cast { get; init; }
    public CalendarSource Source { get; init; } = CalendarSource.Sample;

    /// <summary>Who is in which group by now.</summary>
    public Membership Membership { get; } = new();

    /// <summary>What has become of accounts and who has automatic replies.</summary>
    public PeopleStates States => field ??= new PeopleStates(Zone);

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    public Person? Find(Guid id) => People.FirstOrDefault(person => person.Id == id);

    public Person? FindByMail(string mail) =>
        People.FirstOrDefault(person => person.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase));

    /// <returns>The person with that name, role or mail; throws when nobody or more than one fits.</returns>
    public Person Named(string nameOrRole) => People.Single(person =>
        person.Name.Equals(nameOrRole, StringComparison.OrdinalIgnoreCase)
        || person.Role.Equals(nameOrRole, StringComparison.OrdinalIgnoreCase)
        || person.Mail.Equals(nameOrRole, StringComparison.OrdinalIgnoreCase));

    public string AgencyName(Person person) => Agencies.FirstOrDefault(agency => agency.Key == person.AgencyKey)?.Name ?? "";
}
