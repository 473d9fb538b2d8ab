using System.Runtime.InteropServices;

namespace ConferenceBot.Sandbox;

/// <summary>Exit codes: 0 success, 1 a failure, 2 usage.</summary>
internal static class SandboxProgram
{
    private static async Task<int> Main(string[] args)
    {
        if (SandboxArguments.Read(args, out var wrong) is not { } arguments)
        {
            await (wrong.Length == 0 ? Console.Out : Console.Error).WriteLineAsync((wrong + "\n" + SandboxArguments.Usage).TrimStart());
            return wrong.Length == 0 ? 0 : 2;
        }
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        try
        {
            return await RunAsync(arguments, stop.Token);
        }
        catch (SandboxStartException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task<int> RunAsync(SandboxArguments arguments, CancellationToken stop)
    {
        await using var sandbox = await SandboxServer.StartAsync(arguments.ToOptions(line => Console.WriteLine(line)), stop);
        if (arguments.Play is { } tour && Plays.Tour.Names.Contains(tour))
            return await Plays.Tour.RunAsync(tour, sandbox.Address, arguments.Pictures, Console.Out, stop) ? 0 : 1;
        if (arguments.Play is { } play)
            return await Plays.PlayRunner.RunAsync(play, sandbox, Console.Out, stop) ? 0 : 1;
        Console.WriteLine("The bot is ready and has read the calendar.");
        try
        {
            await sandbox.WaitForStopAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop; leaving the block ends the host and deletes the temporary data.
        }
        return 0;
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true;
        stop.Cancel();
    }
}
