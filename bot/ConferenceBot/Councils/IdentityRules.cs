using System.Text.RegularExpressions;

namespace ConferenceBot.Councils;

/// <summary>What each kind of identity needs.</summary>
internal static partial class IdentityRules
{
    /// <summary>Every fault of the section, each beginning with its full key.</summary>
    public static IEnumerable<string> Failures(IdentityOptions identity, string path, bool development)
    {
        if (!string.IsNullOrWhiteSpace(identity.ClientId) && !Guid.TryParseExact(identity.ClientId, "D", out _))
            yield return $"{path}:ClientId: must be a guid";
        if (!string.IsNullOrWhiteSpace(identity.TenantId) && !TenantName().IsMatch(identity.TenantId))
            yield return $"{path}:TenantId: must be a guid or a domain";
        if (!string.IsNullOrWhiteSpace(identity.ManagedIdentityClientId) && !Guid.TryParseExact(identity.ManagedIdentityClientId, "D", out _))
            yield return $"{path}:ManagedIdentityClientId: must be a guid";

        if (!Enum.TryParse<IdentityKind>(identity.Kind, out var kind) || !Enum.IsDefined(kind) || identity.Kind != kind.ToString())
        {
            yield return $"{path}:Kind: must be one of {string.Join(", ", Enum.GetNames<IdentityKind>())}";
            yield break;
        }

        if (kind is IdentityKind.Secret or IdentityKind.LoopbackToken && string.IsNullOrEmpty(identity.Secret))
            yield return $"{path}:Secret: is required with Kind {kind}";
        if (kind is IdentityKind.Certificate && !File.Exists(identity.CertificatePath))
            yield return $"{path}:CertificatePath: must name a file that exists";
        if (kind is not IdentityKind.LoopbackToken)
            yield break;
        if (!development)
            yield return $"{path}:Kind: LoopbackToken is accepted only in Development";
        if (!Uri.TryCreate(identity.TokenUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || url.UserInfo.Length > 0 || !LoopbackRule.IsLoopback(url.IdnHost))
            yield return $"{path}:TokenUrl: must be an absolute http or https address on loopback";
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$")]
    private static partial Regex TenantName();
}
