using System.Globalization;
using ConferenceBot.Sandbox.Faults;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>What a broken calendar or directory answers.</summary>
internal sealed class GraphFaults(FaultBoard board, MailboxFaults mailboxes, TimeProvider machine)
{
    private const int WaitSeconds = 3;

    public MailboxFaults Mailboxes => mailboxes;

    /// <summary>The mode of a mailbox for odd rounds: its own, or that of all calendars.</summary>
    public string Rounds(Mailbox mailbox) => mailboxes[mailbox.Address] is var own && own != FaultCatalogue.On ? own : board["graph"];

    /// <summary>How far the clock of Graph is ahead.</summary>
    public TimeSpan Skew => board["directory"] == "skew" ? TimeSpan.FromMinutes(10) : TimeSpan.Zero;

    /// <returns>The answer of a broken mailbox; null when the call goes through.</returns>
    public async Task<Answer?> MailboxAsync(string address, CancellationToken cancellationToken)
    {
        var mode = mailboxes.Call(address);
        if (mode == FaultCatalogue.On)
            return null;
        board.Meet("mailbox");
        if (mode == "timeout")
        {
            await board.HoldAsync("mailbox", cancellationToken);
            return GraphAnswers.Error(504, "GatewayTimeout", "The service did not answer in time.");
        }
        return mode switch
        {
            "404" => MailboxSettings.NoMailbox(),
            "403" => Denied(),
            "429" => GraphAnswers.TooMany("ApplicationThrottled", "Application is over its request limit.", WaitSeconds),
            "429-date" => Dated(),
            "500" => GraphAnswers.Error(500, "ErrorInternalServerError", "An internal server error occurred. The operation failed."),
            "503" => GraphAnswers.Error(503, "ErrorServerBusy", "The server cannot service this request right now. Try again later."),
            _ => null,
        };
    }

    /// <returns>The answer of a directory that is broken; null when the call goes through.</returns>
    public Answer? Directory()
    {
        var mode = board["directory"];
        if (mode is "503" or "429" or "403")
            board.Meet("directory");
        return mode switch
        {
            "503" => GraphAnswers.Error(503, "serviceNotAvailable", "The service is temporarily unavailable."),
            "429" => GraphAnswers.TooMany("TooManyRequests", "Too many requests.", WaitSeconds),
            "403" => Denied(),
            _ => null,
        };
    }

    /// <returns>What the first part of every batch gets; null when it is answered as it should be.</returns>
    public Answer? FirstOfBatch()
    {
        if (board["directory"] != "batch")
            return null;
        board.Meet("directory");
        return GraphAnswers.TooMany("TooManyRequests", "Too many requests.", WaitSeconds);
    }

    private static Answer Denied() => GraphAnswers.Error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

    private Answer Dated() => GraphAnswers.TooMany("ApplicationThrottled", "Application is over its request limit.", WaitSeconds) with
    {
        Headers = new() { ["Retry-After"] = machine.GetUtcNow().AddSeconds(WaitSeconds).ToString("R", CultureInfo.InvariantCulture) },
    };
}
