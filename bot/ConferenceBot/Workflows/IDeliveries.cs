using System.Globalization;
using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Sends what was written. Woken after a commit, never before.</summary>
internal interface IDeliveries
{
    /// <summary>Says that there may be something to send; returns at once.</summary>
    void Wake(CouncilKey council);

    /// <summary>Sends until nothing is left that may be sent now.</summary>
    Task RunAsync(CouncilKey council, CancellationToken cancellationToken);

    /// <summary>
    /// One neutral line into a channel, group or meeting chat, where a family may be reading. Nothing of it is stored; a failure is
    /// logged and not repeated.
    /// </summary>
    Task SayElsewhereAsync(
        CouncilKey council, string serviceUrl, string conversationId, CultureInfo culture, CancellationToken cancellationToken);

    /// <summary>Cards that wait to be sent, and cards that show an older version than wanted.</summary>
    Task<(int Pending, int OutOfDate)> WaitingAsync(CouncilKey council, CancellationToken cancellationToken);
}
