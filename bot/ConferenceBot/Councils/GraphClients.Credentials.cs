using Azure.Core;
using ConferenceBot.Domain;

namespace ConferenceBot.Councils;

/// <summary>How Graph learns who the host is, per council. The credential keeps its own tokens; it is asked for every request.</summary>
internal interface IGraphCredentials
{
    TokenCredential For(CouncilKey council);

    /// <summary>Forgets a credential whose token was refused; gives one without kept tokens.</summary>
    TokenCredential Renew(CouncilKey council, TokenCredential refused);
}

/// <summary>The council's one identity, asked for Graph as for the connector.</summary>
internal sealed class CouncilGraphCredentials(ICouncilCredentials credentials) : IGraphCredentials
{
    public TokenCredential For(CouncilKey council) => credentials.For(council.Value);

    public TokenCredential Renew(CouncilKey council, TokenCredential refused) => credentials.Renew(council.Value, refused);
}
