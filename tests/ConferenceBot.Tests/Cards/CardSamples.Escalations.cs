using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Tests.Cards;

internal static partial class CardSamples
{
    public static EscalationAskContent Ask() => new(
        Line, EscalationState.Asked, "Sampleshire Primary", new Choice("reportsNotShared"), At(13, 9, 30), At(15, 17), 1, Mine: true,
        null, null, new DateOnly(2026, 5, 13), new DateOnly(2026, 5, 20), Procedure.TextLimit, HasText: true, null);

    private static IEnumerable<(string Name, CardContent Content)> Escalations()
    {
        var other = Line with { Reference = new CaseReference("BR-739"), Type = ConferenceType.Review, Start = At(28, 14) };
        yield return ("escalation-form", new EscalationFormContent(
            [new("a1", Line), new("b2", other)], Procedure.EscalationReasons, Procedure.TextLimit, Duty));
        yield return ("escalation-form-one", new EscalationFormContent(
            [new("a1", Line)], Procedure.EscalationReasons, Procedure.TextLimit, Duty));
        yield return ("escalation-form-none", new EscalationFormContent([], Procedure.EscalationReasons, Procedure.TextLimit, Duty));

        var ask = Ask();
        var takenOn = ask with { State = EscalationState.TakenOn, DecidedAt = At(13, 11, 20), ActionBy = new DateOnly(2026, 5, 20) };
        yield return ("escalation-ask", ask);
        yield return ("escalation-ask-text-shown", ask with
        {
            Typed = ImmutableDictionary.CreateRange(new Dictionary<string, string>
            {
                ["tried"] = "Asked twice by mail, rang once.",
                ["wanted"] = Hostile,
            }),
        });
        yield return ("escalation-ask-second-stage", ask with { Level = 2, AnswerBy = At(19, 17), HasText = false });
        yield return ("escalation-ask-taken-on", takenOn);
        yield return ("escalation-ask-declined", ask with { State = EscalationState.Declined, DecidedAt = At(13, 11, 20) });
        yield return ("escalation-ask-not-mine", ask with { Mine = false, Level = 2 });
        yield return ("escalation-ask-lapsed", ask with { State = EscalationState.Lapsed });

        var request = new EscalationRequestContent(
            Line, EscalationState.Asked, new Choice("reportsNotShared"), At(13, 9, 30), At(15, 17), 1, null, null,
            CanGoOn: false, HasReason: false, null, Duty);
        var declined = request with { State = EscalationState.Declined, DecidedAt = At(13, 11, 20), CanGoOn = true, HasReason = true };
        yield return ("escalation-request-asked", request);
        yield return ("escalation-request-passed-over", request with { Absence = LadderAbsence.PassedOver, Level = 2 });
        yield return ("escalation-request-nobody-here", request with { Absence = LadderAbsence.NobodyHere });
        yield return ("escalation-request-taken-on", request with
        {
            State = EscalationState.TakenOn, DecidedAt = At(13, 11, 20), ActionBy = new DateOnly(2026, 5, 20),
        });
        yield return ("escalation-request-declined", declined);
        yield return ("escalation-request-declined-reason-shown", declined with { TypedReason = "The report arrived this morning." });
        yield return ("escalation-request-declined-last-stage", declined with { CanGoOn = false });
        yield return ("escalation-request-lapsed", request with { State = EscalationState.Lapsed, Level = 2 });
    }
}
