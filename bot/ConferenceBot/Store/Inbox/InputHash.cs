using System.Security.Cryptography;
using System.Text;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Store;

/// <summary>HMAC-SHA256 under the audit key, with a purpose of its own; 64 hexadecimal characters.</summary>
internal sealed class InputHash(IOptions<ProtectionOptions> options) : IKeyedHash
{
    private readonly byte[] _key = HMACSHA256.HashData(Convert.FromBase64String(options.Value.AuditKey), "ConferenceBot.InputHash.1"u8);

    public string Of(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
