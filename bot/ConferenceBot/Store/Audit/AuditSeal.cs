using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Store;

/// <summary>The keyed links of the audit chains. The key lives outside the database.</summary>
internal sealed class AuditSeal(IOptions<ProtectionOptions> options)
{
    private readonly byte[] _key = Convert.FromBase64String(options.Value.AuditKey);

    /// <summary>What the first row of a chain links to.</summary>
    public static ReadOnlySpan<byte> Start => new byte[HMACSHA256.HashSizeInBytes];

    /// <summary>The link of a row to the one before; covers its place (council, chain, sequence) and all it says.</summary>
    public byte[] Link(ReadOnlySpan<byte> previous, AuditRow row)
    {
        using var bytes = new MemoryStream();
        Text(bytes, "ConferenceBot.Audit.Row.1");
        bytes.Write(previous);
        Place(bytes, row.Council, row.Chain, row.Sequence);
        Text(bytes, row.Act);
        Id(bytes, row.Actor);
        Id(bytes, row.Card);
        Number(bytes, row.At.UtcTicks);
        return HMACSHA256.HashData(_key, bytes.ToArray());
    }

    public byte[] Seal(AuditHeadRow head)
    {
        using var bytes = new MemoryStream();
        Text(bytes, "ConferenceBot.Audit.Head.1");
        Place(bytes, head.Council, head.Chain, head.Sequence);
        bytes.Write(head.Hmac);
        return HMACSHA256.HashData(_key, bytes.ToArray());
    }

    public static bool Same(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => CryptographicOperations.FixedTimeEquals(a, b);

    private static void Place(MemoryStream to, string council, Guid chain, long sequence)
    {
        Text(to, council);
        Id(to, chain);
        Number(to, sequence);
    }

    private static void Text(MemoryStream to, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Number(to, bytes.Length);
        to.Write(bytes);
    }

    private static void Id(MemoryStream to, Guid? id)
    {
        to.WriteByte(id is null ? (byte)0 : (byte)1);
        if (id is { } value) to.Write(value.ToByteArray(bigEndian: true));
    }

    private static void Number(MemoryStream to, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        to.Write(bytes);
    }
}
