using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Workflows;

/// <summary>One action on one card inside its transaction. The card is the actor's own and not put away.</summary>
/// <param name="Managers">
/// The actor's line managers, lowest first, and after one who is away who stands in; fetched beforehand, only for actions that need them.
/// </param>
internal sealed record Act(
    IStoreSession Session, CardCopy Copy, PersonId Actor, RuleClock Clock, ImmutableArray<PersonId> Managers,
    CancellationToken Cancellation)
{
    /// <summary>Who is behind an attendee's row, read from the calendar beforehand for this look alone; null for every other action.</summary>
    public string? Address { get; init; }
}

internal abstract record ActResult
{
    private ActResult()
    {
    }

    /// <summary>It took effect: written, marked, and the current card comes back.</summary>
    /// <param name="Subject">Whose audit chain it goes on.</param>
    /// <param name="ShowText">The card comes back with what was written.</param>
    /// <param name="Content">What comes back instead of the card as it is; null = the card.</param>
    public sealed record Done(Guid Subject, bool ShowText = false, CardContent? Content = null) : ActResult;

    /// <summary>A look without an effect; leaves no mark.</summary>
    /// <param name="Copy">The copy whose stamp the shown card carries.</param>
    public sealed record Look(CardContent Content, CardCopy Copy) : ActResult;

    /// <param name="On">The form that was being filled in; null = the current card.</param>
    public sealed record No(Refusal Refusal, CardContent? On = null) : ActResult;
}
