using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Cards;

/// <summary>What is recorded about a report and what its author has sent about the conference.</summary>
internal static class PromptSettled
{
    public static IEnumerable<CardElement> Draw(PromptContent content, Pen pen) =>
    [
        .. Recorded(content, pen),
        .. NextSteps.Draw(content, pen),
        .. PromptCard.Buttons(
            pen.Plain(Verbs.CorrectReport, content.NextDue is null ? "Button.Correct" : "Button.CorrectOrAdd"), content, pen),
    ];

    /// <summary>Empty while nothing is recorded or sent.</summary>
    public static IEnumerable<CardElement> Recorded(PromptContent content, Pen pen)
    {
        if (Facts(content, pen) is { Length: > 0 } facts) yield return new TextBlock { Text = facts };
        if (content.Family is { NotSafeWithSomeone: true }) yield return pen.Line("Prompt.Recorded.NotSafe");
        if (content.Family is null && !content.Form) yield return pen.Line("Prompt.NotAsked");
        foreach (var sent in content.Sent) yield return new TextBlock { Text = SentLine(sent, content, pen) };
        if (content.Family is { Paused: true }) yield return pen.Line("Prompt.Paused");
    }

    /// <summary>"Sent to chair 3 June; gone through with family 4 June."</summary>
    private static string Facts(PromptContent content, Pen pen)
    {
        var facts = new List<string>();
        if (content.Chair.SentOn is { } sentOn) facts.Add(pen.Say("Prompt.Recorded.Chair", pen.Dates.Day(sentOn)));
        if (content.Family is { } family && FamilyFact(family, pen) is { } fact) facts.Add(fact);
        if (facts.Count == 0) return "";
        return Pen.Capital(string.Join("; ", facts)) + ".";
    }

    private static string? FamilyFact(FamilyPart family, Pen pen)
    {
        var why = family.WhyNotYet is { } key ? pen.Choice("whyNotYet", key, family.WhyChoices) : null;
        return (family.Answer, family.On, why) switch
        {
            (FamilyAnswer.All, { } on, _) => pen.Say("Prompt.Recorded.All", pen.Dates.Day(on)),
            (FamilyAnswer.Some, { } on, null) => pen.Say("Prompt.Recorded.Some", pen.Dates.Day(on)),
            (FamilyAnswer.Some, { } on, { } reason) => pen.Say("Prompt.Recorded.SomeWhy", pen.Dates.Day(on), reason),
            (FamilyAnswer.NotYet, _, null) => pen.Say("Prompt.Recorded.NotYet"),
            (FamilyAnswer.NotYet, _, { } reason) => pen.Say("Prompt.Recorded.NotYetWhy", reason),
            _ => null,
        };
    }

    private static string SentLine(Sent sent, PromptContent content, Pen pen)
    {
        var at = pen.Dates.Moment(sent.At, content.Today);
        var key = $"Prompt.Sent.{sent.Kind}.{sent.State}";
        if (sent is { Kind: FlagKind.SupportToShare, State: FlagState.Sent, ReplyBy: null }) key += ".NoDate";
        var by = sent.ReplyBy is { } replyBy
            ? DateWords.IsNear(replyBy, content.Today)
                ? pen.Dates.Weekday(DateWords.Of(replyBy))
                : pen.Dates.FullDay(DateWords.Of(replyBy))
            : "";
        return pen.Say(key, at, by, content.DutyNumber);
    }
}
