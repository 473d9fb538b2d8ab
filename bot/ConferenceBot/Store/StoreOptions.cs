using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Store;

/// <summary>Section <c>Store</c>.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";
    public const string Sqlite = "Sqlite";

    /// <summary><c>Sqlite</c> is the only one so far, and the default.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// Names the SQLite file, such as <c>Data Source=data/conferencebot.db</c>; on a local disk, never a network share. Required.
    /// Its folder is created. <c>Default Timeout</c> (seconds, default 5) is how long another process's lock is waited for.
    /// </summary>
    public string ConnectionString { get; set; } = "";
}

internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        List<string> wrong = [];
        if (options.Provider != StoreOptions.Sqlite) wrong.Add($"Store:Provider must be {StoreOptions.Sqlite}.");
        if (FileFault(options.ConnectionString) is { } fault) wrong.Add($"Store:ConnectionString {fault}");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static string? FileFault(string connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString)) return "is missing.";
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            return builder switch
            {
                { Mode: SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly } => "must open a file for writing.",
                { DataSource: "" or ":memory:" } => "must name a file as its Data Source.",
                _ when builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) => "must name a plain path, not a URI.",
                { DefaultTimeout: < 1 or > 60 } => "must have a Default Timeout of 1 to 60 seconds.",
                _ => null,
            };
        }
        catch (ArgumentException)
        {
            return "cannot be read.";
        }
    }
}
