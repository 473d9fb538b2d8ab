namespace ConferenceBot.Domain.Procedure;

/// <summary>By when a report is to be shared.</summary>
/// <param name="At">The instant, UTC; may already be past when the conference was booked late.</param>
/// <param name="BeyondKnownRange">Counted over days whose bank holidays have not been published: it may yet move.</param>
public readonly record struct Deadline(DateTimeOffset At, bool BeyondKnownRange);
