using System.Globalization;
using ConferenceBot.Calendars;
using ConferenceBot.Sandbox.OwnCalendar;
using CsCheck;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>The bot is the judge of subjects; what the sandbox keeps of one must not change the verdict.</summary>
public sealed class SubjectsTests
{
    private static readonly Recognition Bot = new(new RecognitionOptions { Categories = [Replacing.Category] });

    private static readonly Gen<string> Words = OneOf("ICPC", "RCPC", "Review child protection conference", "First RCPC", "Pre-birth conference",
        "Initial Child Protection Conference", "1st review", "Transfer-in ICPC", "Reconvened RCPC", "CP conference", "Unborn", "Child protection conference",
        "Core group", "Minutes of ICPC", "Team meeting", "initial", "Adjourned conference", "CP review");

    private static readonly Gen<string> Parts = Gen.OneOf(
        Gen.Int[10000, 999999].Select(number => $"CP-{number}"), Gen.Int[1000, 999999999].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        OneOf("Hiddenham", "Robin Exampleton", "tel", "ref", "LCS", "NHS", "19/05/2026", "19 May 2026", "190526", "943 476 5919", "01632 960451", "+44 1632",
            "10:00", "room 2", "(core group to follow)", "£", "case no", "pre-meeting 9.30", "O'Ghostly", "\u2013", "\u200b"));

    private static readonly Gen<string> Subject = Gen.Select(Words, OneOf(" ", " - ", ": ", " (", ", ", "_", "\u00a0"), Parts.Array[0, 4], Gen.Bool,
        (words, separator, parts, first) => first ? words + separator + string.Join(separator, parts) : string.Join(separator, parts.Append(words)));

    [Fact]
    public void The_bot_judges_what_is_kept_as_it_would_the_subject_itself() => Gen.Select(Subject, Gen.Bool).Sample((subject, category) =>
    {
        string[] categories = category ? [Replacing.Category] : [];
        var (original, conference) = Bot.Look(subject, categories);
        var look = Subjects.Look(subject, category);
        var (after, kept) = Bot.Look(look.Kept, categories);

        Assert.True((original.IsRecognised, original.Type, conference?.CaseNumber.Replace("\u00a0", " "))
            == (after.IsRecognised, after.Type, kept?.CaseNumber), $"'{subject}' was {original}, '{look.Kept}' is {after}");
        Assert.Equal(after.IsRecognised, look.IsConference);
    }, iter: 20_000);

    [Fact]
    public void Nothing_is_kept_but_words_of_a_fixed_list_and_a_reference() => Gen.Select(Gen.OneOf(Subject, Gen.String), Gen.Bool).Sample((subject, category) =>
    {
        var look = Subjects.Look(subject, category);
        var rest = SubjectTypes.All.Append(Subjects.Nothing).OrderByDescending(words => words.Length)
            .Aggregate(look.Kept, (text, words) => text.Replace(words, "", StringComparison.Ordinal)).Trim();

        Assert.Matches(look.IsConference ? @"^((CP|LCS|ICS|EHM|LL|MOSAIC|LIQUIDLOGIC)[ :#.-]{0,3}|ref )?[0-9]{4,9}$" : "^(01/01/2000|9000000000|01632 960000)?$",
            rest.ToUpperInvariant().Replace("REF ", "ref ", StringComparison.Ordinal));
    }, iter: 10_000);

    [Theory]
    [InlineData("ICPC - Hiddenham, Bryn - CP-20481 - 4 Invented Terrace", "Initial child protection conference CP-20481")]
    [InlineData("Review child protection conference LCS 317204 (Quillfeather)", "Review child protection conference LCS 317204")]
    [InlineData("Pre-birth ICPC CP-20519", "Pre-birth child protection conference CP-20519")]
    [InlineData("Transfer-in ICPC 51880274", "Transfer-in child protection conference 51880274")]
    [InlineData("First review conference (Tumbledown) case no 20519", "First review child protection conference ref 20519")]
    [InlineData("ICPC Hiddenham 21/10/2026", "Initial child protection conference 01/01/2000")]
    [InlineData("RCPC 943 476 5919 Hiddenham", "Review child protection conference 9000000000")]
    [InlineData("ICPC Hiddenham tel 01632 960451", "Initial child protection conference 01632 960000")]
    [InlineData("ICPC Hiddenham family", "Initial child protection conference")]
    [InlineData("Minutes of ICPC CP-20481", "Meeting")]
    [InlineData("Lunch with Bryn", "Meeting")]
    public void A_subject_is_reduced_to_its_type_and_its_reference_or_the_shape_of_a_number(string subject, string kept) =>
        Assert.Equal(kept, Subjects.Look(subject, category: false).Kept);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
