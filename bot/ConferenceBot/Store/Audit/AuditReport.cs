using ConferenceBot.Domain;

namespace ConferenceBot.Store;

/// <summary>What a walk over all audit chains of one council found.</summary>
/// <param name="Rows">Rows read, up to and including the break.</param>
/// <param name="Break">The first break in order of chain and sequence; null when every chain holds.</param>
internal sealed record AuditReport(CouncilKey Council, int Chains, long Rows, AuditBreak? Break)
{
    public bool Holds => Break is null;
}

/// <param name="Subject">The chain; null = the council's own.</param>
/// <param name="Sequence">The row at which it shows.</param>
internal sealed record AuditBreak(Guid? Subject, long Sequence, AuditFault Fault);

internal enum AuditFault
{
    /// <summary>The row does not fit its link: it was edited, moved here, or written without the key.</summary>
    RowAltered,

    /// <summary>A row before this one is missing.</summary>
    RowMissing,

    /// <summary>The head names rows that are not there.</summary>
    TailMissing,

    /// <summary>There are rows after the end that the head names.</summary>
    RowsAfterHead,

    /// <summary>The head itself was edited, or does not name the last row's link.</summary>
    HeadAltered,

    /// <summary>There are rows, but no head.</summary>
    HeadMissing,
}
