using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Procedure;

/// <summary>
/// The deadlines of the local procedure: by when each agency shares its report with the chair and with the family. The table says
/// when, not whether: who is asked at all is decided elsewhere. Equal when the rows are equal and in the same order.
/// </summary>
/// <param name="Rules">Rows; between them they answer for every conference type, audience and kind of agency.</param>
/// <exception cref="ArgumentException">Some combination has no row; the message names the first.</exception>
public sealed record DeadlineTable(ImmutableArray<DeadlineRule> Rules)
{
    private static readonly TimeOnly EndOfWorkingDay = new(17, 0);

    /// <summary>
    /// Parents and chair alike: two working days before a conference, five before a review; 17:00; the day of the conference does
    /// not count. Local partnership procedures differ (two or three days before an initial conference, three to five before a
    /// review, are common); these are starting values, not law.
    /// </summary>
    public static DeadlineTable Default { get; } = new(
    [
        new(null, null, null, 2, DeadlineUnit.WorkingDays, false, EndOfWorkingDay),
        new(ConferenceType.FirstReview, null, null, 5, DeadlineUnit.WorkingDays, false, EndOfWorkingDay),
        new(ConferenceType.Review, null, null, 5, DeadlineUnit.WorkingDays, false, EndOfWorkingDay),
    ]);

    public ImmutableArray<DeadlineRule> Rules { get; } = Complete(Rules);

    /// <summary>
    /// The most specific row that matches: one that names the agency goes before one that names the type, that before one that names
    /// the audience, that before one that names nothing. Of equally specific rows the later wins.
    /// </summary>
    public DeadlineRule RuleFor(ConferenceType type, Audience audience, AgencyKind agency) =>
        Find(Rules, type, audience, agency)
        ?? throw new ArgumentOutOfRangeException(nameof(type), $"No deadline rule for {type}, {audience}, {agency}.");

    /// <summary>
    /// The deadline for one agency's report. It lies before the conference starts and on a working day of that agency: a day that is
    /// not one, and a time on the conference day that is not before the start, go back to the working day before. Where the agency is
    /// closed for weeks it lies before the closure, perhaps in the past: what that means is for the caller. A conference day on which
    /// the agency does not work is not counted, whatever the rule says. Zero working hours are read as one.
    /// </summary>
    public Deadline For(ConferenceType type, Audience audience, AgencyKind agency, Slot conference, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var rule = RuleFor(type, audience, agency);
        var day = calendar.DayOf(conference.Start);
        var at = rule.Unit switch
        {
            DeadlineUnit.WorkingDays => OnDay(CountWorkingDays(rule, day, agency, calendar), rule, agency, conference, calendar),
            DeadlineUnit.CalendarDays => OnDay(day.AddDays(-DaysBack(rule, true)), rule, agency, conference, calendar),
            DeadlineUnit.WorkingHours => calendar.AddWorkingHours(
                rule.ConferenceDayCounts ? conference.Start : calendar.At(day, TimeOnly.MinValue), -Math.Max(rule.Amount, 1), agency),
        };
        return new Deadline(at, !(calendar.Knows(calendar.DayOf(at)) && calendar.Knows(day)));
    }

    public bool Equals(DeadlineTable? other) => other is not null && Rules.SequenceEqual(other.Rules);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var rule in Rules)
            hash.Add(rule);
        return hash.ToHashCode();
    }

    private static DateOnly CountWorkingDays(DeadlineRule rule, DateOnly day, AgencyKind agency, WorkingCalendar calendar)
    {
        var back = DaysBack(rule, calendar.IsWorkingDay(day, agency));
        return back == 0 ? day : calendar.AddWorkingDays(day, -back, agency);
    }

    private static int DaysBack(DeadlineRule rule, bool dayCanCount) =>
        rule.ConferenceDayCounts && dayCanCount ? Math.Max(rule.Amount - 1, 0) : rule.Amount;

    private static DateTimeOffset OnDay(DateOnly day, DeadlineRule rule, AgencyKind agency, Slot conference, WorkingCalendar calendar)
    {
        if (!calendar.IsWorkingDay(day, agency) || calendar.At(day, rule.At) >= conference.Start)
            day = calendar.AddWorkingDays(day, -1, agency);
        return calendar.At(day, rule.At);
    }

    private static DeadlineRule? Find(ImmutableArray<DeadlineRule> rules, ConferenceType type, Audience audience, AgencyKind agency) =>
        rules.Where(rule => rule.Matches(type, audience, agency)).Reverse().MaxBy(rule => rule.Weight);

    private static ImmutableArray<DeadlineRule> Complete(ImmutableArray<DeadlineRule> rules)
    {
        if (rules.IsDefault)
            throw new ArgumentException("A deadline table needs rules.", nameof(rules));
        foreach (var type in Enum.GetValues<ConferenceType>())
        foreach (var audience in Enum.GetValues<Audience>())
        foreach (var agency in Enum.GetValues<AgencyKind>())
        {
            if (Find(rules, type, audience, agency) is null)
                throw new ArgumentException($"No deadline rule for {type}, {audience}, {agency}.", nameof(rules));
        }

        return rules;
    }
}
