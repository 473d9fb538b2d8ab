namespace ConferenceBot.Operations;

/// <summary>The host's command line: <c>serve</c> (default) and <c>audit verify</c>. Exit 0 success, 1 a finding, 2 usage.</summary>
internal static class CommandLine
{
    public const int Success = 0, Finding = 1, Usage = 2;

    public enum Act
    {
        Serve,
        AuditVerify,
        Unknown,
    }

    /// <summary>Splits the act from the settings (<c>--key value</c>) that follow it.</summary>
    public static (Act Act, string[] Settings) Read(string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
        var act = words switch
        {
            [] or ["serve"] => Act.Serve,
            ["audit", "verify"] => Act.AuditVerify,
            _ => Act.Unknown,
        };
        return (act, args[words.Length..]);
    }

    public static int ShowUsage()
    {
        Console.Error.WriteLine("usage: ConferenceBot [serve | audit verify] [--Section:Key value …]");
        return Usage;
    }
}
