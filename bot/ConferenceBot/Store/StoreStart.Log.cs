namespace ConferenceBot.Store;

internal sealed partial class StoreStart
{
    [LoggerMessage(4001, LogLevel.Information, "Store: migration {Migration} applied")]
    private partial void LogMigrated(string migration);

    [LoggerMessage(4002, LogLevel.Warning, "Store: removed the migration lock of a process that was killed while migrating")]
    private partial void LogLeftOverLock();
}
