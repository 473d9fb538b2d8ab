using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ConferenceBot.Cards;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain.Procedure;
using Xunit;

namespace ConferenceBot.Tests.Cards;

public sealed class WordsTests
{
    private static readonly Words English = Words.For(CardTree.English);
    private static readonly Words Welsh = Words.For(CardTree.Welsh);

    [Fact]
    public void Every_refusal_has_words()
    {
        var codes = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract).Select(t => t.Name);
        Assert.All(codes, code => Assert.False(string.IsNullOrWhiteSpace(English.Find($"Refusal.{code}")), code));
    }

    [Fact]
    public void Every_default_choice_has_words()
    {
        var procedure = new LocalProcedure();
        (string List, ImmutableArray<Choice> Choices)[] lists =
        [
            ("grounds", procedure.Grounds.Add(new Choice(FlagDraft.NotSafeWithSomeone))),
            ("whyNotYet", procedure.WhyNotYet),
            ("concernIndicators", procedure.ConcernIndicators),
            ("chairPlans", procedure.ChairPlans),
            ("escalationReasons", procedure.EscalationReasons),
        ];
        foreach (var (list, choices) in lists)
            Assert.All(choices, c => Assert.NotNull(English.Find($"Choice.{list}.{c.Key}")));
    }

    [Fact]
    public void Every_value_that_a_card_names_has_words()
    {
        AssertAll<ConferenceType>(v => $"ConferenceType.{v}");
        AssertAll<PutAway>(v => $"PutAway.{v}");
        AssertAll<FamilyTold>(v => $"FamilyTold.{v}");
        AssertAll<FamilyTold>(v => $"Alert.Told.{v}");
        AssertAll<FlagKind>(v => $"FlagKind.{v}");
        AssertAll<FlagKind>(v => $"Alert.What.{v}");
        AssertAll<AgencyFamilyState>(v => $"AgencyFamilyState.{v}");
        AssertAll<AdministratorMatter>(v => $"Administrator.{v}");
        AssertAll<AdministratorMatter>(v => $"Administrator.First.{v}");
        AssertAll<AccountKind>(v => $"People.Account.{v}");
        AssertAll<AttendeeStanding>(v => $"People.Standing.{v}");
        AssertAll<ListState>(v => $"List.{v}.NoDate");
        AssertAll<EscalationState>(v => $"Request.{v}");
        AssertAll<FlagState>(v => $"Receipt.Next.{v}");
        AssertAll<FlagState>(v => $"Receipt.Next.{v}.Support");
        AssertAll<DayOfWeek>(v => $"Day.{v}");
        foreach (var kind in Enum.GetValues<FlagKind>())
            AssertAll<FlagState>(v => $"Prompt.Sent.{kind}.{v}");
        foreach (var kind in Enum.GetValues<ToastKind>())
        foreach (var due in new DateTimeOffset?[] { null, CardSamples.At(14, 17) })
            Assert.NotEmpty(CardDrawer.Toast(kind, due, CardTree.English));
        foreach (var month in Enumerable.Range(1, 12)) Assert.NotNull(English.Find($"Month.{month}"));
    }

    [Fact]
    public void The_lines_of_the_toasts_are_the_reviewed_ones()
    {
        var thursday = CardSamples.At(14, 17);
        Assert.Equal("You have a task due Thursday. Open when private.", CardDrawer.Toast(ToastKind.Task, thursday, CardTree.English));
        Assert.Equal(
            "You have a task due Thursday. Open when private.",
            CardDrawer.Toast(ToastKind.Task, thursday, CardTree.English, CardSamples.Today));
        Assert.Equal(
            "You have a task due Thursday 14 May. Open when private.",
            CardDrawer.Toast(ToastKind.Task, thursday, CardTree.English, new DateOnly(2026, 5, 7)));
        Assert.Equal("An item needs your reply today. Open when private.", CardDrawer.Toast(ToastKind.Reply, null, CardTree.English));
        Assert.Equal(
            "An item needs your reply today. Open when private.",
            CardDrawer.Toast(ToastKind.Reply, thursday, CardTree.English, new DateOnly(2026, 5, 14)));
        Assert.Equal(
            "You have a task. Open when private.", CardDrawer.Toast(ToastKind.Task, thursday, CardTree.English, new DateOnly(2026, 5, 15)));
        Assert.Equal("An item needs your reply by Thursday. Open when private.", CardDrawer.Toast(ToastKind.Reply, thursday, CardTree.English));
    }

    [Fact]
    public void Welsh_words_come_from_their_own_file_and_fall_back_to_English()
    {
        Assert.Equal("dydd Iau 14 Mai, 17:00", Welsh.Dates.Full(CardSamples.At(14, 17)));
        Assert.Equal("Mae gennych dasg erbyn dydd Iau. Agorwch mewn preifatrwydd.", CardDrawer.Toast(ToastKind.Task, CardSamples.At(14, 17), CardTree.Welsh));
        Assert.Equal(English["ChairDigest.Picture"], Welsh["ChairDigest.Picture"]);
        Assert.Same(Welsh, Words.For(new CultureInfo("cy")));
        Assert.Same(English, Words.For(CultureInfo.InvariantCulture));
        Assert.Same(English, Words.For(new CultureInfo("fr")));
        Assert.All(CardSamples.All.Values, c => Assert.Equal("cy", CardTree.Draw(c, CardTree.Welsh)["lang"]!.GetValue<string>()));
    }

    [Fact]
    public void Every_Welsh_line_has_an_English_one_with_the_same_places()
    {
        var english = Lines("Words.resx");
        var welsh = Lines("Words.cy.resx");
        Assert.NotEmpty(welsh);
        Assert.All(welsh, line => Assert.Equal(Places(english[line.Key]), Places(line.Value)));
    }

    [Fact]
    public void No_line_holds_a_sign_that_markdown_acts_on() =>
        Assert.All(
            Lines("Words.resx").Concat(Lines("Words.cy.resx")),
            line => Assert.Equal(line.Value, PlainText.Of(line.Value)));

    [Theory]
    [InlineData(2026, 3, 29, "Sunday 29 March, 10:00")]
    [InlineData(2026, 12, 1, "Tuesday 1 December, 10:00")]
    [InlineData(2028, 2, 29, "Tuesday 29 February, 10:00")]
    public void Dates_are_said_without_the_cultures_of_the_machine(int year, int month, int day, string said) =>
        Assert.Equal(said, English.Dates.Full(new DateTimeOffset(year, month, day, 10, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_day_is_said_by_its_name_alone_for_less_than_a_week()
    {
        Assert.Equal("Monday 17:00", English.Dates.Near(CardSamples.At(11, 17), CardSamples.Today));
        Assert.Equal("Sunday 17:00", English.Dates.Near(CardSamples.At(17, 17), CardSamples.Today));
        Assert.Equal("Monday 18 May, 17:00", English.Dates.Near(CardSamples.At(18, 17), CardSamples.Today));
        Assert.Equal("Sunday 10 May, 17:00", English.Dates.Near(CardSamples.At(10, 17), CardSamples.Today));
    }

    private static void AssertAll<T>(Func<T, string> key)
        where T : struct, Enum =>
        Assert.All(Enum.GetValues<T>(), v => Assert.False(string.IsNullOrWhiteSpace(English.Find(key(v))), key(v)));

    private static string Places(string text) =>
        string.Join(',', Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Lines(string file, [CallerFilePath] string caller = "") =>
        XDocument.Load(Path.Combine(Path.GetDirectoryName(caller)!, "../../../bot/ConferenceBot/Cards/Resources", file))
            .Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
