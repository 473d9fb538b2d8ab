using System.Globalization;

namespace ConferenceBot.Sandbox;

/// <summary>The command line.</summary>
internal sealed class SandboxArguments
{
    public const int DefaultPort = 5210;

    public const string Usage = """
        Usage: dotnet run --project bot/ConferenceBot.Sandbox [-- OPTIONS]
          --play NAME      plays a story without the page and says what was observed: main-job, faults; or through the page in Chromium:
                           tour (keeps a picture of each step), pictures (makes those of README and guide)
          --pictures FOLDER  where tour and pictures keep them (default artifacts/tour, docs/pictures)
          --ics FILE       a calendar exported from Outlook or Google in place of the sample's; names and texts are dropped on load
          --agency D=KEY   with --ics: people of the mail domain D work at that agency, for example charity.example=housing;
                           can be repeated. Keys: social-care, health-visiting, school-nursing, general-practice, school, nursery,
                           police, probation, housing
          --mailboxes N    the bot reads N invented mailboxes besides the council's own, for measurements (at most 1000)
          --events M       with --mailboxes: each holds M invented events, one in fifty a conference (default 500, at most 5000)
          --start DATE     first day of the clock, for example 2026-05-11
          --port N         loopback port of the page; 0 takes a free one (default 5210)
          --data FOLDER    keeps the bot's data there (default: a fresh folder, deleted at the end)
          --disable PART   breaks connector, graph or clock from the start; can be repeated
          --no-host        starts the tenant without the bot
          --help           says this
        """;

    public string? Play { get; private set; }
    public string? Pictures { get; private set; }
    public string? Ics { get; private set; }
    public Dictionary<string, string> Agencies { get; } = new(StringComparer.OrdinalIgnoreCase);
    public string? Start { get; private set; }
    public int? Mailboxes { get; private set; }
    public int? Events { get; private set; }
    public int? Port { get; private set; }
    public string? Data { get; private set; }
    public List<string> Disabled { get; } = [];
    public bool NoHost { get; private set; }

    /// <returns>Null when something is wrong, and the sentence says what; null without a sentence when only help is asked for.</returns>
    public static SandboxArguments? Read(IReadOnlyList<string> args, out string wrong)
    {
        var read = new SandboxArguments();
        wrong = "";
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h")
                return null;
            if (args[i] == "--no-host")
            {
                read.NoHost = true;
                continue;
            }
            var value = i + 1 < args.Count ? args[i + 1] : null;
            wrong = value is null ? $"{args[i]} is unknown or lacks a value." : read.Take(args[i++], value);
            if (wrong.Length > 0)
                return null;
        }
        wrong = read.Together();
        return wrong.Length == 0 ? read : null;
    }

    public SandboxOptions ToOptions(Action<string> progress) => new()
    {
        Port = Port ?? (Play is null ? DefaultPort : 0),
        IcsFile = Ics,
        Agencies = Agencies,
        Mailboxes = Mailboxes ?? 0,
        Events = Events ?? 500,
        Start = Start is null ? null : Iso.InZone(Start + "T08:00:00", TimeZoneInfo.FindSystemTimeZoneById("Europe/London")),
        DataFolder = Data,
        Disabled = Disabled,
        StartHost = !NoHost,
        Opened = Play is null ? address => progress($"Open {address} in a browser; the bot is still starting. Ctrl-C ends everything.") : _ => { },
        Progress = progress,
    };

    /// <returns>What does not go together; empty when all does.</returns>
    private string Together() =>
        Agencies.Count > 0 && Ics is null ? "--agency is of use with --ics only."
        : Events is not null && Mailboxes is null ? "--events is of use with --mailboxes only."
        : Mailboxes is not null && Ics is not null ? "--mailboxes goes with the sample only, not with --ics."
        : Pictures is not null && (Play is null || !Plays.Tour.Names.Contains(Play)) ? "--pictures is of use with --play tour or pictures only."
        : NoHost && Play is not null && Plays.PlayRunner.Names.Contains(Play) ? $"--play {Play} needs the bot, so it cannot go with --no-host."
        : Play is not null && Hosting.DataFolder.IsUsed(Data) ? "--play begins at the beginning, and the folder of --data holds an earlier run. Choose an empty one."
        : "";

    private static int? Number(string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    private string Take(string name, string value)
    {
        switch (name)
        {
            case "--play":
                Play = value;
                return Plays.PlayRunner.Names.Contains(value) || Plays.Tour.Names.Contains(value) ? "" : $"There is no play {value}; there are {string.Join(", ", Plays.PlayRunner.Names.Concat(Plays.Tour.Names))}.";
            case "--pictures":
                Pictures = value;
                return "";
            case "--ics":
                Ics = value;
                return "";
            case "--agency":
                var pair = value.Split('=', 2);
                Agencies[pair[0].TrimStart('@')] = pair[^1];
                return pair.Length == 2 && pair[0].Contains('.') && pair[1].Length > 0 ? "" : "--agency takes a mail domain and an agency, such as charity.example=housing.";
            case "--start":
                Start = value;
                return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                    ? "" : "--start takes a date such as 2026-05-11.";
            case "--port":
                Port = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : -1;
                return Port >= 0 ? "" : "--port takes a number from 0 to 65535.";
            case "--mailboxes":
                Mailboxes = Number(value, 1000);
                return Mailboxes is not null ? "" : "--mailboxes takes a number from 1 to 1000.";
            case "--events":
                Events = Number(value, 5000);
                return Events is not null ? "" : "--events takes a number from 1 to 5000.";
            case "--data":
                Data = value;
                return "";
            case "--disable":
                Disabled.Add(value);
                return Faults.FaultCatalogue.Disablable.Contains(value) ? "" : "--disable takes connector, graph or clock.";
            default:
                return $"Unknown option {name}.";
        }
    }
}
