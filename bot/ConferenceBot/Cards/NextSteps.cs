using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Cards;

/// <summary>What to do next and by when, in one sentence where the dates agree; nothing where nothing is due.</summary>
internal static class NextSteps
{
    public static IEnumerable<CardElement> Draw(PromptContent content, Pen pen)
    {
        if (content.NextDue is null) yield break;
        if (content.LateBooked) yield return pen.Line("Prompt.LateBooked");
        var chair = content.Chair.SentOn is null ? content.Chair.Due : (DateTimeOffset?)null;
        var family = content.Family is { Answer: not FamilyAnswer.All, Paused: false, NotSafeWithSomeone: false } part
            ? part.Due
            : (DateTimeOffset?)null;
        if (chair is { } both && both == family)
            yield return pen.Line("Prompt.Step.Both", pen.Dates.Full(both));
        else
        {
            if (chair is { } toChair) yield return pen.Line("Prompt.Step.Chair", pen.Dates.Full(toChair));
            if (family is { } withFamily) yield return pen.Line("Prompt.Step.Family", pen.Dates.Full(withFamily));
        }

        if (family is not null) yield return pen.Subtle("Prompt.Help");
    }
}
