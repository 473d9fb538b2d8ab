using System.Diagnostics;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

/// <summary>A process that is killed in the middle of a write: what it had committed is there, what it had not is not.</summary>
public sealed class CrashTests : IDisposable
{
    private const string FolderVariable = "CONFERENCEBOT_TEST_CRASH_FOLDER";
    private static readonly Guid Committed = new(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    private static readonly Guid Torn = new(2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
    private readonly string _folder = StoreHost.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_killed_writer_leaves_what_it_committed_and_nothing_else()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
                 {
                     typeof(CrashTests).Assembly.Location, "-explicit", "only", "-method",
                     $"{typeof(CrashTests).FullName}.{nameof(The_child_writes_and_waits_to_be_killed)}",
                 })
            start.ArgumentList.Add(argument);
        start.Environment[FolderVariable] = _folder;
        using (var child = Process.Start(start)!)
        {
            var output = child.StandardOutput.ReadToEndAsync();
            var errors = child.StandardError.ReadToEndAsync();
            var gone = child.WaitForExitAsync();
            try
            {
                while (!File.Exists(Ready(_folder)) && !gone.IsCompleted)
                    await Task.WhenAny(gone, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));
                Assert.False(gone.IsCompleted, "The child ended by itself.");
            }
            finally
            {
                child.Kill();
                await gone;
                await Task.WhenAll(output, errors);
            }
        }

        await using var host = await StoreHost.StartAsync(_folder);
        Assert.Equal("ok", StoreHost.Ask<string>(host.File, "PRAGMA integrity_check"));
        Assert.NotNull(await host.ReadAsync(s => s.Tasks.FindAsync(new ReportTaskId(Committed), default)));
        Assert.Null(await host.ReadAsync(s => s.Tasks.FindAsync(new ReportTaskId(Torn), default)));
        Assert.Null(await host.ReadAsync(s => s.Dues.NextAsync(default)));
        await host.WriteAsync(s => s.Tasks.SaveAsync(Some.Task() with { Id = new ReportTaskId(Torn) }, default));
    }

    [Fact(Explicit = true)]
    public async Task The_child_writes_and_waits_to_be_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.True(folder is not null, "Only as the child of the other test.");
        var host = await StoreHost.StartAsync(folder);
        await host.WriteAsync(s => s.Tasks.SaveAsync(Some.Task() with { Id = new ReportTaskId(Committed) }, default));
        await host.WriteAsync(async s =>
        {
            await s.Tasks.SaveAsync(Some.Task() with { Id = new ReportTaskId(Torn) }, default);
            await s.Dues.SetAsync(DueKind.Task, Torn, Some.Now, default);
            Assert.NotNull(await s.Dues.NextAsync(default));
            await File.WriteAllTextAsync(Ready(folder!), "");
            await new TaskCompletionSource().Task;
        });
    }

    private static string Ready(string folder) => Path.Combine(folder, "ready");
}
