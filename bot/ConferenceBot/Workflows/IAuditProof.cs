using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Proves that no audit row was changed, moved or cut since it was written.</summary>
internal interface IAuditProof
{
    /// <exception cref="AwayException">The audit could not be read: that is not "it holds".</exception>
    Task<AuditProof> ProveAsync(CouncilKey council, CancellationToken cancellationToken);
}

/// <param name="Break">Where the first chain breaks and how; null when every chain holds.</param>
internal sealed record AuditProof(int Chains, long Rows, string? Break);
