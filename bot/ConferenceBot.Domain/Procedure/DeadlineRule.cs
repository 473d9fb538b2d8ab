using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Procedure;

/// <summary>One row of the local procedure's deadlines. A null condition holds for any value.</summary>
/// <param name="Type">Conference type the row is for; null is any.</param>
/// <param name="Audience">Audience the row is for; null is any.</param>
/// <param name="Agency">Kind of agency the row is for; null is any.</param>
/// <param name="Amount">How many units before the conference, 0 to <see cref="LargestAmount"/> inclusive.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="ConferenceDayCounts">
/// Whether the day of the conference is the first day counted (two working days before a Friday: Thursday if it counts, Wednesday if
/// not). In working hours: whether hours worked on that day before the start are counted.
/// </param>
/// <param name="At">Local time of day of the deadline; not used in working hours, which give the time themselves.</param>
/// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
public sealed record DeadlineRule(
    ConferenceType? Type,
    Audience? Audience,
    AgencyKind? Agency,
    int Amount,
    DeadlineUnit Unit,
    bool ConferenceDayCounts,
    TimeOnly At)
{
    public const int LargestAmount = 60;

    public int Amount { get; init => field = InRange(value); } = InRange(Amount);

    public bool Matches(ConferenceType type, Audience audience, AgencyKind agency) =>
        (Type ?? type) == type && (Audience ?? audience) == audience && (Agency ?? agency) == agency;

    /// <summary>How narrow the row is; an agency outweighs a type and an audience together, a type outweighs an audience.</summary>
    internal int Weight => (Agency is null ? 0 : 4) + (Type is null ? 0 : 2) + (Audience is null ? 0 : 1);

    private static int InRange(int amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, LargestAmount);
        return amount;
    }
}
