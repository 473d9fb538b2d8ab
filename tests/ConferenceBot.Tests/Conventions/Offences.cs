using Xunit;

namespace ConferenceBot.Tests.Conventions;

internal static class Offences
{
    /// <summary>Fails with every offence on a line of its own.</summary>
    public static void None<T>(IEnumerable<T> offences)
    {
        var lines = offences.Select(offence => $"{offence}").Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines.Prepend($"{lines.Count} found:")));
    }
}
