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
