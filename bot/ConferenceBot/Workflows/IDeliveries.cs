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
    /// One line of ours into a chat: the neutral one where a family may be reading, or a refusal to a client that can show no card in
    /// reply. Nothing of it is stored; a failure is logged and not repeated.
    /// </summary>
    Task SayAsync(CouncilKey council, string serviceUrl, string conversationId, string line, CancellationToken cancellationToken);

    /// <summary>Cards that wait to be sent, and cards that show an older version than wanted.</summary>
    Task<(int Pending, int OutOfDate)> WaitingAsync(CouncilKey council, CancellationToken cancellationToken);
}
