using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>What came of an installation.</summary>
internal abstract record Installation
{
    private Installation()
    {
    }

    /// <param name="ChatId">The personal chat with the bot; null while Teams has not made it yet.</param>
    public sealed record Done(string? ChatId) : Installation;

    /// <summary>The council's settings name no app in its catalogue.</summary>
    public sealed record NotOffered : Installation;

    /// <param name="Code">Graph's own word, such as <c>Forbidden</c>: a policy, a licence or a missing consent stands in the way.</param>
    public sealed record Refused(string Code) : Installation;
}

/// <summary>Installs the bot for people who do not have it.</summary>
internal interface IInstallations
{
    /// <summary>Sees to it that the bot is installed for the person; does nothing when it is already.</summary>
    /// <exception cref="CalendarAwayException">Graph could not be asked.</exception>
    Task<Installation> InstallAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken);
}
