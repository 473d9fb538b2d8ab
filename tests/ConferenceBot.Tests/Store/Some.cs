using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Workflows;
using ReportStatus = ConferenceBot.Domain.Preparation.ReportStatus;

namespace ConferenceBot.Tests.Store;

/// <summary>Objects with every optional field filled, and a few ids.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = StoreHost.Now;
    public static readonly Agency School = new("school", "Ysgol Gŵyr", AgencyKind.School);
    private static int s_next;

    public static Guid Id() => new(Interlocked.Increment(ref s_next), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    public static PersonId Person() => new(Id());

    public static Conference Conference(params PersonId[] people) => new()
    {
        Council = StoreHost.Here,
        Id = new ConferenceId(Id()),
        Reference = new CaseReference("KT-482"),
        Type = ConferenceType.FirstReview,
        Slot = new Slot(Now.AddDays(7).AddTicks(3), Now.AddDays(7).AddHours(2)),
        ScheduleVersion = 3,
        Status = ConferenceStatus.Planned,
        FirstSeen = Now.AddTicks(1),
        Chair = Person(),
        Participants = [.. people.Select((p, i) => new Participant(p, School, (ParticipantRole)(i % 3)))],
        Unconfirmed = 2,
    };

    public static ReportTask Task(ConferenceId? conference = null) => new()
    {
        Council = StoreHost.Here,
        Id = new ReportTaskId(Id()),
        Conference = conference ?? new ConferenceId(Id()),
        Author = Person(),
        Agency = School,
        InvitedAt = Now.AddTicks(1),
        Status = ReportStatus.Closed,
        SentToChair = new DateOnly(2026, 5, 9),
        Family = FamilyAnswer.Some,
        GoneThrough = new DateOnly(2026, 5, 10),
        WhyNotYet = "notReached",
        NotSafeWithSomeone = true,
        RestrictedRaised = true,
        AnsweredAt = Now.AddTicks(2),
        Correcting = true,
        Given =
        [
            new GivenStep(1, PromptStep.Invitation, Now.AddDays(1).AddTicks(7), Now),
            new GivenStep(2, PromptStep.Overdue, Now.AddDays(2), Now.AddHours(1)),
        ],
        Version = 4,
    };

    public static RiskFlag Flag(ConferenceId? conference = null) => new()
    {
        Council = StoreHost.Here,
        Id = new FlagId(Id()),
        Conference = conference ?? new ConferenceId(Id()),
        Kind = FlagKind.RestrictedInformation,
        RaisedBy = Person(),
        RaisedByAgency = "Ysgol Gŵyr",
        To = Person(),
        PassedTo = [Person(), Person()],
        RaisedAt = Now,
        Ground = "thirdParty",
        Indicators = ["threat", "weapon"],
        Told = FamilyTold.NotSafeToTell,
        State = FlagState.Planned,
        ReadAt = Now.AddHours(1),
        PlannedAt = Now.AddHours(2),
        Plans = ["separate", "security"],
        PassedOnAt = Now.AddHours(3),
        Version = 5,
    };

    public static Escalation Escalation(ConferenceId? conference = null) => new()
    {
        Council = StoreHost.Here,
        Id = new EscalationId(Id()),
        Conference = conference ?? new ConferenceId(Id()),
        Requester = Person(),
        RequesterAgency = "Ysgol Gŵyr",
        Reason = "reportsMissing",
        RaisedAt = Now,
        Ladder = [Person(), Person()],
        Level = 1,
        AnswerBy = Now.AddDays(2),
        State = EscalationState.TakenOn,
        DecidedAt = Now.AddDays(1),
        ActionBy = new DateOnly(2026, 5, 20),
        Version = 2,
    };

    public static Notice Notice(string key, PersonId? to = null) => new(
        key, to ?? Person(), CardKind.Prompt, Id(), new ConferenceId(Id()), Urgency.Routine, ToastKind.Moved);

    public static CardCopy Card(Guid? subject = null) => new()
    {
        Id = Id(),
        Person = Person(),
        Kind = CardKind.ChairAlert,
        Subject = subject ?? Id(),
        Conference = new ConferenceId(Id()),
        Parent = Id(),
        Version = 3,
        Shown = 2,
        ActivityId = "1:abc",
        ConversationId = "a:def",
        PutAway = PutAway.Withdrawn,
        CreatedAt = Now,
        HideTextAt = Now.AddMinutes(10),
        Lost = true,
    };

    public static CardDelivery CardDelivery(PersonId? person = null, DeliveryState state = DeliveryState.Pending) => new()
    {
        Id = Id(),
        Person = person ?? Person(),
        Card = Id(),
        Toast = ToastKind.Reply,
        State = state,
        Attempt = 2,
        NotBefore = Now,
        CreatedAt = Now,
        Result = "ConversationBlockedByUser",
    };
}
