using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Tests.Conventions;
using Xunit;

namespace ConferenceBot.Tests.Cards;

/// <summary>The samples are every card in every state: what the gallery shows and the golden files hold.</summary>
public sealed class CardStateTests
{
    private static readonly Dictionary<CardKind, Type[]> Contents = new()
    {
        [CardKind.Prompt] = [typeof(PromptContent), typeof(FlagFormContent)],
        [CardKind.PromptDigest] = [typeof(DigestContent)],
        [CardKind.ChairAlert] = [typeof(ChairAlertContent)],
        [CardKind.ChairDigest] = [typeof(ChairDigestContent)],
        [CardKind.SupportAsk] = [typeof(SupportAskContent)],
        [CardKind.FlagReceipt] = [typeof(FlagReceiptContent)],
        [CardKind.EscalationForm] = [typeof(EscalationFormContent)],
        [CardKind.EscalationAsk] = [typeof(EscalationAskContent)],
        [CardKind.EscalationRequest] = [typeof(EscalationRequestContent)],
        [CardKind.AdministratorItem] = [typeof(AdministratorItemContent)],
        [CardKind.PeopleList] = [typeof(PeopleListContent)],
        [CardKind.People] = [typeof(PeopleContent)],
        [CardKind.Attendee] = [typeof(PeopleContent), typeof(AttendeeContent)],
        [CardKind.AttendeeGroup] = [typeof(PeopleContent), typeof(AttendeeContent)],
        [CardKind.MyConferences] = [typeof(MyConferencesContent)],
        [CardKind.Help] = [typeof(HelpContent)],
        [CardKind.NotUnderstood] = [typeof(HelpContent)],
    };

    /// <summary>States that a card is never in: the rules make them impossible.</summary>
    private static readonly string[] Never =
    [
        "ChairAlertContent.Kind=SupportToShare",
        "DigestContent.Items.State=Chairing",
    ];

    public static TheoryData<string> Families => [.. Contents.Values.SelectMany(types => types).Append(typeof(PutAwayContent)).Select(type => type.Name).Distinct()];

    [Fact]
    public void Every_kind_of_card_has_samples()
    {
        Assert.Equal(Enum.GetValues<CardKind>(), Contents.Keys.Order());
        var shown = CardSamples.All.Values.Select(content => content.GetType()).ToHashSet();
        Offences.None(Contents.Values.SelectMany(types => types).Where(type => !shown.Contains(type)).Select(type => type.Name));
        Assert.Equal(Contents.Values.SelectMany(types => types).Append(typeof(PutAwayContent)).ToHashSet(), shown);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_state_of_a_card_has_a_sample(string family)
    {
        var samples = CardSamples.All.Values.Where(content => content.GetType().Name == family).ToList();
        var shown = samples.SelectMany(CardStates.Shown).ToHashSet();
        Offences.None(CardStates.Possible(samples[0].GetType()).Where(state => !shown.Contains(state) && !Never.Contains(state)));
    }

    [Fact]
    public void Every_type_of_conference_has_a_sample()
    {
        var drawn = string.Join(' ', CardSamples.All.Values.OfType<PromptContent>().Select(content => content.Conference.ToString()));
        Offences.None(Enum.GetNames<ConferenceType>().Where(type => !drawn.Contains($"Type = {type}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_refusal_has_a_sample()
    {
        var shown = CardSamples.All.Values.Select(content => content.Refusal?.GetType()).ToHashSet();
        Offences.None(Conventions.Families.CasesOf(typeof(Refusal)).Where(type => !shown.Contains(type)).Select(type => type.Name));
    }
}
