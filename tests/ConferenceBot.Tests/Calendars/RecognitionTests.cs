using ConferenceBot.Calendars;
using ConferenceBot.Domain.Conferences;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

public sealed class RecognitionTests
{
    private static readonly Recognition Shipped = new(new RecognitionOptions { Categories = ["Child protection conference"] });

    [Theory]
    [InlineData("ICPC CP-10482", ConferenceType.Initial, "CP-10482")]
    [InlineData("icpc cp-10482", ConferenceType.Initial, "CP-10482")]
    [InlineData("Canceled: ICPC CP-10482", ConferenceType.Initial, "CP-10482")]
    [InlineData("FW: ICPC - LCS 204417 - room 2", ConferenceType.Initial, "LCS 204417")]
    [InlineData("ICPC_CP-10482_Exampleton", ConferenceType.Initial, "CP-10482")]
    [InlineData("ICPC \u2013 CP\u201110482", ConferenceType.Initial, "CP-10482")]
    [InlineData("Initial Child Protection Conference CP10482", ConferenceType.Initial, "CP10482")]
    [InlineData("Initial  child-protection\u00a0conference 204417", ConferenceType.Initial, "204417")]
    [InlineData("Initial CP conference ref: 10482", ConferenceType.Initial, "10482")]
    [InlineData("RCPC LCS 204417", ConferenceType.Review, "LCS 204417")]
    [InlineData("RCPC (20441712) 19/05/2026 10:00", ConferenceType.Review, "20441712")]
    [InlineData("RCPC 204417 1/5/26", ConferenceType.Review, "204417")]
    [InlineData("RCPC 19/05/2026 204417", ConferenceType.Review, "204417")]
    [InlineData("RCPC Tuesday 19 May 2026 204417", ConferenceType.Review, "204417")]
    [InlineData("ICPC 20441712 19 May 2026", ConferenceType.Initial, "20441712")]
    [InlineData("ICPC 09:00 204417", ConferenceType.Initial, "204417")]
    [InlineData("RCPC 204417 1030", ConferenceType.Review, "204417")]
    [InlineData("RCPC #204417", ConferenceType.Review, "204417")]
    [InlineData("RCPC SW-204417", ConferenceType.Review, "204417")]
    [InlineData("Review child protection conference - 204417 - tel 01632 960001", ConferenceType.Review, "204417")]
    [InlineData("tel 01632 960001 - Review child protection conference - 204417", ConferenceType.Review, "204417")]
    [InlineData("CP Review Conference case no 204417", ConferenceType.Review, "204417")]
    [InlineData("First review child protection conference - Robin Exampleton - CP-10291", ConferenceType.FirstReview, "CP-10291")]
    [InlineData("1st RCPC CP-10291", ConferenceType.FirstReview, "CP-10291")]
    [InlineData("RCPC (first) CP-10291", ConferenceType.FirstReview, "CP-10291")]
    [InlineData("First review - CP-10291", ConferenceType.FirstReview, "CP-10291")]
    [InlineData("Pre-birth child protection conference CP-10517", ConferenceType.PreBirth, "CP-10517")]
    [InlineData("Prebirth ICPC CP-10517", ConferenceType.PreBirth, "CP-10517")]
    [InlineData("ICPC (unborn) CP-10517", ConferenceType.PreBirth, "CP-10517")]
    [InlineData("Pre birth: CP-10517", ConferenceType.PreBirth, "CP-10517")]
    [InlineData("Transfer-in conference 204417", ConferenceType.TransferIn, "204417")]
    [InlineData("Transfer in ICPC 204417", ConferenceType.TransferIn, "204417")]
    [InlineData("Reconvened ICPC CP-10482", ConferenceType.Reconvened, "CP-10482")]
    [InlineData("RCPC re-convened CP-10482", ConferenceType.Reconvened, "CP-10482")]
    [InlineData("Reconvened: LCS 204417", ConferenceType.Reconvened, "LCS 204417")]
    [InlineData("Initial conference - CPC - CP-10482", ConferenceType.Initial, "CP-10482")]
    [InlineData("ICPC CP-10482 and CP-10483", ConferenceType.Initial, "CP-10482")]
    [InlineData("ICPC 987654 CP-10482", ConferenceType.Initial, "CP-10482")]
    [InlineData("ICPC CP-10482 (core group to follow)", ConferenceType.Initial, "CP-10482")]
    [InlineData("ICPC CP-10482, pre-meeting 9.30 with family", ConferenceType.Initial, "CP-10482")]
    [InlineData("RCPC CP-120526", ConferenceType.Review, "CP-120526")]
    [InlineData("ICPC CP-4821", ConferenceType.Initial, "CP-4821")]
    [InlineData("RCPC 204417 (90 minutes)", ConferenceType.Review, "204417")]
    [InlineData("Initial child protection conference 2044171", ConferenceType.Initial, "2044171")]
    [InlineData("Review child protection conference 204417123", ConferenceType.Review, "204417123")]
    [InlineData("Pre-birth conference LCS 204417", ConferenceType.PreBirth, "LCS 204417")]
    [InlineData("Transfer-in CP-10482", ConferenceType.TransferIn, "CP-10482")]
    public void A_subject_says_which_conference_it_is(string subject, ConferenceType type, string reference)
    {
        var (result, conference) = Shipped.Look(subject, []);

        Assert.Equal((RecognitionOutcome.Recognised, type, false), (result.Outcome, result.Type, result.TypeAssumed));
        Assert.Equal((type, reference), (conference?.Type, conference?.CaseNumber));
    }

