using ConferenceBot.Workflows;

namespace ConferenceBot.Clockwork;

/// <summary>One read of one mailbox, counted, and whoever has something to tell afterwards woken.</summary>
internal sealed partial class MailboxRead(
    ReadCalendar calendars, IDeliveries deliveries, Measures measures, TimeProvider machine, ILogger<MailboxRead> logger)
{
    /// <returns>The bookmark after the read.</returns>
    /// <exception cref="Exception">Not even the failure could be noted; it is logged.</exception>
    public async Task<MailboxBookmark> ReadAsync(MailboxKey mailbox, CancellationToken cancellationToken)
    {
        var began = machine.GetTimestamp();
        var outcome = "ok";
        try
        {
            var bookmark = await calendars.ReadAsync(mailbox.Council, mailbox.Mailbox, cancellationToken);
            outcome = bookmark.Problem ?? outcome;
            return bookmark;
        }
        catch (Exception problem)
        {
            outcome = cancellationToken.IsCancellationRequested ? "stopped" : problem.GetType().Name;
            if (!cancellationToken.IsCancellationRequested) NotNoted(mailbox.Council.Value, outcome);
            throw;
        }
        finally
        {
            measures.Read(mailbox.Council, outcome, machine.GetElapsedTime(began));
            deliveries.Wake(mailbox.Council);
        }
    }

    [LoggerMessage(7001, LogLevel.Error, "A calendar of council {Council} was not read, and that could not be noted: {Problem}")]
    private partial void NotNoted(string council, string problem);
}
