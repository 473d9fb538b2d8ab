using ConferenceBot.Calendars;
using ConferenceBot.Domain.Conferences;
using CsCheck;
using Microsoft.Graph.Models;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

public sealed class EventMappingTests
{
    private static readonly Recognition Recognition = new(new RecognitionOptions());

    [Theory]
    [InlineData("2026-05-19T00:00:00.0000000", "2026-05-20T00:00:00.0000000", "2026-05-18T23:00:00Z", "2026-05-19T23:00:00Z")]
    [InlineData("2026-01-19T00:00:00.0000000", "2026-01-20T00:00:00.0000000", "2026-01-19T00:00:00Z", "2026-01-20T00:00:00Z")]
    public void An_all_day_event_fills_the_days_of_London(string start, string end, string from, string until)
    {
        var item = Sample(start, end);
        item.IsAllDay = true;

        Assert.Equal(new Slot(GraphSetup.At(from), GraphSetup.At(until)), EventMapping.Map(item, null, Recognition)?.Seen.Slot);
    }

    [Theory]
    [InlineData("UTC", "2026-05-19T09:00:00Z")]
    [InlineData(null, "2026-05-19T09:00:00Z")]
    [InlineData("tzone://Microsoft/Utc", "2026-05-19T09:00:00Z")]
    [InlineData("GMT Standard Time", "2026-05-19T08:00:00Z")]
    [InlineData("Europe/London", "2026-05-19T08:00:00Z")]
    [InlineData("Europe/Paris", "2026-05-19T07:00:00Z")]
    [InlineData("Romance Standard Time", "2026-05-19T07:00:00Z")]
    [InlineData("W. Europe Standard Time", "2026-05-19T07:00:00Z")]
    [InlineData("Eastern Standard Time", "2026-05-19T13:00:00Z")]
    [InlineData("Greenwich Standard Time", "2026-05-19T09:00:00Z")]
    [InlineData("Atlantis", null)]
    public void A_time_is_read_in_the_zone_it_names(string? zone, string? instant)
    {
        var item = Sample();
        item.Start!.TimeZone = zone;
        item.End!.TimeZone = zone;

        Assert.Equal(instant is null ? null : GraphSetup.At(instant), EventMapping.Map(item, null, Recognition)?.Seen.Slot.Start);
    }

    [Fact]
    public void An_event_without_a_length_counts_as_a_minute() =>
        Assert.Equal(TimeSpan.FromMinutes(1),
            EventMapping.Map(Sample(end: "2026-05-19T09:00:00.0000000"), null, Recognition)?.Seen.Slot.Duration);

    [Theory]
    [InlineData(Sensitivity.Personal)]
    [InlineData(Sensitivity.Private)]
    [InlineData(Sensitivity.Confidential)]
    public void What_is_marked_is_not_looked_into_even_when_only_the_series_is_marked(Sensitivity mark)
    {
        var marked = Sample();
        marked.Sensitivity = mark;

        foreach (var mapped in new[] { EventMapping.Map(marked, null, Recognition), EventMapping.Map(Sample(), marked, Recognition) })
        {
            Assert.Equal(RecognitionOutcome.Private, mapped?.Result.Outcome);
            Assert.True(mapped?.Seen is { Recognised: null, People.IsEmpty: true });
        }
    }

    [Fact]
    public void A_moved_occurrence_keeps_the_identity_of_its_original_start()
    {
        var item = Sample();
        item.Type = EventType.Exception;
        item.SeriesMasterId = "M";
        item.OriginalStart = GraphSetup.At("2026-05-12T09:00:00Z");

        Assert.Equal("uid/20260512T090000Z", EventMapping.Map(item, null, Recognition)?.Seen.ICalUId);
    }

    [Fact]
    public void People_are_lower_case_each_once_the_organiser_first_and_rooms_left_out()
    {
        var item = Sample();
        item.Organizer = new Recipient { EmailAddress = new EmailAddress { Address = " Chair@Council.example " } };
        item.Attendees = [Person("B@x.example"), Person("chair@council.EXAMPLE"), Person("room@x.example", AttendeeType.Resource), Person("b@X.example"),
            Person(null), new Attendee(), Person("a@x.example", AttendeeType.Optional)];

        Assert.Equal(["chair@council.example", "b@x.example", "a@x.example"], EventMapping.Map(item, null, Recognition)?.Seen.People);
    }

    [Fact]
    public void Mapping_answers_whatever_Graph_sends()
    {
        var text = Gen.OneOf(Gen.String, OneOf("2026-05-19T09:00:00.0000000", "9999-12-31T23:59:59", "0001-01-01T00:00:00", "2026-03-29T01:30:00", "ICPC CP-10482", "", null!));
        var time = Gen.Select(text, Gen.OneOf(Gen.String, OneOf("UTC", "Europe/London", "Pacific/Kiritimati", null!)),
            (dateTime, zone) => new DateTimeTimeZone { DateTime = dateTime, TimeZone = zone });
        Gen.Select(text, time, time, Gen.Bool, Gen.String.Array[0, 4]).Sample((subject, start, end, allDay, people) =>
        {
            var item = new Event
            {
                Id = "id", Subject = subject, Start = start, End = end, IsAllDay = allDay, Attendees = [.. people.Select(address => Person(address))],
            };
            if (EventMapping.Map(item, null, Recognition) is not { } mapped) return;
            Assert.True(mapped.Seen.Slot.End > mapped.Seen.Slot.Start);
            Assert.Equal(mapped.Seen.People.Distinct(), mapped.Seen.People);
            Assert.True(mapped.Seen.Recognised is not null || mapped.Seen.People.IsEmpty);
        }, iter: 3000);
    }

    private static Event Sample(string start = "2026-05-19T09:00:00.0000000", string end = "2026-05-19T11:00:00.0000000") => new()
    {
        Id = "id",
        ICalUId = "uid",
        Subject = "ICPC CP-10482",
        Start = new DateTimeTimeZone { DateTime = start, TimeZone = "UTC" },
        End = new DateTimeTimeZone { DateTime = end, TimeZone = "UTC" },
        Attendees = [Person("a@x.example")],
    };

    private static Attendee Person(string? address, AttendeeType type = AttendeeType.Required) =>
        new() { Type = type, EmailAddress = new EmailAddress { Address = address } };

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
