using System.Globalization;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;
using ConferenceBot.Domain.Tests.Conferences;
using Xunit;

namespace ConferenceBot.Domain.Tests;

/// <summary>
/// Plain examples to start from: an initial conference on Thursday 11 June 2026 at 10:00, first seen on Monday 1 June at 10:00; its
/// reports are due on Tuesday 9 June at 17:00. All times written here are London wall time.
/// </summary>
internal static class Some
{
    public static readonly CouncilKey Council = new("sampleshire");
    public static readonly WorkingCalendar Calendar = SomeTime.Calendar();
    public static readonly LocalProcedure Procedure = new() { DutyNumber = "01632 960 001" };

    public static readonly PersonId Author = Person(1), Chair = Person(2), OtherChair = Person(3), Deputy = Person(4), OtherDeputy = Person(5);
    public static readonly PersonId Administrator = Person(6), Manager = Person(7), HeadOfService = Person(8), Director = Person(9);

    public static readonly Agency School = new("school", "Sample Primary", AgencyKind.School);
    public static readonly Agency Health = new("health", "Sample Health Visiting", AgencyKind.HealthVisiting);
    public static readonly Agency Police = new("police", "Sample Police", AgencyKind.Police);
    public static readonly Agency Office = new("office", "Sample Council", AgencyKind.SocialCare);

    public static readonly Slot Slot = SlotAt("2026-06-11 10:00");
    public static readonly DateTimeOffset Invited = At("2026-06-01 10:00");

    public static PersonId Person(int number) => new(Id(number));

    public static DateTimeOffset At(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Calendar.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
    }

    public static Slot SlotAt(string local) => new(At(local), At(local).AddHours(2));

    public static RuleClock Clock(string local, LocalProcedure? procedure = null) => Clock(At(local), procedure);

    public static RuleClock Clock(DateTimeOffset now, LocalProcedure? procedure = null, WorkingCalendar? calendar = null) =>
        new(now, procedure ?? Procedure, calendar ?? Calendar);

    public static Participant Participant(PersonId? person = null, Agency? agency = null, ParticipantRole role = ParticipantRole.Practitioner) =>
        new(person ?? Author, agency ?? Health, role);

    public static Conference Conference(ConferenceType type = ConferenceType.Initial, params Participant[] participants) => new()
    {
        Council = Council,
        Id = new ConferenceId(Id(100)),
        Reference = new CaseReference("KT-482"),
        Type = type,
        Slot = Slot,
        ScheduleVersion = 1,
        Status = ConferenceStatus.Planned,
        FirstSeen = Invited,
        Chair = Chair,
        Participants = participants.Length == 0 ? [Participant(), Participant(Chair, Office, ParticipantRole.Chair)] : [.. participants],
    };

    /// <summary>The conference after its calendar says something else of it.</summary>
    public static Conference Moved(this Conference conference, string local) => conference.Moved(SlotAt(local));

    public static Conference Moved(this Conference conference, Slot to) => conference.See(Sighting(conference) with { Slot = to }).After;

    public static Conference Cancelled(this Conference conference) => conference.See(Sighting(conference) with { Cancelled = true }).After;

    public static Sighting Sighting(Conference conference) =>
        new(conference.Type, conference.Slot, false, conference.Chair, conference.Participants, conference.Unconfirmed);

    public static ReportTask Task(Agency? agency = null, DateTimeOffset? invited = null) => new()
    {
        Council = Council,
        Id = new ReportTaskId(Id(200)),
        Conference = new ConferenceId(Id(100)),
        Author = Author,
        Agency = agency ?? Health,
        InvitedAt = invited ?? Invited,
    };

    public static ReportAnswer Answer(DateOnly? sent = null, FamilyAnswer family = FamilyAnswer.NotAnswered, DateOnly? on = null) =>
        new(sent, family, on, null, false, new HardToSay.Nothing(), null);

    public static DateOnly Day(string day) => SomeTime.Day(day);

    /// <summary>Deadlines that differ: the chair by so many working days before, the family by so many.</summary>
    public static LocalProcedure Due(int chair, int family) => Procedure with
    {
        Deadlines = new DeadlineTable(
        [
            new(null, Audience.Chair, null, chair, DeadlineUnit.WorkingDays, false, new(17, 0)),
            new(null, Audience.Family, null, family, DeadlineUnit.WorkingDays, false, new(17, 0)),
        ]),
    };

    public static Decision<T>.Accepted Accepted<T>(this Decision<T> decision) => Assert.IsType<Decision<T>.Accepted>(decision);

    public static Refusal Refused<T>(this Decision<T> decision) => Assert.IsType<Decision<T>.Refused>(decision).Refusal;

    public static IEnumerable<PersonId> To(this IEnumerable<Notice> notices, CardKind card) => notices.Where(n => n.Card == card).Select(n => n.To);

    public static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
