using ConferenceBot.Sandbox.OwnCalendar;
using CsCheck;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Nothing that somebody wrote stays.</summary>
public sealed class ReplacingTests
{
    /// <summary>Words that no part of the sandbox uses: seven consonants.</summary>
    private static readonly Gen<string> Word = OneOf("bcdfghjklmnpqrstvwxz".Select(c => c.ToString()).ToArray()).Array[7]
        .Select(letters => char.ToUpperInvariant(letters[0][0]) + string.Concat(letters[1..]));

    private static readonly Gen<string> Domain = Gen.Select(Word, OneOf("gov.uk", "nhs.uk", "nhs.net", "police.uk", "sch.uk", "gmail.com", "charity.example"),
        (word, suffix) => suffix == "gmail.com" ? suffix : $"{word.ToLowerInvariant()}.{suffix}");

    private static readonly Gen<(string[] Written, string Text)> Event = Gen.Select(Word.Array[6], Domain, Domain, Gen.Int[0, 4], Gen.Int[10000, 99999],
        (words, one, two, sort, number) =>
        {
            var subject = sort switch
            {
                0 => $"ICPC {words[0]} CP-{number}",
                1 => $"{words[0]} RCPC 3{number}",
                2 => $"ICPC {words[0]} 19/05/2026",
                3 => words[0],
                _ => $"Minutes of ICPC {words[0]} CP-{number}",
            };
            string[] lines =
            [
                $"DESCRIPTION:{words[1]}", $"LOCATION:{words[2]}", $"CATEGORIES:{words[5]}",
                $"ATTENDEE;CN=\"{words[3]}\":mailto:{words[3].ToLowerInvariant()}@{one}",
                $"ATTENDEE;CUTYPE=INDIVIDUAL;CN={words[4]};X-NUM-GUESTS=0:mailto:{words[4].ToLowerInvariant()}@{two}",
            ];
            return (words, Exports.Event(subject, $"202610{10 + (number % 18)}T100000", lines).Replace("UID:", $"UID:{words[5]}", StringComparison.Ordinal));
        });

    [Fact]
    public void No_word_of_a_calendar_surfaces_in_what_is_kept() => Event.Array[1, 8].Sample(events =>
    {
        var always = Exports.Event("ICPC CP-10482", "20261030T100000", Exports.Attendee("hiddenham@madeupshire.gov.uk"));
        var kept = Exports.All(Exports.From([.. events.Select(one => one.Text), always]));

        foreach (var word in events.SelectMany(one => one.Written).Append("Hiddenham").Append("madeupshire"))
            Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase);
    }, iter: 300);

    [Fact]
    public void The_same_address_is_the_same_person_throughout_and_two_addresses_are_two() => Gen.Select(Gen.Int[2, 9], Gen.Int[1, 6]).Sample((people, events) =>
    {
        var (tenant, entries) = Exports.From([.. Enumerable.Range(0, events).Select(day => Exports.Event($"ICPC CP-1048{day}", $"2026101{day}T100000",
            [.. Enumerable.Range(0, people).Select(number => Exports.Attendee($"{(day % 2 == 0 ? "Name" : "NAME")}{number}@trust.nhs.uk"))]))]);

        Assert.Equal(people, tenant.People.Count(person => person.Awaits));
        Assert.All(entries, entry => Assert.Equal(tenant.People.Where(person => person.Awaits).Select(person => person.Mail), entry.Invitees.Select(i => i.Address)));
    }, iter: 50);

    [Theory]
    [InlineData("outlook", "Hiddenham", "Fauxley", "Bryn", "Nerys", "Terrace", "madeupshire", "justice", "helpingcharity", "Civic", "040000008200E", "Whistlestop", "943 476")]
    [InlineData("google", "Hiddenham", "Fauxley", "Bryn", "Nerys", "Tumbledown", "madeupshire", "helpingcharity", "meet.example", "3v7k", "900451", "Half term", "c_0f3a9b")]
    public void An_export_keeps_its_conferences_and_nothing_else(string name, params string[] written)
    {
        var council = Exports.Load(name);
        var kept = Exports.All(council);

        Assert.Contains("CP-20481", kept.Replace('\u2011', '-'), StringComparison.Ordinal);
        Assert.All(council.Entries, entry => Assert.Equal(("", ""), (entry.Body, entry.Location)));
        Assert.All(written, word => Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase));
        Assert.All(OriginalWords.Of(council.Tenant).Where(word => !word.Any(char.IsAsciiDigit) || word.Contains('@')),
            word => Assert.DoesNotContain(word, kept, StringComparison.Ordinal));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
