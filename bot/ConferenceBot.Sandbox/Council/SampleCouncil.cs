using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Council;

/// <summary>Puts together who is there and what is in the calendar.</summary>
internal static class SampleCouncil
{
    /// <exception cref="SandboxStartException">The calendar file cannot be used.</exception>
    public static (Tenant Tenant, IReadOnlyList<CalendarEntry> Entries) Load(string? icsFile)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "sample");
        var sample = TenantFile.Load(Path.Combine(folder, "tenant.json"));
        if (icsFile is null)
            return (sample, IcsCalendar.Read(File.ReadAllText(Path.Combine(folder, "calendar.ics"))));
        try
        {
            var entries = IcsCalendar.Read(File.ReadAllText(icsFile));
            return (IcsTenant.From(entries, sample), entries);
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SandboxStartException($"{icsFile}: {error.Message}");
        }
    }
}
