using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.OwnCalendar;

namespace ConferenceBot.Sandbox.Council;

/// <summary>Puts together who is there and what is in the calendar.</summary>
internal static class SampleCouncil
{
    /// <summary>Where the sample lies beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "sample");

    /// <param name="options">Null gives the sample.</param>
    /// <exception cref="SandboxStartException">The calendar file cannot be used.</exception>
    public static (Tenant Tenant, IReadOnlyList<CalendarEntry> Entries) Load(SandboxOptions? options)
    {
        var sample = TenantFile.Load(Folder);
        if (options?.IcsFile is null)
            return (sample, IcsCalendar.Read(File.ReadAllText(Path.Combine(Folder, "calendar.ics"))));
        var file = Path.GetFullPath(options.IcsFile);
        foreach (var line in Announcement.Lines(file, options.DataFolder))
            options.Progress(line);
        try
        {
            var council = OwnCouncil.From(CalendarFile.Read(file), sample, options.Agencies);
            foreach (var note in council.Tenant.Source.Notes)
                options.Progress("  " + note);
            return council;
        }
        catch (FormatException error)
        {
            throw new SandboxStartException($"{options.IcsFile}: {error.Message}");
        }
    }
}
