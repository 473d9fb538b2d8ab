using Azure.Core;

namespace ConferenceBot.Councils;

/// <summary>
/// Gives each council's way to prove who the host is. The credential caches its tokens itself, per scope; ask it for every request.
/// </summary>
internal interface ICouncilCredentials
{
    /// <summary>The council's credential; the same instance until it is renewed.</summary>
    /// <exception cref="KeyNotFoundException">No council has that key.</exception>
    TokenCredential For(string council);

    /// <summary>
    /// Forgets a credential whose token was refused and gives a new one with an empty cache.
    /// When another caller has renewed it already, gives that one.
    /// </summary>
    TokenCredential Renew(string council, TokenCredential refused);
}
