namespace ConferenceBot.Domain.Notices;

/// <summary>
/// What to tell whom: an intent, no words and no JSON. The key holds the occurrence, so the same notice is written once however
/// often it is decided.
/// </summary>
/// <param name="Key">Unique within the council, such as <c>prompt/{task}/v1/DayBefore/…</c>.</param>
/// <param name="Card">Which card tells it.</param>
/// <param name="Subject">The task, flag, escalation or conference that the card shows.</param>
public sealed record Notice(string Key, PersonId To, CardKind Card, Guid Subject, ConferenceId? Conference, Urgency Urgency, ToastKind Toast);

public enum Urgency
{
    /// <summary>Prompts and reminders: working hours only, at most one a person and working day, several become a digest.</summary>
    Routine,

    /// <summary>Flags, escalations, moved conferences and answers: at once.</summary>
    Now,
}

/// <summary>Which neutral line the toast shows; never a fact of a case.</summary>
public enum ToastKind
{
    /// <summary>"You have a task due …"</summary>
    Task,

    /// <summary>"An item needs your reply today."</summary>
    Reply,

    /// <summary>"An answer has arrived."</summary>
    Answer,

    /// <summary>"A date has changed."</summary>
    Moved,

    /// <summary>No toast of its own: what the person has just asked for.</summary>
    Quiet,
}

/// <summary>The cards there are. A copy keeps its kind for life, but for a form that settles into what was made with it.</summary>
public enum CardKind
{
    Prompt,
    PromptDigest,
    ChairAlert,
    ChairDigest,
    SupportAsk,
    FlagReceipt,
    EscalationForm,
    EscalationAsk,
    EscalationRequest,
    AdministratorItem,

    /// <summary>The administrator's conferences with first-time attendees.</summary>
    PeopleList,

    /// <summary>The people invited to one conference; opened in the list.</summary>
    People,

    /// <summary>One attendee, behind the buttons of a row.</summary>
    Attendee,

    /// <summary>Several attendees with something in common, behind one button.</summary>
    AttendeeGroup,
    MyConferences,
    Help,

    /// <summary>Help, because what was typed was not understood.</summary>
    NotUnderstood,
}
