using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Clock;

/// <summary>The page's named steps as instants.</summary>
internal static class ClockSteps
{
    /// <param name="step">hour, morning, nextDue or conference.</param>
    /// <param name="conferences">Starts of the conferences that still stand.</param>
    /// <returns>The target, or null when the step is unknown or has no target.</returns>
    public static DateTimeOffset? Target(string step, DateTimeOffset from, Tenant tenant, DateTimeOffset? nextDue,
        IEnumerable<DateTimeOffset> conferences) => step switch
        {
            "hour" => from.AddHours(1),
            "morning" => NextMorning(from, tenant),
            "nextDue" => nextDue > from ? nextDue : null,
            "conference" => conferences.Where(start => start > from).Order().Cast<DateTimeOffset?>().FirstOrDefault(),
            _ => null,
        };

    /// <summary>Nine o'clock local time of the next working day.</summary>
    private static DateTimeOffset NextMorning(DateTimeOffset from, Tenant tenant)
    {
        var local = TimeZoneInfo.ConvertTime(from, tenant.Zone).DateTime;
        var morning = local.Date.AddHours(9);
        while (morning <= local || !tenant.IsWorkingDay(DateOnly.FromDateTime(morning)))
            morning = morning.AddDays(1);
        return new DateTimeOffset(morning, tenant.Zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
