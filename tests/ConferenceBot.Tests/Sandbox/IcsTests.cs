using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Graph;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class IcsTests
{
    private const string Series = """
        BEGIN:VCALENDAR
        PRODID:-//Example//EN
        VERSION:2.0
        BEGIN:VEVENT
        UID:series@council.example
        DTSTAMP:20261001T080000Z
        DTSTART;TZID=Europe/London:20261020T100000
        DTEND;TZID=Europe/London:20261020T110000
        RRULE:FREQ=WEEKLY;COUNT=3
        SUMMARY:Weekly
        CLASS:PRIVATE
        ORGANIZER;CN=Box:mailto:box@council.gov.uk
        ATTENDEE;CN=A;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED:mailto:a@trust.nhs.uk
        ATTENDEE;CN=B;ROLE=OPT-PARTICIPANT:mailto:someone@gmail.com
        ATTENDEE;CN=Room;CUTYPE=RESOURCE:mailto:room@council.gov.uk
        ATTENDEE;CN=C:mailto:c@council.gov.uk
        END:VEVENT
        BEGIN:VEVENT
        UID:series@council.example
        DTSTAMP:20261001T080000Z
        RECURRENCE-ID;TZID=Europe/London:20261027T100000
        DTSTART;TZID=Europe/London:20261027T140000
        DTEND;TZID=Europe/London:20261027T150000
        SUMMARY:Weekly moved
        ORGANIZER;CN=Box:mailto:box@council.gov.uk
        END:VEVENT
        END:VCALENDAR
        """;

    [Fact]
    public void A_series_becomes_a_master_its_occurrences_and_its_exception_across_the_clock_change()
    {
        var entries = IcsCalendar.Read(Series);
        var occurrences = entries.Where(entry => entry.Type is "occurrence").Select(entry => Iso.Write(entry.Start));
        var exception = Assert.Single(entries, entry => entry.Type == "exception");

        Assert.Single(entries, entry => entry.Type == "seriesMaster");
        Assert.Equal(["2026-10-20T09:00:00Z", "2026-11-03T10:00:00Z"], occurrences);
        Assert.Equal("2026-10-27T14:00:00Z", Iso.Write(exception.Start));
        Assert.Equal("2026-10-27T10:00:00Z", Iso.Write(exception.OriginalStart!.Value));
        Assert.Equal("series@council.example", exception.MasterKey);
    }

    [Fact]
    public void Roles_answers_rooms_and_privacy_come_along()
    {
        var master = IcsCalendar.Read(Series).Single(entry => entry.Type == "seriesMaster");

        Assert.Equal("private", master.Sensitivity);
        Assert.Equal(["required declined", "optional none", "resource none", "required none"],
            master.Invitees.Select(invitee => $"{invitee.Kind} {invitee.Response}").Select(text => text.Replace("notResponded", "none")));
        Assert.Equal("box@council.gov.uk", master.Organizer!.Address);
    }
}
