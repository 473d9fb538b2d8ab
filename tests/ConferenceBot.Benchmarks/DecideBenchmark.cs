using ConferenceBot.Domain;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Benchmarks;

/// <summary>What deciding costs beyond the calendar arithmetic that nobody can do without.</summary>
internal sealed class DecideBenchmark : IBenchmark
{
    public string Name => "decide";

    public string Subject => "every decision on the report tasks of a council's year, with PreparationPlan.Decide";

    public string Floor => "the same walk, computing only the deadlines of each task; no plan, no steps, no notices";

    public Task<IReadOnlyList<Measurement>> MeasureAsync(Part part, CancellationToken cancellationToken)
    {
        var questions = CouncilYear.Questions();
        Func<Question, long> answer = part == Part.Subject ? Decide : Deadlines;
        return Task.FromResult(Passes.Time(() => Sum(questions, answer), questions.Count, "decision"));
    }

    private static long Sum(IReadOnlyList<Question> questions, Func<Question, long> answer)
    {
        var sum = 0L;
        foreach (var question in questions) sum += answer(question);
        return sum;
    }

    private static long Decide(Question q) => PreparationPlan.Decide(q.Conference, q.Task, q.Clock) is Decision<ReportTask>.Accepted yes
        ? yes.Notices.Length + (yes.NextDue?.Ticks ?? 0)
        : 0;

    private static long Deadlines(Question q) =>
        TaskDeadlines.Of(q.Conference, q.Task, q.Clock).EarliestOpen(q.Task, q.Clock.Procedure)?.Ticks ?? 0;
}
