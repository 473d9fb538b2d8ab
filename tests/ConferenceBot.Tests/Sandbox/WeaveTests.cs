using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Page;
using ConferenceBot.Sandbox.Record;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class WeaveTests
{
    private static readonly DateTimeOffset Nine = new(2026, 5, 11, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Gita = new(1, 0, 0, new byte[8]), Hugo = new(2, 0, 0, new byte[8]);

    [Fact]
    public void A_decision_comes_before_the_card_that_tells_it_and_an_audit_row_after_the_click()
    {
        Line[] seen = [Seen("read", "read"), Seen("delivery", "card", "a1"), Seen("reply", "click", "a1", Gita), Seen("delivery", "answer", "a2")];
        RecordLine[] told =
        [
            Told("audit", 2, Anchor.Press, "a1", Gita), Told("second decision", 3, Anchor.Arrival, "a2"),
            Told("decision", 3, Anchor.Arrival, "a1"), Told("seen", 1, Anchor.Reading), Told("held", 4),
        ];

        Assert.Equal(["read", "seen", "decision", "card", "click", "audit", "second decision", "answer", "held"], Texts(seen, told));
    }

    [Fact]
    public void How_a_card_was_sent_is_said_at_its_arrival_or_by_itself_when_the_tenant_did_not_see_it()
    {
        Line[] seen = [Seen("delivery", "card", "a1")];
        var sent = new RecordLine(new Line(Nine, "delivery", Gita, "AB-123", "reached", "Sent at first attempt."), 5, Anchor.ArrivalDetail, "a1");

        var line = Assert.Single(Weave.Together(seen, [sent]));
        Assert.Equal(("card", "AB-123", "Sent at first attempt."), (line.Text, line.Conference, line.Detail));
        Assert.Equal(["card", "reached"], Texts(seen, [sent with { Activity = "a9" }]));
    }

    [Fact]
    public void What_has_no_place_stands_at_the_end_of_its_instant()
    {
        Line[] seen = [Seen("clock", "nine"), Seen("clock", "ten") with { At = Nine.AddHours(1) }];
        Assert.Equal(["nine", "note", "ten"], Texts(seen, [Told("note", 4)]));
    }

    [Theory]
    [InlineData(null, null, null, null, 4)]
    [InlineData("AB-123", null, null, null, 2)]
    [InlineData(null, "gita", null, null, 2)]
    [InlineData(null, null, "delivery", null, 1)]
    [InlineData("AB-123", "gita", "decision", null, 1)]
    [InlineData(null, null, null, "3", 1)]
    [InlineData(null, "nobody", null, null, 0)]
    [InlineData("", "", "", "", 4)]
    public void The_lines_can_be_narrowed_by_conference_person_kind_and_what_was_read_before(
        string? conference, string? person, string? kind, string? after, int expected)
    {
        Line[] lines =
        [
            new(Nine, "decision", Gita, "AB-123", "1") { Seq = 1 }, new(Nine, "decision", Hugo, "CD-456", "2") { Seq = 2 },
            new(Nine, "delivery", Gita, null, "3") { Seq = 3 }, new(Nine, "audit", Hugo, "AB-123", "4") { Seq = 4 },
        ];
        var json = HappenedJson.Write(lines, HostRecord.Nothing, conference, person == "gita" ? Gita.ToString() : person, kind, after);
        Assert.Equal(expected, json.Items("lines").Count());
    }

    [Fact]
    public void Only_the_newest_three_hundred_lines_are_given_oldest_first()
    {
        var lines = Enumerable.Range(1, 450).Select(i => new Line(Nine, "clock", null, null, "tick") { Seq = i }).ToList();
        var given = HappenedJson.Write(lines, HostRecord.Nothing, null, null, null, null).Items("lines").Select(line => (int)(long)line!["seq"]!).ToList();
        Assert.Equal(Enumerable.Range(151, 300), given);
    }

    private static IEnumerable<string> Texts(Line[] seen, RecordLine[] told) => Weave.Together(seen, told).Select(line => line.Text);

    private static Line Seen(string kind, string text, string? activity = null, Guid? who = null) =>
        new(Nine, kind, who, null, text) { Activity = activity };

    private static RecordLine Told(string text, int rank, Anchor anchor = Anchor.None, string? activity = null, Guid? who = null) =>
        new(new Line(Nine, "audit", who, null, text), rank, anchor, activity);
}
