using ConferenceBot.Calendars;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

public sealed class SubjectPatternTests
{
    [Theory]
    [InlineData("[0-9]{6}", "ICPC 19052026", null)]
    [InlineData("[0-9]{6}", "ICPC 190526", null)]
    [InlineData("[0-9]{6}", "ICPC 9434765919", null)]
    [InlineData("[0-9]{3,4}", "ICPC 943 476 5919", null)]
    [InlineData("[A-Z]+ [0-9]{5}", "ICPC 01632 960001", null)]
    [InlineData("[0-9]{1,2} [A-Z]+ [0-9]{4}", "ICPC 19 May 2026", null)]
    [InlineData("[0-9]{4}", "ICPC 19/05/2026", null)]
    [InlineData("[A-Z]+", "ICPC Exampleton", null)]
    [InlineData(@"\d{6}", "ICPC \u0662\u0660\u0664\u0664\u0661\u0667", null)]
    [InlineData("CP-[0-9]{5}", "ICPC CP-10482 01632 960001 19/05/2026", "CP-10482")]
    [InlineData("LCS [0-9]{6}", "ICPC LCS 012345", "LCS 012345")]
    [InlineData("[0-9]{4}/[0-9]{4}", "ICPC 2026/0417", "2026/0417")]
    public void What_is_never_a_reference_is_none_through_a_pattern_either_and_the_rest_is(string pattern, string subject, string? reference) =>
        Assert.Equal(reference, Seen(With(($"(?<reference>{pattern})", null)), subject)?.CaseNumber);

    [Theory]
    [InlineData("Cynhadledd/initial/S12", ConferenceType.Initial)]
    [InlineData("Cynhadledd/TransferIn/S12", ConferenceType.TransferIn)]
    [InlineData("Cynhadledd/RCPC/S12", ConferenceType.Review)]
    [InlineData("Cynhadledd/unborn/S12", ConferenceType.PreBirth)]
    [InlineData("Cynhadledd/budget/S12", null)]
    public void The_group_for_the_type_holds_its_words_or_its_name(string subject, ConferenceType? type) =>
        Assert.Equal(type, Seen(With(("Cynhadledd/(?<type>[a-z]+)/(?<reference>S[0-9]+)", null)), subject)?.Type);

    [Theory]
    [InlineData("Minutes of S12", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("S12 - core group to follow", nameof(RecognitionOutcome.Recognised))]
    [InlineData("Core group to follow S12", nameof(RecognitionOutcome.AnotherMeeting))]
    public void A_meeting_about_a_conference_is_none_through_a_pattern_either(string subject, string outcome) =>
        Assert.Equal(outcome, With(("(?<reference>S[0-9]+)", "Initial")).Look(subject, []).Result.Outcome.ToString());

    [Fact]
    public void A_pattern_without_a_type_only_finds_the_reference() =>
        Assert.Equal(RecognitionOutcome.NotAConference, With(("(?<reference>S[0-9]+)", null)).Look("Visit S12", []).Result.Outcome);

    [Fact]
    public void A_pattern_that_takes_too_long_does_not_keep_the_next_from_finding_the_reference()
    {
        const string slow = "(?=x)(x+x+)+(?<reference>y)";
        var subject = "ICPC " + new string('x', 60) + " S12";

        Assert.Equal(RecognitionOutcome.TookTooLong, With((slow, null)).Look(subject, []).Result.Outcome);
        Assert.Equal("S12", Seen(With((slow, null), ("(?<reference>S[0-9]+)", null)), subject)?.CaseNumber);
    }

    [Fact]
    public void Too_many_patterns_and_one_that_cannot_work_are_said_at_start_with_the_reason()
    {
        var good = new SubjectPatternOptions { Pattern = "(?<reference>[0-9]+)", Type = "prebirth" };

        Assert.Empty(Failures(good));
        Assert.Equal(["x:Recognition:Patterns: must be at most 20"], Failures([.. Enumerable.Repeat(good, 21)]));
        Assert.StartsWith("x:Recognition:Patterns:1:Pattern: is not a regular expression: ",
            Assert.Single(Failures(good, new SubjectPatternOptions { Pattern = "([" })), StringComparison.Ordinal);
        Assert.Equal(["x:Recognition:Patterns:0:Pattern: must have at most 500 characters"],
            Failures(new SubjectPatternOptions { Pattern = good.Pattern + new string('x', 500) }));
        Assert.Equal(["x:Recognition:Patterns:0:Type: must be one of Initial, FirstReview, Review, PreBirth, TransferIn, Reconvened"],
            Failures(new SubjectPatternOptions { Pattern = good.Pattern, Type = "2" }));
    }

    private static string[] Failures(params SubjectPatternOptions[] patterns) =>
        [.. CalendarsOptionsRules.Failures(new CalendarsOptions { Mailboxes = ["a@b.example"], Recognition = new() { Patterns = patterns } }, "x", development: true)];

    private static RecognisedConference? Seen(Recognition recognition, string subject) => recognition.Look(subject, []).Conference;

    private static Recognition With(params (string Pattern, string? Type)[] patterns) =>
        new(new RecognitionOptions { Patterns = [.. patterns.Select(pair => new SubjectPatternOptions { Pattern = pair.Pattern, Type = pair.Type })] });
}
