using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.OwnCalendar;
using ConferenceBot.Tests.Conventions;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Calendars as somebody would export them; every name and address in them is invented.</summary>
internal static class Exports
{
    public static readonly Tenant Sample = SampleCouncil.Load(null).Tenant;

    public static string Path(string name) => Repository.At($"tests/ConferenceBot.Tests/Sandbox/OwnCalendar/{name}.ics");

    public static (Tenant Tenant, IReadOnlyList<CalendarEntry> Entries) Load(string name, IReadOnlyDictionary<string, string>? agencies = null) =>
        OwnCouncil.From(CalendarFile.Read(Path(name)), Sample, agencies ?? new Dictionary<string, string>());

    public static (Tenant Tenant, IReadOnlyList<CalendarEntry> Entries) From(params string[] events) =>
        OwnCouncil.From(CalendarFile.Parse("own.ics", Text(events)), Sample, new Dictionary<string, string>());

    public static string Text(params string[] events) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n{string.Join('\n', events)}\nEND:VCALENDAR\n";

    /// <param name="start">For example 20261020T100000.</param>
    /// <param name="more">Further lines.</param>
    public static string Event(string subject, string start, params string[] more) => $"""
        BEGIN:VEVENT
        UID:{subject.GetHashCode(StringComparison.Ordinal)}-{start}
        DTSTAMP:20261001T080000Z
        DTSTART;TZID=Europe/London:{start}
        DURATION:PT90M
        SUMMARY:{subject}
        ORGANIZER:mailto:box@madeupshire.gov.uk
        {string.Join('\n', more)}
        END:VEVENT
        """.ReplaceLineEndings("\n").Replace("\n\n", "\n");

    public static string Attendee(string address) => $"ATTENDEE;CN=Somebody Hiddenham:mailto:{address}";

    /// <summary>Everything of a council that the bot, the page or the console could show.</summary>
    public static string All((Tenant Tenant, IReadOnlyList<CalendarEntry> Entries) council) => string.Join('\n',
        council.Entries.Select(entry => $"{entry} {string.Join(' ', entry.Invitees)} {string.Join(' ', entry.Categories)}")
            .Concat(council.Tenant.People.Select(person => person.ToString())).Concat(council.Tenant.Source.Notes)
            .Append(council.Tenant.Mailbox.ToString()).Append(council.Tenant.Name));
}
