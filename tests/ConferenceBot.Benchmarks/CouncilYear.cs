using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Benchmarks;

/// <summary>One question that the tick asks in the year: this task, of this conference, at this instant.</summary>
internal readonly record struct Question(Conference Conference, ReportTask Task, RuleClock Clock);

/// <summary>
/// An invented year of a middling council: 600 conferences with six authors each, invited three weeks before, of whom four in five
/// answer some days later. Always the same.
/// </summary>
internal static class CouncilYear
{
    private const int Conferences = 600;
    private const int Authors = 6;
    private static readonly CouncilKey Key = new("sampleshire");
    private static readonly DateOnly FirstDay = new(2026, 1, 5);

    /// <summary>Every question of the year: each task is asked at its due instants, one after the other, until nothing is due.</summary>
    public static IReadOnlyList<Question> Questions()
    {
        var procedure = new LocalProcedure();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var calendar = new WorkingCalendar(
            procedure.Division, zone, procedure.ClosureDays, procedure.SchoolClosures, procedure.Opens, procedure.Closes);
        var chance = new Random(2026);
        return [.. Enumerable.Range(0, Conferences).SelectMany(n => Ask(Conference(n, chance, calendar), chance, procedure, calendar))];
    }

    private static IEnumerable<Question> Ask(Conference conference, Random chance, LocalProcedure procedure, WorkingCalendar calendar)
    {
        foreach (var (index, author) in conference.Participants.Index())
        {
            var answers = chance.Next(5) > 0 ? conference.FirstSeen.AddDays(chance.Next(1, 18)) : DateTimeOffset.MaxValue;
            var task = new ReportTask
            {
                Council = Key, Id = new ReportTaskId(IdOf(conference.Id.Value, index)), Conference = conference.Id,
                Author = author.Person, Agency = author.Agency, InvitedAt = conference.FirstSeen,
            };
            for (DateTimeOffset? due = conference.FirstSeen; due is { } now;)
            {
                if (now >= answers && task.SentToChair is null)
                    task = task with { SentToChair = calendar.DayOf(answers), Family = FamilyAnswer.All, AnsweredAt = answers };
                var question = new Question(conference, task, new RuleClock(now, procedure, calendar));
                yield return question;
                (task, due) = PreparationPlan.Decide(question.Conference, question.Task, question.Clock) is Decision<ReportTask>.Accepted yes
                    ? (yes.State, yes.NextDue)
                    : throw new InvalidOperationException("The plan refuses nothing.");
            }
        }
    }

    private static Conference Conference(int number, Random chance, WorkingCalendar calendar)
    {
        var day = calendar.AddWorkingDays(FirstDay, 20 + number * 230 / Conferences);
        var start = calendar.At(day, new TimeOnly(10 + 2 * chance.Next(3), 0));
        return new Conference
        {
            Council = Key, Id = new ConferenceId(IdOf(Guid.Empty, number)), Reference = CaseReference.Mint(BitConverter.GetBytes((long)number * 7919)),
            Type = (ConferenceType)chance.Next(Enum.GetValues<ConferenceType>().Length), Slot = new Slot(start, start.AddMinutes(90)),
            ScheduleVersion = 1, Status = ConferenceStatus.Planned,
            FirstSeen = calendar.At(calendar.AddWorkingDays(day, -15), new TimeOnly(11, 0)),
            Participants = [.. Enumerable.Range(0, Authors).Select(n => Author(number * Authors + n))],
        };
    }

    private static Participant Author(int number)
    {
        var kinds = Enum.GetValues<AgencyKind>();
        var kind = kinds[number % kinds.Length];
        return new Participant(new PersonId(IdOf(Guid.Empty, 100_000 + number)), new Agency($"{kind}", $"{kind}", kind), ParticipantRole.Practitioner);
    }

    private static Guid IdOf(Guid within, int number) => new(number, 1, 2, [.. within.ToByteArray()[..8]]);
}
