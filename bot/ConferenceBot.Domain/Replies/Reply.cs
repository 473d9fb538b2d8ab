using System.Collections.Immutable;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Domain.Replies;

/// <summary>What a person did on a card, read from its verb and inputs. Who did it is not part of it: the token says that.</summary>
/// <param name="Card">The stamp the card carried.</param>
public abstract record Reply(CardStamp Card)
{
    /// <summary>The inputs as they came, by input id, to be offered again after a refusal. Never stored or logged.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;
}

public sealed record AnswerReport(CardStamp Card, ReportAnswer Answer) : Reply(Card);

public sealed record CorrectReport(CardStamp Card) : Reply(Card);

/// <summary>Opens one item of a list card in place; <paramref name="Card"/> is the item's own stamp.</summary>
public sealed record OpenItem(CardStamp Card) : Reply(Card);

/// <summary>Goes back from an opened item or form to the card it was opened from.</summary>
public sealed record Back(CardStamp Card) : Reply(Card);

public sealed record OpenFlagForm(CardStamp Card) : Reply(Card);

/// <param name="Seen">What was seen or heard, when; never empty.</param>
/// <param name="ParentView">The parent's perspective, if known; may be empty.</param>
public sealed record RaiseFlag(CardStamp Card, ImmutableArray<string> Indicators, string Seen, string ParentView, FamilyTold? Told)
    : Reply(Card);

/// <summary>Shows what was written, to this person, now.</summary>
public sealed record ShowText(CardStamp Card) : Reply(Card);

public sealed record HideText(CardStamp Card) : Reply(Card);

public sealed record ReadFlag(CardStamp Card) : Reply(Card);

public sealed record PlanFlag(CardStamp Card, ImmutableArray<string> Plans) : Reply(Card);

public sealed record CorrectPlan(CardStamp Card) : Reply(Card);

public sealed record WithdrawFlag(CardStamp Card) : Reply(Card);

/// <summary>A manager takes a request for support on.</summary>
public sealed record TakeSupportOn(CardStamp Card) : Reply(Card);

/// <param name="Conference">The key of the chosen conference, from the form.</param>
public sealed record RaiseEscalation(CardStamp Card, string Conference, string Reason, string Tried, string Wanted) : Reply(Card);

public sealed record TakeEscalationOn(CardStamp Card, DateOnly? ActionBy) : Reply(Card);

public sealed record DeclineEscalation(CardStamp Card, string Reason) : Reply(Card);

public sealed record CorrectDecision(CardStamp Card) : Reply(Card);

public sealed record GoToNextStage(CardStamp Card) : Reply(Card);

/// <summary>An administrator says: a professional here, for this agency.</summary>
/// <param name="Agency">Its key, from the form; null = the one that the button named.</param>
public sealed record ConfirmProfessional(CardStamp Card, string? Agency) : Reply(Card);

/// <summary>An administrator says: not a professional here.</summary>
public sealed record SayNotHere(CardStamp Card) : Reply(Card);

/// <summary>What was said of an attendee is taken back.</summary>
public sealed record TakeVerdictBack(CardStamp Card) : Reply(Card);

/// <summary>Calendar and directory are read again, now.</summary>
public sealed record LookAtPeopleAgain(CardStamp Card) : Reply(Card);

/// <summary>Opens one attendee or group in place.</summary>
public sealed record OpenAttendee(CardStamp Card) : Reply(Card);

/// <summary>Shows who an attendee is, to this person, now.</summary>
public sealed record ShowWho(CardStamp Card) : Reply(Card);

/// <param name="First">Index of the first row wanted.</param>
public sealed record ShowPeoplePage(CardStamp Card, int First) : Reply(Card);
