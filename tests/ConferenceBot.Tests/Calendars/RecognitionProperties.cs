using System.Globalization;
using ConferenceBot.Calendars;
using CsCheck;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

public sealed class RecognitionProperties
{
    private static readonly Recognition Shipped = new(new RecognitionOptions());
    private static readonly Recognition Own = new(new RecognitionOptions { Patterns = [new() { Pattern = "(?<reference>[0-9]{1,4}[0-9/.-]{4,12})" }] });
    private static readonly Recognition Greedy = new(new RecognitionOptions { Patterns = [new() { Pattern = "(?<reference>[A-Z]{0,9}[ :-]{0,2}[0-9][0-9 /.-]{3,14})" }] });
    /// <summary>Patterns as greedy and as careless as people write them.</summary>
    private static readonly Recognition[] Careless =
    [
        .. new[]
        {
            "[0-9]{4,}", "[0-9]{6}", "[0-9]{3,5}", "[0-9]{8}", "[0-9/.-]{6,10}", "[0-9 ()+-]{6,}", @"\d[\d ]+\d", "[A-Z]* ?[0-9]{5}", "[A-Z ]+[0-9 /.-]{6,}",
            "[0-9]{2}", ".+", "(?<![0-9])[0-9]{6}", "[A-Z]{2,4}[ -]?[0-9]+",
        }.Select(pattern => new Recognition(new RecognitionOptions { Patterns = [new() { Pattern = $"(?<reference>{pattern})" }] })),
    ];

    private static readonly Recognition Prefixed = new(new RecognitionOptions { Patterns = [new() { Pattern = "(?<reference>CP-[0-9]{5})" }] });
    private static readonly Gen<string> Separator = OneOf(" ", " - ", ": ", " (", ", ", "_", "\u00a0");
    private static readonly Gen<string> Words = OneOf("ICPC", "RCPC", "Review child protection conference", "First RCPC", "Pre-birth conference");

    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[4, 12].Select(digits => new string(digits));

    /// <summary>Text that looks like subjects, and text that does not look like anything, lone surrogates included.</summary>
    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String, Gen.Char.Array[0, 40].Select(chars => new string(chars)),
        Gen.Select(Words, Separator, Gen.String, (words, separator, rest) => words + separator + rest),
        Gen.Select(Words, Separator, Gen.OneOf(Digits, OneOf("CP-", "ref", "tel", "(", "+44")).Array[0, 6],
            (words, separator, parts) => words + separator + string.Join(separator, parts)));

    private static readonly Gen<DateOnly> Dates = Gen.Int[0, 34 * 365].Select(days => new DateOnly(2005, 1, 1).AddDays(days));

    private static readonly Gen<string> NeverAReference = Gen.OneOf(
        Gen.Select(Dates, OneOf("dd/MM/yyyy", "dd.MM.yyyy", "d-M-yyyy", "yyyy-MM-dd", "ddMMyyyy", "yyyyMMdd", "dd MM yyyy", "d/M/yy", "dd.MM.yy"),
            (date, format) => date.ToString(format, CultureInfo.InvariantCulture)),
        Gen.Char['1', '9'].SelectMany(first => Gen.Char['0', '9'].Array[9].Select(rest => first + new string(rest)))
            .SelectMany(ten => OneOf(ten, $"{ten[..3]} {ten[3..6]} {ten[6..]}", $"{ten[..3]}-{ten[3..6]}-{ten[6..]}")),
        Gen.Char['0', '9'].Array[9].Select(rest => new string(rest)).SelectMany(nine => OneOf(
            $"01{nine[..9]}", $"07{nine[..3]} {nine[3..]}", $"(01{nine[..3]}) {nine[3..]}", $"020 7{nine[..3]} {nine[3..7]}", $"+44 1{nine[..3]} {nine[3..]}",
            $"+447{nine}", $"0044 7{nine[..3]} {nine[3..]}", $"01{nine[..3]}-{nine[3..]}", $"tel {nine[..6]}", $"phone: {nine[..3]} {nine[3..9]}")));

    [Fact]
    public void Recognition_answers_whatever_the_subject_is() => Anything.Sample(text =>
    {
        var (result, conference) = Shipped.Look(text, [text]);
        Assert.Equal(result.IsRecognised, conference is not null);
        Assert.Equal(result.IsRecognised, result.Type is not null);
        if (conference is not null)
            Assert.Contains(conference.CaseNumber, SubjectText.Clean(text), StringComparison.OrdinalIgnoreCase);
        Own.Look(text, []);
    }, iter: 5000);

    [Fact]
    public void A_date_a_telephone_number_and_a_ten_digit_number_are_never_a_reference() =>
        Gen.Select(Words, Separator, NeverAReference, OneOf("", " Exampleton", " 10:00", ")", " room 2")).Sample((words, separator, number, tail) =>
        {
            Assert.Equal(RecognitionOutcome.NoReference, Shipped.Look(words + separator + number + tail, []).Result.Outcome);
            Assert.NotEqual(RecognitionOutcome.Recognised, Greedy.Look(words + separator + number, []).Result.Outcome);
            Assert.NotEqual(RecognitionOutcome.Recognised, Own.Look(words + separator + number + tail, []).Result.Outcome);
        }, iter: 5000);

    [Fact]
    public void No_pattern_makes_a_reference_of_a_date_a_telephone_number_or_a_ten_digit_number_or_of_a_piece_of_it() =>
        Gen.Select(OneOf("ICPC", "RCPC", "Review child protection conference", "Pre-birth conference"), OneOf(" ", ": ", " (", ", "), NeverAReference,
            OneOf("", " Exampleton", ")"), Gen.Int[0, Careless.Length - 1]).Sample((words, separator, number, tail, which) =>
            Assert.Equal(RecognitionOutcome.NoReference, Careless[which].Look(words + separator + number + tail, []).Result.Outcome), iter: 20000);

    [Fact]
    public void A_prefixed_number_is_found_wherever_it_stands() =>
        Gen.Select(Words, Separator, Gen.Int[10000, 99999], OneOf("", " 19/05/2026", " tel 01632 960001", " 9434765919"), Gen.Bool).Sample(
            (words, separator, number, tail, first) =>
            {
                var subject = first ? $"CP-{number}{separator}{words}{tail}" : $"{words}{separator}CP-{number}{tail}";
                Assert.Equal($"CP-{number}", Shipped.Look(subject, []).Conference?.CaseNumber);
                Assert.Equal($"CP-{number}", Prefixed.Look(subject, []).Conference?.CaseNumber);
            }, iter: 3000);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
