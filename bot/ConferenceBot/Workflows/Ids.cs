using System.Security.Cryptography;

namespace ConferenceBot.Workflows;

internal sealed class Ids : IIds
{
    /// <summary>All 122 random bits from the system's cryptographic source, so that an id cannot be guessed from others.</summary>
    public Guid Next()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
