using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Replies;

namespace ConferenceBot.Cards;

/// <summary>
/// Reads what a person did on a card from the verb and data of the invoke. Everything in it is untrusted: missing and additional
/// members are tolerated, lengths are capped, what cannot be read is "no", and nothing throws.
/// </summary>
internal static class ReplyReader
{
    /// <summary>Characters of one input, at most; the rest is cut.</summary>
    public const int InputLimit = 4_000;

    public static bool TryRead(string verb, JsonElement data, [NotNullWhen(true)] out Reply? reply)
    {
        reply = null;
        if (!TryReadStamp(data, out var card)) return false;
        var inputs = ReplyInputs.From(data);
        if (Read(verb, card, inputs) is not { } read) return false;
        reply = read with { Typed = inputs.Values };
        return true;
    }

    private static Reply? Read(string verb, CardStamp card, ReplyInputs inputs) => verb switch
    {
        Verbs.AnswerReport => inputs.TryAnswer(out var answer) ? new AnswerReport(card, answer) : null,
        Verbs.CorrectReport => new CorrectReport(card),
        Verbs.OpenItem => new OpenItem(card),
        Verbs.Back => new Back(card),
        Verbs.OpenFlagForm => new OpenFlagForm(card),
        Verbs.RaiseFlag => inputs.TryTold(out var told)
            ? new RaiseFlag(
                card, inputs.Several(InputIds.Indicators), inputs.Text(InputIds.Seen), inputs.Text(InputIds.ParentView), told)
            : null,
        Verbs.ShowFlagText or Verbs.ShowEscalationText => new ShowText(card),
        Verbs.HideFlagText or Verbs.HideEscalationText or Verbs.HideWho => new HideText(card),
        Verbs.ReadFlag => new ReadFlag(card),
        Verbs.PlanFlag => new PlanFlag(card, inputs.Several(InputIds.Plan)),
        Verbs.CorrectPlan => new CorrectPlan(card),
        Verbs.WithdrawFlag => new WithdrawFlag(card),
        Verbs.TakeSupportOn => new TakeSupportOn(card),
        Verbs.RaiseEscalation => new RaiseEscalation(
            card, inputs.Text(InputIds.Conference), inputs.Text(InputIds.Reason), inputs.Text(InputIds.Tried), inputs.Text(InputIds.Wanted)),
        Verbs.TakeEscalationOn => inputs.TryDay(InputIds.ActionBy, out var day) ? new TakeEscalationOn(card, day) : null,
        Verbs.DeclineEscalation => new DeclineEscalation(card, inputs.Text(InputIds.Reason)),
        Verbs.CorrectDecision => new CorrectDecision(card),
        Verbs.NextStage => new GoToNextStage(card),
        Verbs.ConfirmSuggested => new ConfirmProfessional(card, null),
        Verbs.ConfirmAs => new ConfirmProfessional(card, inputs.Text(InputIds.Agency)),
        Verbs.SayNotHere => new SayNotHere(card),
        Verbs.TakeVerdictBack => new TakeVerdictBack(card),
        Verbs.LookAtPeopleAgain => new LookAtPeopleAgain(card),
        Verbs.OpenAttendee => new OpenAttendee(card),
        Verbs.ShowWho => new ShowWho(card),
        Verbs.ShowPeoplePage => int.TryParse(inputs.Text(InputIds.Rows), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? new ShowPeoplePage(card, first)
            : null,
        _ => null,
    };

    /// <summary>The stamp alone, for an action whose inputs cannot be read.</summary>
    public static bool TryReadStamp(JsonElement data, out CardStamp stamp)
    {
        stamp = default;
        if (data.ValueKind != JsonValueKind.Object
            || ReplyInputs.Find(data, InputIds.Card) is not { ValueKind: JsonValueKind.String } k
            || ReplyInputs.Find(data, InputIds.Version) is not { } v
            || !Guid.TryParseExact(ReplyInputs.TextOf(k), "N", out var id) || id == Guid.Empty)
            return false;
        if (!int.TryParse(ReplyInputs.TextOf(v), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
            return false;
        stamp = new CardStamp(id, version);
        return true;
    }
}
