namespace ConferenceBot.Cards;

/// <summary>The ids of the inputs, and the values that are not from a pick-list; on the wire.</summary>
internal static class InputIds
{
    public const string SentToChair = "sentToChair";
    public const string SentOn = "sentOn";
    public const string FamilyShared = "familyShared";
    public const string SharedOn = "sharedOn";
    public const string WhyNotYet = "whyNotYet";
    public const string NotSafe = "notSafe";
    public const string HardToSay = "hardToSay";
    public const string FamilyTold = "familyTold";
    public const string Indicators = "indicators";
    public const string Seen = "seen";
    public const string ParentView = "parentView";
    public const string Plan = "plan";
    public const string Conference = "conference";
    public const string Reason = "reason";
    public const string Tried = "tried";
    public const string Wanted = "wanted";
    public const string ActionBy = "actionBy";
    public const string Agency = "agency";
    public const string Rows = "rows";

    /// <summary>The two members that every button carries, and the verb of a fallback: not inputs.</summary>
    public const string Card = "k";
    public const string Version = "v";
    public const string Verb = "verb";

    public const string Yes = "true";
    public const string No = "false";
    public const string HardNone = "none";
    public const string HardSupport = "support";
    public const string HardGround = "ground:";
}
