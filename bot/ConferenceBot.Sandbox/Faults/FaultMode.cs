namespace ConferenceBot.Sandbox.Faults;

/// <summary>One way in which a part can be, as the page offers it.</summary>
/// <param name="Mode">"on" works; anything else is broken.</param>
/// <param name="Label">A few plain words.</param>
/// <param name="Help">One sentence: what the bot meets.</param>
internal sealed record FaultMode(string Mode, string Label, string Help);

/// <summary>A part of the tenant that can be broken on purpose.</summary>
/// <param name="Part">graph, connector, clock, database, tokens or host.</param>
/// <param name="Modes">States it can be left in; empty for a part that is only ever acted on once.</param>
/// <param name="Once">Acts that happen and are over.</param>
internal sealed record FaultPart(string Part, string Label, IReadOnlyList<FaultMode> Modes, IReadOnlyList<FaultMode> Once)
{
    public FaultMode? Find(string mode) => Modes.Concat(Once).FirstOrDefault(candidate => candidate.Mode == mode);
}
