namespace ConferenceBot.Sandbox;

/// <summary>How a sandbox is to start.</summary>
internal sealed class SandboxOptions
{
    /// <summary>Loopback port of the page and of every service; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where the host keeps its data; null makes a fresh folder that is deleted at the end.</summary>
    public string? DataFolder { get; init; }

    /// <summary>A calendar file that replaces the sample's; null keeps the sample.</summary>
    public string? IcsFile { get; init; }

    /// <summary>Agencies of a calendar file by mail domain: domain → key of an agency of the sample.</summary>
    public IReadOnlyDictionary<string, string> Agencies { get; init; } = new Dictionary<string, string>();

    /// <summary>How many invented mailboxes the bot reads besides the council's own, for measurements.</summary>
    public int Mailboxes { get; init; }

    /// <summary>How many invented events each of them holds.</summary>
    public int Events { get; init; } = 500;

    /// <summary>Addresses of further mailboxes of the tenant that the bot reads, such as a chair's or a room's.</summary>
    public IReadOnlyList<string> AlsoRead { get; init; } = [];

    /// <summary>Start of procedure time; null takes the sample's own, or ten working days before the first event of a file.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Starts the real host as a child process.</summary>
    public bool StartHost { get; init; } = true;

    /// <summary>Mail addresses of people for whom the bot is not installed at the start.</summary>
    public IReadOnlyList<string> WithoutBot { get; init; } = [];

    /// <summary>A host that somebody else runs, for tests; null with a child or without any.</summary>
    public Uri? HostAddress { get; init; }

    /// <summary>Parts broken from the start: connector, graph, clock.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];

    /// <summary>Extra settings of the host, by environment variable name.</summary>
    public IReadOnlyDictionary<string, string> HostSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the host may take to be ready, in machine time.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Machine time: tokens, limits and waiting.</summary>
    public TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <summary>Called with the page's address as soon as it answers; the bot is still starting then.</summary>
    public Action<Uri> Opened { get; init; } = _ => { };

    /// <summary>Where progress for people goes.</summary>
    public Action<string> Progress { get; init; } = _ => { };
}

/// <summary>Why a sandbox cannot start, in words for people.</summary>
internal sealed class SandboxStartException(string message) : Exception(message);
