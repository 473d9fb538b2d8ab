using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Clock;
using ConferenceBot.Sandbox.Hosting;

namespace ConferenceBot.Sandbox.Faults;

/// <summary>How far a fault has got.</summary>
internal enum RecoveryState
{
    Broken,

    /// <summary>Put right; the bot is catching up.</summary>
    Recovering,

    /// <summary>Everything that was due has been done.</summary>
    Recovered,
}

/// <summary>One fault from being set until the bot has caught up. Times are machine timestamps.</summary>
internal sealed record Recovery(long Id, string Part, string Mode, long Since)
{
    public RecoveryState State { get; init; } = RecoveryState.Broken;
    public long? PutRight { get; init; }
    public long? Done { get; init; }

    /// <summary>The most cards that waited at any look.</summary>
    public int MostWaiting { get; init; }

    /// <summary>Whether the host was seen to say that a calendar could not be read.</summary>
    public bool SeenUnread { get; init; }

    /// <summary>What waits now, by the host's own codes; null when it does not answer.</summary>
    public IReadOnlyList<string>? Waiting { get; init; }

    /// <summary>The alarms before; null when they could not be read.</summary>
    public HostAlarms? Before { get; init; }

    /// <summary>The alarms at the last look.</summary>
    public HostAlarms? Now { get; init; }

    public string Label => FaultCatalogue.Find(Part, Mode) is { } mode ? $"{FaultCatalogue.PartLabel(Part)}: {mode.Label}" : Part;

    /// <summary>Cards refused for good since the fault was set.</summary>
    public int GivenUp => Math.Max(0, (Now?.GivenUp ?? 0) - (Before?.GivenUp ?? 0));

    /// <summary>Cards that wait for an installation since the fault was set.</summary>
    public int NotReached => Math.Max(0, (Now?.NotReached ?? 0) - (Before?.NotReached ?? 0));

    /// <summary>The same after another look.</summary>
    /// <param name="standing">Null when the host does not answer.</param>
    public Recovery With(Settled? standing, HostAlarms? alarms) => this with
    {
        Waiting = standing?.Waiting,
        MostWaiting = Math.Max(MostWaiting, Cards(standing)),
        SeenUnread = SeenUnread || (standing?.Waiting.Any(item => item.StartsWith("mailboxes:", StringComparison.Ordinal)) ?? false),
        Now = alarms ?? Now,
    };

    public JsonObject ToJson(Func<long, long, TimeSpan> elapsed, long now) => new()
    {
        ["id"] = Id,
        ["part"] = Part,
        ["mode"] = Mode,
        ["label"] = Label,
        ["state"] = State switch { RecoveryState.Broken => "broken", RecoveryState.Recovering => "recovering", _ => "recovered" },
        ["sentence"] = RecoverySentence.Of(this, elapsed(Since, PutRight ?? now), elapsed(PutRight ?? now, Done ?? now)),
        ["seconds"] = Math.Round(elapsed(Since, Done ?? now).TotalSeconds, 1),
    };

    private static int Cards(Settled? standing) => (standing?.Waiting ?? []).Select(item => item.Split(':'))
        .Where(parts => parts is ["deliveries" or "updates", _])
        .Sum(parts => int.TryParse(parts[1], out var count) ? count : 0);
}
