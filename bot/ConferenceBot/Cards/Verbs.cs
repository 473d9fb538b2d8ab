namespace ConferenceBot.Cards;

/// <summary>What the buttons of the cards ask for; on the wire.</summary>
internal static class Verbs
{
    public const string AnswerReport = "prep.answer";
    public const string CorrectReport = "prep.correct";
    public const string OpenItem = "prep.open";
    public const string Back = "list.open";
    public const string OpenFlagForm = "flag.open";
    public const string RaiseFlag = "flag.raise";
    public const string ReadFlag = "flag.read";
    public const string PlanFlag = "flag.plan";
    public const string ShowFlagText = "flag.show";
    public const string HideFlagText = "flag.hide";
    public const string CorrectPlan = "flag.correct";
    public const string WithdrawFlag = "flag.withdraw";
    public const string TakeSupportOn = "support.read";
    public const string RaiseEscalation = "escalation.raise";
    public const string TakeEscalationOn = "escalation.takeOn";
    public const string DeclineEscalation = "escalation.decline";
    public const string CorrectDecision = "escalation.correct";
    public const string NextStage = "escalation.next";
    public const string ShowEscalationText = "escalation.show";
    public const string HideEscalationText = "escalation.hide";
    public const string ConfirmSuggested = "people.professional";
    public const string ConfirmAs = "people.as";
    public const string SayNotHere = "people.notHere";
    public const string TakeVerdictBack = "people.change";
    public const string LookAtPeopleAgain = "people.again";
    public const string OpenAttendee = "people.open";
    public const string ShowWho = "people.show";
    public const string HideWho = "people.hide";
    public const string ShowPeoplePage = "people.page";
}
