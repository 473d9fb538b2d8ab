using ConferenceBot.Workflows;

namespace ConferenceBot.Operations;

/// <summary>
/// The host's command line: <c>serve</c> (default), <c>audit verify</c>, <c>calendar check</c> and <c>help</c>. Exit 0 success, 1 a finding, 2 usage.
/// </summary>
internal static class CommandLine
{
    public const int Success = 0, Finding = 1, Usage = 2;

    public enum Act
    {
        Serve,
        AuditVerify,
        CalendarCheck,
        Help,
        Unknown,
    }

    /// <summary>Splits the act and its options from the settings (<c>--key value</c>) that follow.</summary>
    public static HostCommand Read(string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
        var rest = args[words.Length..];
        if (words is ["help", ..] || rest.Any(a => a is "--help" or "-h" or "-?")) return new HostCommand(Act.Help, []);
        return words switch
        {
            [] or ["serve"] => new HostCommand(Act.Serve, rest),
            ["audit", "verify"] => new HostCommand(Act.AuditVerify, rest),
            ["calendar", "check"] => CheckArguments.Read(rest),
            _ => new HostCommand(Act.Unknown, []),
        };
    }

    /// <param name="fault">What is wrong with the arguments.</param>
    public static int ShowUsage(string fault) => ShowUsage(new HostCommand(Act.Unknown, [], Fault: fault));

    /// <summary>Asked for, on the output with success; otherwise beside the fault, on the error output.</summary>
    public static int ShowUsage(HostCommand command)
    {
        var asked = command.Act == Act.Help;
        if (command.Fault is { } fault) Console.Error.WriteLine(fault);
        (asked ? Console.Out : Console.Error).WriteLine(
            """
            usage: ConferenceBot [serve | audit verify | calendar check | help] [--Section:Key value …]

            calendar check   says what the bot would make of the calendars, without a word of any subject; it keeps and sends nothing
              --council KEY  only this council
              --mailbox N    only the mailbox at this place in the settings, from 1
              --days N       days ahead, 1 to 730, instead of the window of the settings
              --all          lists the other meetings too
              --json         for programs
              exit 0: all read, nothing needs a look; 1: something does; 2: usage
            """);
        return asked ? Success : Usage;
    }
}

/// <param name="Check">Of <see cref="CommandLine.Act.CalendarCheck"/> only.</param>
/// <param name="Fault">What is wrong with the arguments.</param>
internal sealed record HostCommand(CommandLine.Act Act, string[] Settings, CalendarCheckRequest? Check = null, string? Fault = null);
