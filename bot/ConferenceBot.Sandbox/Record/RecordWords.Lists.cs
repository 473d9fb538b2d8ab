using System.Collections.Frozen;

namespace ConferenceBot.Sandbox.Record;

internal sealed partial class RecordWords
{
    private static readonly FrozenDictionary<string, string> Outcomes = new Dictionary<string, string>
    {
        ["Recognised"] = "it is a conference",
        ["NoSubject"] = "it has no subject",
        ["NotAConference"] = "nothing in it says that it is a conference",
        ["AnotherMeeting"] = "it is about a conference but is another meeting",
        ["NoReference"] = "no case reference",
        ["Private"] = "it is private and not looked into",
        ["TookTooLong"] = "its subject took too long to match",
        ["Unreadable"] = "it could not be read, and what is known of it stays as it is",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Cards = new Dictionary<string, string>
    {
        ["Prompt"] = "Prompt",
        ["PromptDigest"] = "List of prompts",
        ["ChairAlert"] = "Alert",
        ["ChairDigest"] = "Summary",
        ["SupportAsk"] = "Request for support",
        ["FlagReceipt"] = "Receipt",
        ["EscalationForm"] = "Escalation form",
        ["EscalationAsk"] = "Escalation to decide",
        ["EscalationRequest"] = "State of the escalation",
        ["AdministratorItem"] = "Item",
        ["PeopleList"] = "List of first-time attendees",
        ["MyConferences"] = "List of conferences",
        ["Help"] = "Help",
        ["NotUnderstood"] = "Help",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["moved"] = "the conference has moved",
        ["chairDigest"] = "the chair's summary before the conference is due",
        ["flag.raised"] = "the sender is shown what was sent",
        ["flag.asked"] = "something was raised that the recipient has to see before the conference",
        ["flag.planned"] = "the chair has said what is planned",
        ["flag.passedOn"] = "it was not read in time and has been passed on",
        ["flag.unread"] = "a concern was not read in time",
        ["notReached"] = "somebody who is invited has removed the bot",
        ["escalation.asked"] = "a decision is asked for",
        ["escalation.outcome"] = "the escalation has been decided or has lapsed",
        ["escalation.lapsed"] = "nobody decided the escalation in time",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["prep.answer"] = "answered the prompt",
        ["prep.correct"] = "opened the answer again to correct it",
        ["flag.raise"] = "raised something with the chair or a manager",
        ["flag.read"] = "has read it",
        ["flag.plan"] = "said what is planned",
        ["flag.show"] = "looked at what was written",
        ["flag.hide"] = "put what was written away",
        ["flag.correct"] = "opened the plan again to correct it",
        ["flag.withdraw"] = "took it back",
        ["support.read"] = "takes the request for support on",
        ["escalation.raise"] = "raised an escalation",
        ["escalation.takeOn"] = "takes the escalation on",
        ["escalation.decline"] = "declines the escalation",
        ["escalation.correct"] = "opened the decision again to correct it",
        ["escalation.next"] = "takes the escalation to the next stage",
        ["escalation.show"] = "looked at what was written",
        ["escalation.hide"] = "put what was written away",
        ["people.professional"] = "said who is a professional here",
        ["people.as"] = "said who is a professional here, and for which agency",
        ["people.notHere"] = "said who is not a professional here",
        ["people.change"] = "took back what was said of an attendee",
        ["people.again"] = "had calendar and directory read again",
        ["people.show"] = "looked at who an attendee is",
        ["attendee.professional"] = "confirmed an attendee as a professional",
        ["attendee.notHere"] = "noted an attendee as not a professional here",
        ["attendee.takenBack"] = "took back what was said of an attendee",
    }.ToFrozenDictionary();
}
