using System.Collections.Immutable;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Notices.Contents;

/// <summary>The form for an escalation.</summary>
/// <param name="Conferences">The requester's coming conferences; the key is an opaque id made for this card.</param>
public sealed record EscalationFormContent(
    ImmutableArray<ConferenceChoice> Conferences, ImmutableArray<Choice> Reasons, int TextLimit, string DutyNumber) : CardContent;

public sealed record ConferenceChoice(string Key, ConferenceLine Conference);

/// <summary>The card on which a manager decides.</summary>
/// <param name="Level">1 = first stage.</param>
/// <param name="Mine">The reader is the one who is asked or has decided; false when it went on to the next stage.</param>
/// <param name="Typed">What was written (<c>tried</c>, <c>wanted</c>); null unless asked for just now.</param>
/// <param name="ActionDefault">Local day offered as "action by".</param>
public sealed record EscalationAskContent(
    ConferenceLine Conference, EscalationState State, string FromAgency, Choice Reason, DateTimeOffset RaisedAt, DateTimeOffset AnswerBy,
    int Level, bool Mine, DateTimeOffset? DecidedAt, DateOnly? ActionBy, DateOnly Today, DateOnly ActionDefault, int TextLimit,
    bool HasText, ImmutableDictionary<string, string>? Typed) : CardContent;

/// <summary>The requester's view of an escalation, from "asked" to its outcome.</summary>
/// <param name="HasReason">The manager gave a reason for not taking it on; shown on request.</param>
public sealed record EscalationRequestContent(
    ConferenceLine Conference, EscalationState State, Choice Reason, DateTimeOffset RaisedAt, DateTimeOffset AnswerBy, int Level,
    DateTimeOffset? DecidedAt, DateOnly? ActionBy, bool CanGoOn, bool HasReason, string? TypedReason, string DutyNumber,
    LadderAbsence Absence = LadderAbsence.None) : CardContent;

/// <summary>What the bot is, what it can be asked and where help is; also the welcome.</summary>
/// <param name="NotUnderstood">The person typed something the bot does not know; what they typed is not kept.</param>
public sealed record HelpContent(bool Welcome, bool NotUnderstood, string DutyNumber) : CardContent;
