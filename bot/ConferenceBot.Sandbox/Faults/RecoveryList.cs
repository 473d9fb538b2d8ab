using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Clock;
using ConferenceBot.Sandbox.Hosting;

namespace ConferenceBot.Sandbox.Faults;

/// <summary>The last faults and where each stands, newest first; at most one of a part is open.</summary>
internal sealed class RecoveryList(TimeProvider machine, ChangeFeed feed)
{
    private const int Kept = 10;
    private readonly Lock _gate = new();
    private readonly List<Recovery> _all = [];
    private long _last;

    public IReadOnlyList<Recovery> All()
    {
        lock (_gate)
            return [.. _all];
    }

    public bool IsOpen => All().Any(one => one.State != RecoveryState.Recovered);

    /// <summary>A part is broken, or broken in another way than before.</summary>
    public void Broken(string part, string mode, HostAlarms? before) => Change(() =>
    {
        var index = _all.FindIndex(one => one.Part == part && one.State == RecoveryState.Broken);
        if (index >= 0)
            _all[index] = _all[index] with { Mode = mode };
        else
            Add(part, mode, before);
    });

    /// <summary>A part works again; without an open fault of it nothing is noted.</summary>
    public void PutRight(string part) => Change(() =>
    {
        var index = _all.FindIndex(one => one.Part == part && one.State == RecoveryState.Broken);
        if (index >= 0)
            _all[index] = _all[index] with { State = RecoveryState.Recovering, PutRight = machine.GetTimestamp() };
    });

    /// <summary>Something that happens at once and has to be got over.</summary>
    public void Once(string part, string mode, HostAlarms? before) => Change(() =>
    {
        Add(part, mode, before);
        _all[0] = _all[0] with { State = RecoveryState.Recovering, PutRight = _all[0].Since };
    });

    /// <summary>Takes in another look at the host.</summary>
    /// <param name="over">Says of one that was put right before the look began whether the bot has got over it.</param>
    public void Look(long began, Settled? standing, HostAlarms? alarms, Func<Recovery, bool> over) => Change(() =>
    {
        for (var index = 0; index < _all.Count; index++)
        {
            if (_all[index].State == RecoveryState.Recovered)
                continue;
            var seen = _all[index].With(standing, alarms);
            _all[index] = seen.State == RecoveryState.Recovering && seen.PutRight <= began && over(seen)
                ? seen with { State = RecoveryState.Recovered, Done = machine.GetTimestamp() }
                : seen;
        }
    });

    public JsonArray ToJson()
    {
        var now = machine.GetTimestamp();
        return new([.. All().Select(one => (JsonNode)one.ToJson(machine.GetElapsedTime, now))]);
    }

    private void Add(string part, string mode, HostAlarms? before)
    {
        _all.Insert(0, new Recovery(++_last, part, mode, machine.GetTimestamp()) { Before = before, Now = before });
        if (_all.Count > Kept)
            _all.RemoveAt(Kept);
    }

    private void Change(Action change)
    {
        lock (_gate)
            change();
        feed.Publish("fault");
    }
}
