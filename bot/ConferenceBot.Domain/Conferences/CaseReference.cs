namespace ConferenceBot.Domain.Conferences;

/// <summary>
/// The short reference the bot mints for one conference and shows on cards. It is random: it says nothing about the
/// child, the family or the council's own case number, and is never carried over to the next conference.
/// </summary>
public readonly record struct CaseReference(string Value)
{
    private const string Letters = "BCDFGHJKMNPQRSTVWXYZ";
    private const string Digits = "23456789";

    /// <summary>Two letters, a dash and three digits, such as <c>KT-482</c>, from at least five random bytes.</summary>
    /// <exception cref="ArgumentException">Fewer than five bytes.</exception>
    public static CaseReference Mint(ReadOnlySpan<byte> random)
    {
        if (random.Length < 5) throw new ArgumentException("Five random bytes are needed.", nameof(random));
        return new CaseReference(string.Create(6, random.ToArray(), static (text, bytes) =>
        {
            text[0] = Letters[bytes[0] % Letters.Length];
            text[1] = Letters[bytes[1] % Letters.Length];
            text[2] = '-';
            for (var i = 2; i < 5; i++) text[i + 1] = Digits[bytes[i] % Digits.Length];
        }));
    }

    public override string ToString() => Value;
}