    [Theory]
    [InlineData(null, nameof(RecognitionOutcome.NoSubject))]
    [InlineData("", nameof(RecognitionOutcome.NoSubject))]
    [InlineData(" \u200b\t", nameof(RecognitionOutcome.NoSubject))]
    [InlineData("Team meeting", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Visit CP-10482", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Review of CP-10482", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Initial visit LCS 204417", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Pre-birth assessment CP-10517", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Pre-birth planning CP-10517", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Press conference 204417", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Conference call 01632 960001", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Case conference 204417", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("RICPCS 204417", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("First aid review 204417", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Core group meeting CP-10482", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("Core group after ICPC CP-10482", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("Core group at 10:00 following ICPC CP-10482", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("Minutes of ICPC CP-10482", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("ICPC minutes CP-10482", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("ICPC report due CP-10482", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("Prep for RCPC 204417", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("Pre-meet: ICPC CP-10482", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("Training: chairing an ICPC 204417", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("Strategy discussion before ICPC CP-10482", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("ICPC Exampleton family", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 2044171234", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 12345", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 19/05/2026", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 2026-05-19", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 19052026", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 20260519", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 190526", nameof(RecognitionOutcome.NoReference))]
    [InlineData("Initial CP conference CP 19052026", nameof(RecognitionOutcome.NoReference))]
    [InlineData("Review CP 2026-05-19 RCPC", nameof(RecognitionOutcome.NoReference))]
    [InlineData("RCPC CP-2026", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 9434765919", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 943 476 5919", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC NHS 9434765", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 01632 960001", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC (01632) 960001", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC +44 1632 960001", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 07700900123", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 07700 900123", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC 1632 960001", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC tel: 960001", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC ring 960001", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC passcode: 204417", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC £204417", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC AB204417C", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ICPC \u0662\u0660\u0664\u0664\u0661\u0667", nameof(RecognitionOutcome.NoReference))]
    public void A_subject_says_why_it_is_none(string? subject, string why)
    {
        var (result, conference) = Shipped.Look(subject, ["Red category"]);

        Assert.Equal(new RecognitionResult(Enum.Parse<RecognitionOutcome>(why)), result);
        Assert.Null(conference);
    }

    [Theory]
    [InlineData("CP-10482", ConferenceType.Review, true)]
    [InlineData("CP-10482 initial", ConferenceType.Initial, false)]
    [InlineData("Review CP-10482", ConferenceType.Review, false)]
    [InlineData("CP-10482 core group room", ConferenceType.Review, true)]
    [InlineData("Unborn CP-10482", ConferenceType.PreBirth, false)]
    public void A_category_makes_a_conference_of_any_subject_with_a_reference(string subject, ConferenceType type, bool assumed)
    {
        var (result, _) = Shipped.Look(subject, [" child PROTECTION conference "]);

        Assert.Equal(new RecognitionResult(RecognitionOutcome.Recognised, type, assumed), result);
    }

    [Fact]
    public void A_category_may_tell_the_type_when_the_subject_does_not()
    {
        var recognition = new Recognition(new RecognitionOptions { Categories = ["ICPC"] });

        Assert.Equal(ConferenceType.Initial, recognition.Look("204417", ["ICPC"]).Conference?.Type);
        Assert.Equal(RecognitionOutcome.NoReference, recognition.Look("", ["ICPC"]).Result.Outcome);
        Assert.Equal(RecognitionOutcome.NoReference, recognition.Look(null, ["ICPC"]).Result.Outcome);
    }

    [Fact]
    public void A_child_protection_conference_without_a_type_gets_the_longest_notice_and_says_so() =>
        Assert.Equal(new RecognitionResult(RecognitionOutcome.Recognised, ConferenceType.Review, TypeAssumed: true),
            Shipped.Look("Child protection conference CP-10482", []).Result);

    [Fact]
    public void A_councils_own_words_replace_the_shipped_words_of_their_type()
    {
        var recognition = new Recognition(new RecognitionOptions { Types = new TypeWordsOptions { Initial = ["Cynhadledd gychwynnol", "C.P.1 (new)"] } });

        Assert.Equal(ConferenceType.Initial, recognition.Look("CYNHADLEDD GYCHWYNNOL CP-10482", []).Conference?.Type);
        Assert.Equal(ConferenceType.Initial, recognition.Look("C.P.1 (new) CP-10482", []).Conference?.Type);
        Assert.Equal(RecognitionOutcome.NotAConference, recognition.Look("ICPC CP-10482", []).Result.Outcome);
        Assert.Equal(ConferenceType.Review, recognition.Look("RCPC CP-10482", []).Conference?.Type);
    }

    [Theory]
    [InlineData("^.*?(?<reference>S/[0-9]{3}/[A-Z])", "ICPC s/123/a CP-10482", "S/123/A")]
    [InlineData("[0-9]{4}/[0-9]{4}", "ICPC 2026/0417", "2026/0417")]
    [InlineData("(?<!A)[0-9]{6}", "ICPC A204417 129926", "129926")]
    [InlineData("[0-9/]{6,12}", "ICPC 19/05/2026 204417", "204417")]
    [InlineData("[0-9]{6,12}", "ICPC 9434765919 07700900123", null)]
    [InlineData("S[0-9]+", "ICPC CP-10482", null)]
    public void A_councils_own_pattern_replaces_the_shipped_rules_but_not_what_is_never_a_reference(string pattern, string subject, string? reference)
    {
        var recognition = new Recognition(new RecognitionOptions { Patterns = [new() { Pattern = pattern.Contains("?<reference>", StringComparison.Ordinal) ? pattern : $"(?<reference>{pattern})" }] });

        Assert.Equal(reference, recognition.Look(subject, []).Conference?.CaseNumber);
    }

    [Fact]
    public void A_pattern_that_takes_too_long_is_given_up()
    {
        var recognition = new Recognition(new RecognitionOptions { Patterns = [new() { Pattern = @"(?<reference>(?=x)(x+x+)+y)" }] });

        Assert.Equal(RecognitionOutcome.TookTooLong, recognition.Look("ICPC " + new string('x', 60), []).Result.Outcome);
    }

    [Theory]
    [InlineData("ICPC EX-10482", "EX-10482", ConferenceType.Initial)]
    [InlineData("Planning meeting K-20441", "K-20441", ConferenceType.TransferIn)]
    [InlineData("Planning meeting 12 March 2026", null, null)]
    public void The_first_pattern_that_finds_a_reference_says_reference_and_type(string subject, string? reference, ConferenceType? type)
    {
        var recognition = new Recognition(new RecognitionOptions
        {
            Patterns =
            [
                new() { Pattern = "(?<type>ICPC|RCPC) (?<reference>EX-[0-9]{5})" },
                new() { Pattern = "meeting (?<reference>[A-Z0-9 -]+)", Type = "TransferIn" },
            ],
        });

        var (_, conference) = recognition.Look(subject, []);
        Assert.Equal((reference, type), (conference?.CaseNumber, conference?.Type));
    }

    [Theory]
    [InlineData("([", "", "Pattern")]
    [InlineData("[0-9]{6}", "", "Pattern")]
    [InlineData("(?<reference>[0-9]*)", "", "Pattern")]
    [InlineData("(?<reference>[0-9]{6})", "Birthday", "Type")]
    [InlineData("(?<reference>[0-9]{6})", "prebirth", null)]
    public void A_pattern_that_cannot_be_used_is_named(string pattern, string type, string? key) =>
        Assert.Equal(key, SubjectPattern.Fault(new SubjectPatternOptions { Pattern = pattern, Type = type })?.Key);
}
