using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ConferenceBot.Store;

internal static class WrappingCertificate
{
    /// <exception cref="CryptographicException">Not a PFX file without a password.</exception>
    public static X509Certificate2 Load(string path) =>
        X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.EphemeralKeySet);

    public static bool CanBeUsed(string path)
    {
        try
        {
            using var certificate = Load(path);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
