using System.Collections.Immutable;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Flags;

/// <summary>What a safety concern needs before it can be sent: behaviour seen or heard, and what the family has been told.</summary>
public static class ConcernRules
{
    /// <param name="seen">As typed; only its presence and length are looked at.</param>
    /// <returns>Null when it can be sent.</returns>
    public static Refusal? Check(
        ImmutableArray<string> indicators, string seen, string parentView, FamilyTold? told, LocalProcedure procedure)
    {
        if (string.IsNullOrWhiteSpace(seen)) return new SeenMissing();
        if (seen.Length > procedure.TextLimit || parentView.Length > procedure.TextLimit) return new TextTooLong(procedure.TextLimit);
        if (told is null) return new FamilyToldMissing();
        return indicators.Any(i => procedure.ConcernIndicators.All(c => c.Key != i)) ? new UnknownChoice() : null;
    }
}
