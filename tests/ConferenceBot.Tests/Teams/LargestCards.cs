using System.Collections.Immutable;
using ConferenceBot.Cards;
using ConferenceBot.Clockwork;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Tests.Teams;

/// <summary>Makes a card as large as it can become.</summary>
/// <param name="Text">Characters of a text that was typed and accepted.</param>
/// <param name="Input">Characters of a text that was typed and refused, and is offered again.</param>
/// <param name="Fill">What the texts consist of.</param>
internal sealed record LargestCards(int Text, int Input, string Fill)
{
    private const int LongestAgency = 100, Agencies = 40, Items = 60;

    private static readonly string[] TextInputs = [InputIds.Seen, InputIds.ParentView, InputIds.Tried, InputIds.Wanted, InputIds.Reason];

    public CardContent Of(CardContent content)
    {
        var largest = Grown(content);
        return largest with { Kept = largest.Kept.SetItems(TextInputs.Select(id => KeyValuePair.Create(id, Long(Input)))) };
    }

    private CardContent Grown(CardContent content) => content switch
    {
        PromptContent c => c with { Sent = [.. Repeated(c.Sent, 12)], Grounds = Choices(), Family = c.Family is null ? null : c.Family with { WhyChoices = Choices() } },
        DigestContent c => c with { Items = [.. Repeated(c.Items, Items)] },
        MyConferencesContent c => c with { Items = [.. Repeated(c.Items, Items)] },
        ChairAlertContent c => c with
        {
            FromAgency = Long(LongestAgency), Typed = Typed(c.Typed), Choices = new AlertChoices(Choices(), Choices(), Choices()),
            Indicators = Keys(c.Indicators), Plans = Keys(c.Plans),
        },
        ChairDigestContent c => c with { Agencies = [.. Repeated(c.Agencies, Agencies).Select(a => a with { Agency = Long(LongestAgency) })] },
        FlagFormContent c => c with { Indicators = Choices(), TextLimit = Text },
        EscalationFormContent c => c with { Conferences = [.. Repeated(c.Conferences, Items)], Reasons = Choices(), TextLimit = Text },
        EscalationAskContent c => c with { FromAgency = Long(LongestAgency), Typed = Typed(c.Typed), TextLimit = Text, Reason = Choices()[0] },
        EscalationRequestContent c => c with { TypedReason = c.TypedReason is null ? null : Long(Text), Reason = Choices()[0] },
        PeopleListContent c => c with { Items = [.. Repeated(c.Items, Items)] },
        PeopleContent c => c with
        {
            Rows = [.. Repeated(c.Rows, Items).Select(Grown)],
            Groups = [.. Repeated(c.Groups, Items).Select(g => g with { Department = g.Department is null ? null : Long(LongestAgency), Suggested = Long(LongestAgency) })],
        },
        AttendeeContent c => c with
        {
            One = c.One is null ? null : Grown(c.One), Who = c.Who is null ? null : Long(320),
            Agencies = [.. Repeated(c.Agencies, Agencies).Select(a => new AgencyChoice(Long(40), Long(LongestAgency)))],
        },
        FlagReceiptContent or SupportAskContent or AdministratorItemContent or HelpContent or PutAwayContent => content,
        _ => throw new InvalidOperationException($"Say what the largest {content.GetType().Name} is."),
    };

    private AttendeeRow Grown(AttendeeRow row) => row with
    {
        Department = Long(LongestAgency), Suggested = row.Suggested is null ? null : Long(LongestAgency), Agency = row.Agency is null ? null : Long(LongestAgency), Others = 12,
    };

    /// <summary>As many and as long as a council may configure.</summary>
    private ImmutableArray<Choice> Choices() =>
        [.. Enumerable.Range(0, ProcedureOptionsValidator.MostChoices).Select(i => new Choice($"choice{i}", Long(ProcedureOptionsValidator.LongestChoice)))];

    private static ImmutableArray<string> Keys(ImmutableArray<string> some) =>
        some.IsDefaultOrEmpty ? some : [.. Enumerable.Range(0, ProcedureOptionsValidator.MostChoices).Select(i => $"choice{i}")];

    private ImmutableDictionary<string, string>? Typed(ImmutableDictionary<string, string>? typed) =>
        typed?.ToImmutableDictionary(pair => pair.Key, _ => Long(Text));

    private string Long(int characters) => string.Concat(Enumerable.Repeat(Fill, characters / Fill.Length));

    private static IEnumerable<T> Repeated<T>(ImmutableArray<T> some, int count) =>
        some.IsDefaultOrEmpty ? [] : Enumerable.Range(0, count).Select(i => some[i % some.Length]);
}
