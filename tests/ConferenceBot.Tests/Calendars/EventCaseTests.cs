using ConferenceBot.Calendars;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Microsoft.Graph.Models;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

/// <summary>The odd days and the odd events of real calendars.</summary>
public sealed class EventCaseTests
{
    private static readonly Recognition Recognition = new(new RecognitionOptions());

    /// <summary>Spring: 01:00 to 02:00 of 29 March does not exist, and counts as the hour after. Autumn: 01:00 to 02:00 of 25 October is twice, and the second counts.</summary>
    [Theory]
    [InlineData("2026-03-29T00:30:00", "2026-03-29T02:30:00", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T01:30:00", "2026-03-29T03:00:00", "2026-03-29T01:30:00Z", "2026-03-29T02:00:00Z")]
    [InlineData("2026-10-25T00:30:00", "2026-10-25T02:30:00", "2026-10-24T23:30:00Z", "2026-10-25T02:30:00Z")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T02:30:00", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z")]
    [InlineData("2026-03-28T10:00:00", "2026-03-28T12:00:00", "2026-03-28T10:00:00Z", "2026-03-28T12:00:00Z")]
    [InlineData("2026-03-30T10:00:00", "2026-03-30T12:00:00", "2026-03-30T09:00:00Z", "2026-03-30T11:00:00Z")]
    public void The_days_on_which_the_clocks_change_are_read_by_Windows_and_by_IANA_name(string start, string end, string from, string until)
    {
        foreach (var zone in new[] { "GMT Standard Time", "Europe/London" })
            Assert.Equal(new Slot(GraphSetup.At(from), GraphSetup.At(until)), Map(Sample(start, end, zone)).Slot);
    }

    [Theory]
    [InlineData("2026-03-29", "2026-03-30", 23)]
    [InlineData("2026-10-25", "2026-10-26", 25)]
    [InlineData("2026-05-19", "2026-05-21", 48)]
    public void An_all_day_event_is_as_long_as_its_days(string first, string after, int hours)
    {
        var item = Sample($"{first}T00:00:00", $"{after}T00:00:00", "UTC");
        item.IsAllDay = true;
        Assert.Equal(hours, Map(item).Slot.Duration.TotalHours);
    }

    [Fact]
    public void Nothing_but_the_slot_and_the_id_of_a_private_event_goes_on()
    {
        var item = Sample("2026-05-19T09:00:00", "2026-05-19T11:00:00", "UTC");
        (item.Sensitivity, item.IsOrganizer, item.LastModifiedDateTime) = (Sensitivity.Private, true, GraphSetup.At("2026-05-08T15:00:00Z"));

        var seen = Map(item);

        var slot = new Slot(GraphSetup.At("2026-05-19T09:00:00Z"), GraphSetup.At("2026-05-19T11:00:00Z"));
        Assert.Empty(seen.People);
        Assert.Equal(new SeenEvent("id", "uid", slot, false, null, seen.People, new EventLook("Private", null, false)), seen);
    }

    [Theory]
    [InlineData(ResponseType.Declined)]
    [InlineData(ResponseType.TentativelyAccepted)]
    [InlineData(ResponseType.NotResponded)]
    [InlineData(ResponseType.None)]
    [InlineData(null)]
    public void Whoever_declined_is_invited_all_the_same_since_a_report_is_owed_even_without_attending(ResponseType? answer)
    {
        var item = Sample("2026-05-19T09:00:00", "2026-05-19T11:00:00", "UTC");
        item.Attendees![0].Status = answer is null ? null : new ResponseStatus { Response = answer };
        Assert.Equal(["a@x.example"], Map(item).People);
    }

    [Fact]
    public void An_answer_changes_when_the_copy_was_changed_and_nothing_else()
    {
        var item = Sample("2026-05-19T09:00:00", "2026-05-19T11:00:00", "UTC");
        item.LastModifiedDateTime = GraphSetup.At("2026-05-08T15:00:00Z");
        var before = Map(item);
        item.Attendees![0].Status = new ResponseStatus { Response = ResponseType.Declined };
        item.LastModifiedDateTime = GraphSetup.At("2026-05-08T16:00:00Z");
        var after = Map(item);

        Assert.NotEqual(before.ModifiedAt, after.ModifiedAt);
        Assert.Equal(before.People, after.People);
        Assert.Equal(before with { ModifiedAt = null, People = [] }, after with { ModifiedAt = null, People = [] });
    }

    [Fact]
    public void An_exception_speaks_for_itself_and_a_cancelled_series_cancels_what_is_left_of_it()
    {
        var master = Sample("2026-05-12T09:00:00", "2026-05-12T11:00:00", "UTC");
        (master.Id, master.Type, master.IsOrganizer, master.LastModifiedDateTime) = ("M", EventType.SeriesMaster, true, GraphSetup.At("2026-05-01T09:00:00Z"));
        var moved = Sample("2026-05-20T13:00:00", "2026-05-20T14:00:00", "UTC");
        (moved.Type, moved.SeriesMasterId, moved.OriginalStart, moved.Subject) = (EventType.Exception, "M", GraphSetup.At("2026-05-19T09:00:00Z"), "RCPC CP-10482");
        var plain = new Event { Id = "o", Type = EventType.Occurrence, SeriesMasterId = "M", Start = Time("2026-05-26T09:00:00", "UTC"), End = Time("2026-05-26T11:00:00", "UTC") };

        var exception = Map(moved, master);
        Assert.Equal((ConferenceType.Review, GraphSetup.At("2026-05-20T13:00:00Z")), (exception.Recognised?.Type, exception.Slot.Start));
        Assert.Equal("uid/20260519T090000Z", exception.ICalUId);

        var occurrence = Map(plain, master);
        Assert.Equal(("uid/20260526T090000Z", true, false), (occurrence.ICalUId, occurrence.OfOrganiser, occurrence.Cancelled));
        Assert.Equal(GraphSetup.At("2026-05-01T09:00:00Z"), occurrence.ModifiedAt);

        master.IsCancelled = true;
        Assert.True(Map(plain, master).Cancelled);
    }

    [Fact]
    public void Somebody_invited_to_one_occurrence_only_is_in_the_same_conference_as_those_who_have_the_whole_series()
    {
        const string series = "040000008200E00074C5B7101A82E00800000000A0C1D2E3F4010101000000000000000010000000ABCDEF0123456789",
            one = "040000008200e00074c5b7101a82e00807ea0513a0c1d2e3f4010101000000000000000010000000abcdef0123456789";
        var inTheirs = Sample("2026-05-19T09:00:00", "2026-05-19T11:00:00", "UTC");
        (inTheirs.ICalUId, inTheirs.Type) = (one, EventType.SingleInstance);
        var inOurs = new Event
        {
            Id = "o", Type = EventType.Occurrence, SeriesMasterId = "M", Start = Time("2026-05-19T09:00:00", "UTC"), End = Time("2026-05-19T11:00:00", "UTC"),
        };
        var master = Sample("2026-05-12T09:00:00", "2026-05-12T11:00:00", "UTC");
        master.ICalUId = series;

        Assert.Equal(Map(inTheirs).ICalUId, Map(inOurs, master).ICalUId);
        inOurs.ICalUId = one;
        inOurs.OriginalStart = GraphSetup.At("2026-05-19T09:00:00Z");
        inOurs.Start = Time("2026-05-20T09:00:00", "UTC");
        inOurs.End = Time("2026-05-20T11:00:00", "UTC");
        Assert.Equal(Map(inTheirs).ICalUId, Map(inOurs, master).ICalUId);
        inTheirs.ICalUId = series;
        Assert.Equal(series, Map(inTheirs).ICalUId);
    }

    private static SeenEvent Map(Event item, Event? master = null) =>
        EventMapping.Map(item, master, Recognition)?.Seen ?? throw new InvalidOperationException("Not readable.");

    private static Event Sample(string start, string end, string zone) => new()
    {
        Id = "id",
        ICalUId = "uid",
        Subject = "ICPC CP-10482",
        Start = Time(start, zone),
        End = Time(end, zone),
        Attendees = [new Attendee { Type = AttendeeType.Required, EmailAddress = new EmailAddress { Address = "a@x.example" } }],
    };

    private static DateTimeTimeZone Time(string wall, string zone) => new() { DateTime = wall + ".0000000", TimeZone = zone };
}
