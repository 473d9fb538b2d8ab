using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace ConferenceBot.Store;

/// <summary>
/// Encrypts what people typed under council, subject and field: a cipher that was moved to another row does not open there.
/// </summary>
internal sealed class TextVault(IDataProtectionProvider provider)
{
    /// <summary>The longest text taken, in UTF-16 code units. The procedure's own limit is lower.</summary>
    public const int Longest = 4000;

    private const string Purpose = "ConferenceBot.ProtectedText";

    /// <exception cref="ProtectedTextTooLongException"/>
    public byte[] Close(string council, Guid subject, string field, string text)
    {
        if (text.Length > Longest) throw new ProtectedTextTooLongException(text.Length);
        return Protector(council, subject, field).Protect(Encoding.UTF8.GetBytes(text));
    }

    /// <exception cref="StoreAwayException">The key is not to be had, or the cipher was tampered with: "could not look", never "nothing".</exception>
    public string Open(string council, Guid subject, string field, byte[] cipher)
    {
        try
        {
            return Encoding.UTF8.GetString(Protector(council, subject, field).Unprotect(cipher));
        }
        catch (CryptographicException e)
        {
            throw new StoreAwayException("protectedText", e);
        }
    }

    /// <summary>
    /// Lets the key ring make or renew its key now, on its own connection: inside a write transaction it would wait for itself.
    /// </summary>
    public void Prepare() => provider.CreateProtector(Purpose).Protect([]);

    private IDataProtector Protector(string council, Guid subject, string field) =>
        provider.CreateProtector(Purpose, council, subject.ToString("D"), field);
}

/// <summary>A text longer than <see cref="TextVault.Longest"/>: the workflow should have refused it.</summary>
internal sealed class ProtectedTextTooLongException(int length)
    : Exception($"A protected text of {length} characters is longer than the {TextVault.Longest} allowed.");
