using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Procedure time: what decides what is due. Never the container's <see cref="TimeProvider"/>, which is machine time.</summary>
internal interface IProcedureClock
{
    DateTimeOffset Now { get; }

    /// <summary>Asks the configured clock, where there is one.</summary>
    /// <exception cref="HttpRequestException">The clock did not answer.</exception>
    Task RefreshAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The council's procedure, calendar and current procedure time in one value for the rules.</summary>
internal interface IRuleClocks
{
    RuleClock Of(CouncilKey council);
}

/// <summary>Random ids and bytes; the one place where chance enters.</summary>
internal interface IIds
{
    Guid Next();

    byte[] Bytes(int count);
}
