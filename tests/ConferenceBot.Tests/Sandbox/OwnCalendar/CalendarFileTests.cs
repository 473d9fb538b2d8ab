using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.OwnCalendar;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class CalendarFileTests
{
    private static readonly string Conference = Exports.Event("ICPC CP-10482", "20261020T100000", Exports.Attendee("a@trust.nhs.uk"));

    [Theory]
    [InlineData("", "not a calendar")]
    [InlineData("this is no calendar", "not a calendar")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "no events")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nrubbish\nEND:VEVENT\nEND:VCALENDAR", "every event of the calendar is damaged")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261020T100000Z\nSUMMARY:ICPC CP-10482\nEND:VEVENT\nEND:VCALENDAR", "names an organiser")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261020T100000Z\nSUMMARY:Hiddenham\nORGANIZER:mailto:a@b.gov.uk\nEND:VEVENT\nEND:VCALENDAR",
        "ICPC CP-10482")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261020T100000Z\nSUMMARY:ICPC CP-10482\nORGANIZER:mailto:a@gmail.com\nEND:VEVENT\nEND:VCALENDAR",
        "private ones")]
    public void An_unusable_file_is_one_clear_line(string text, string says)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var error = Assert.Throws<SandboxStartException>(() => SampleCouncil.Load(new SandboxOptions { IcsFile = file }));
        File.Delete(file);

        Assert.StartsWith(file, error.Message);
        Assert.Contains(says, error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("Hiddenham", error.Message);
    }

    [Fact]
    public void A_missing_file_a_folder_and_too_much_are_said()
    {
        Assert.Contains("no such file", Refused(() => CalendarFile.Read("/nowhere/at/all.ics")));
        Assert.Contains("a folder", Refused(() => CalendarFile.Read(Path.GetTempPath())));
        var many = Exports.Text([.. Enumerable.Repeat("BEGIN:VEVENT\nUID:a\nEND:VEVENT", CalendarFile.MostEvents + 1)]);
        Assert.Contains("at most 5000", Refused(() => CalendarFile.Parse("own.ics", many)));
    }

    [Fact]
    public void It_says_what_it_does_before_it_reads()
    {
        var said = new List<string>();
        var options = new SandboxOptions { IcsFile = "/nowhere/at/hiddenham.ics", Progress = said.Add };
        Assert.Throws<SandboxStartException>(() => SampleCouncil.Load(options));

        Assert.Contains(said, line => line.Contains("Names and mail addresses are replaced", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("Nothing is kept", StringComparison.Ordinal));
        Assert.DoesNotContain(Announcement.Lines("a.ics", "kept"), line => line.Contains("Nothing is kept", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DTSTART;TZID=Europe/London:20261020T10XX00")]
    [InlineData("DTSTART;TZID=Europe/London:20261021T100000\nthis line of Hiddenham is no property")]
    [InlineData("DTSTART;TZID=Europe/London:20261021T100000\nRRULE:FREQ=SOMETIMES")]
    [InlineData("DTSTART:20260131T100000Z\nRRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31")]
    public void A_damaged_event_is_named_by_its_day_and_spoils_no_other(string start)
    {
        var file = CalendarFile.Parse("own.ics", Exports.Text(Conference, $"BEGIN:VEVENT\nUID:b\n{start}\nSUMMARY:ICPC Hiddenham CP-10483\nEND:VEVENT",
            Exports.Event("RCPC 204417", "20261022T100000")));

        Assert.Equal(2, file.Entries.Count);
        Assert.Matches("^((Tue|Wed|Sat) [0-9]+ (Oct|Jan) 2026|Event 2 of the file): damaged, left out.$", Assert.Single(file.Damaged));
    }

    [Theory]
    [InlineData("DTSTART:20261020T090000Z", "2026-10-20T09:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/London:20261020T100000", "2026-10-20T09:00:00Z")]
    [InlineData("DTSTART;TZID=\"GMT Standard Time\":20261020T100000", "2026-10-20T09:00:00Z")]
    [InlineData("DTSTART;TZID=\"(UTC+00:00) Dublin, Edinburgh, Lisbon, London\":20261020T100000", "2026-10-20T09:00:00Z")]
    [InlineData("DTSTART;TZID=Customized Time Zone:20261020T100000", "2026-10-20T09:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Paris:20261020T110000", "2026-10-20T09:00:00Z")]
    [InlineData("DTSTART:20261020T100000", "2026-10-20T09:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE:20261020", "2026-10-20T00:00:00Z")]
    public void Every_way_to_say_a_time_is_understood(string start, string instant)
    {
        var text = "\uFEFF" + Exports.Text($"BEGIN:VEVENT\nUID:a\n{start}\nSUMMARY:ICPC\n  CP-10482\nEND:VEVENT").ReplaceLineEndings("\r\n");
        var entry = Assert.Single(CalendarFile.Parse("own.ics", text).Entries);

        Assert.Equal((instant, "ICPC CP-10482"), (Iso.Write(entry.Start), entry.Subject));
    }

    [Fact]
    public void A_changed_occurrence_whose_series_is_not_in_the_file_stands_alone()
    {
        var alone = Exports.Event("ICPC CP-10483", "20261021T140000", "RECURRENCE-ID;TZID=Europe/London:20261021T100000");
        var entries = CalendarFile.Parse("own.ics", Exports.Text(Conference, alone)).Entries;

        Assert.Equal(["singleInstance", "singleInstance"], entries.Select(entry => entry.Type));
    }

    private static string Refused(Action act) => Assert.Throws<FormatException>(act).Message;
}
