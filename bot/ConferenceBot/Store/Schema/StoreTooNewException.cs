using ConferenceBot.Workflows;

namespace ConferenceBot.Store;

/// <summary>The database was migrated by a newer program and this one may not read it any more.</summary>
internal sealed class StoreTooNewException(string lowest, Version program)
    : AwayException($"This database needs ConferenceBot {lowest} or newer; this is {program}. Start the newer program, or restore a backup.", null);
