using System.Security.Cryptography;
using System.Text;

namespace ConferenceBot.Sandbox;

/// <summary>Ids of the tenant: random ones for tokens and secrets, derived ones where a restart must find the same.</summary>
internal static class Ids
{
    /// <returns>A random opaque token, base64url, without padding.</returns>
    public static string Opaque(int bytes = 24) => Base64Url(RandomNumberGenerator.GetBytes(bytes));

    public static Guid RandomGuid() => new(RandomNumberGenerator.GetBytes(16));

    /// <returns>The same id for the same text, always.</returns>
    public static Guid GuidFrom(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <returns>The same base64url text for the same input, always; at most 64 bytes.</returns>
    public static string OpaqueFrom(string text, int bytes = 24) =>
        Base64Url(SHA512.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));

    public static string Base64Url(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <returns>The bytes, or null when the text is not base64url.</returns>
    public static byte[]? FromBase64Url(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : null;
    }
}
