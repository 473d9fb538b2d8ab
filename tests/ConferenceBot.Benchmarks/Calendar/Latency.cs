using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Benchmarks;

/// <summary>How long a change in a calendar takes to reach the first card that shows it, with notifications and when they are silent.</summary>
internal sealed class Latency : IBenchmark
{
    /// <summary>Each change moves a conference of its own, in a mailbox of its own.</summary>
    private const int Changes = 24;

    private const int Events = 100, ConferenceInMailbox = 50, HoursLater = 2;
    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(10), BetweenChanges = TimeSpan.FromSeconds(0.5);

    /// <summary>The conferences are on the third working day after: everybody has been asked, and nothing is late.</summary>
    private static readonly DateTimeOffset Start = new(2026, 6, 25, 10, 0, 0, TimeSpan.FromHours(1));

    public string Name => "calendar/latency";

    public string Subject => $"{Changes} conferences moved one after another, each until the new time is on a card";

    public string? Floor => null;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Part part, CancellationToken cancellationToken)
    {
        var told = await RunAsync([], isTold: true, cancellationToken);
        var silent = await RunAsync(new() { ["Clockwork__SyncEvery"] = SyncEvery.ToString() }, isTold: false, cancellationToken);
        return
        [
            new("told median", Median(told), "s"),
            new("told worst", told.Max(), "s"),
            new("silent median", Median(silent) / SyncEvery.TotalSeconds, "polls"),
            new("silent worst", silent.Max() / SyncEvery.TotalSeconds, "polls"),
        ];
    }

    private static async Task<List<double>> RunAsync(Dictionary<string, string> settings, bool isTold, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Mailboxes = Changes, Events = Events, Start = Start, HostSettings = settings }, cancellationToken);
        await sandbox.Walk.SettleAsync(cancellationToken);
        if (sandbox.Walk.Last is not { Quiet: true }) throw new PartFailedException("The bot does not come to rest.");
        if (!isTold) await sandbox.Faults.SetAsync("notices", "silent", cancellationToken);
        using var cards = new CardWatch(sandbox);
        List<Task<double>> seen = [];
        for (var number = 1; number <= Changes; number++)
        {
            seen.Add(MoveAsync(sandbox, cards, number, cancellationToken));
            await Pause.ForAsync(BetweenChanges, cancellationToken);
        }

        return [.. await Task.WhenAll(seen)];
    }

    /// <summary>Moves the conference to a time that is no other's, and waits for that time to be on a card.</summary>
    private static async Task<double> MoveAsync(SandboxServer sandbox, CardWatch cards, int number, CancellationToken cancellationToken)
    {
        var box = sandbox.Services.Mailboxes.At(sandbox.Services.Tenant.LoadMailboxes[number - 1].Address)!;
        var conference = box.Calendar.Entries().Single(entry => entry.Key.StartsWith($"load-{number}-{ConferenceInMailbox}@", StringComparison.Ordinal));
        var later = TimeSpan.FromHours(HoursLater) + TimeSpan.FromMinutes(number);
        var arrival = cards.Expect(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(conference.Start + later, "Europe/London").ToString("HH:mm", null));
        if (!sandbox.Services.Desk.Move(new CalendarPlace(conference.Key, box.Address), conference.Start + later, conference.End + later))
            throw new PartFailedException("There is no such conference.");
        return (await arrival.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken)).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
