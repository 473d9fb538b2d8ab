using System.Globalization;
using ConferenceBot.Workflows;

namespace ConferenceBot.Operations;

/// <summary>The options of <c>calendar check</c>; what holds a colon, or names the environment, is a setting.</summary>
internal static class CheckArguments
{
    private static readonly string[] Framework = ["--environment", "--contentRoot", "--applicationName"];

    public static HostCommand Read(string[] args)
    {
        var request = new CalendarCheckRequest();
        var settings = new List<string>();
        var rest = new Queue<string>(args.SelectMany(Split));
        while (rest.TryDequeue(out var option))
        {
            if (option is "--all" or "--json")
            {
                request = option == "--all" ? request with { All = true } : request with { Json = true };
                continue;
            }
            var isSetting = option.StartsWith("--", StringComparison.Ordinal)
                && (option.Contains(':', StringComparison.Ordinal) || Framework.Contains(option, StringComparer.OrdinalIgnoreCase));
            if (!isSetting && option is not ("--council" or "--mailbox" or "--days")) return Wrong($"calendar check has no option {option}.");
            if (!rest.TryDequeue(out var value)) return Wrong($"{option} needs a value.");
            if (isSetting)
                settings.AddRange([option, value]);
            else if (option == "--council")
                request = request with { Council = value };
            else if (Whole(value, option == "--days" ? 730 : 1000) is not { } number)
                return Wrong(option == "--days" ? "--days must be a whole number from 1 to 730." : "--mailbox must be a whole number from 1.");
            else
                request = option == "--days" ? request with { Days = number } : request with { Mailbox = number };
        }
        return new HostCommand(CommandLine.Act.CalendarCheck, [.. settings], request);
    }

    private static string[] Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 2 and var at
            ? [argument[..at], argument[(at + 1)..]]
            : [argument];

    private static int? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    private static HostCommand Wrong(string fault) => new(CommandLine.Act.Unknown, [], Fault: fault);
}
