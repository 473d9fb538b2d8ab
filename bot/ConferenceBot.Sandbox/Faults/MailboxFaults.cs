using System.Collections.Concurrent;

namespace ConferenceBot.Sandbox.Faults;

/// <summary>Which calendars are broken, and how: the one that the page's control breaks, and any others that a play breaks by address.</summary>
internal sealed class MailboxFaults(FaultBoard board, string usual)
{
    private readonly ConcurrentDictionary<string, string> _others = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, (int Calls, string Mode)> _later = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address of the calendar that the control breaks.</summary>
    public string Target { get; set; } = usual;

    public string this[string address] => _others.GetValueOrDefault(address) is { } mode ? mode
        : address.Equals(Target, StringComparison.OrdinalIgnoreCase) ? board["mailbox"] : FaultCatalogue.On;

    /// <returns>False for a mode that does not exist.</returns>
    public bool TrySet(string address, string mode)
    {
        if (FaultCatalogue.Find("mailbox", mode) is null)
            return false;
        if (mode == FaultCatalogue.On)
            _others.TryRemove(address, out _);
        else
            _others[address] = mode;
        return true;
    }

    /// <summary>Lets a calendar answer some more calls and breaks it then, as when Graph fails between two pages.</summary>
    public void BreakAfter(string address, int calls, string mode) => _later[address] = (calls, mode);

    /// <summary>Counts a call.</summary>
    /// <returns>The mode in which it is answered.</returns>
    public string Call(string address)
    {
        if (_later.TryGetValue(address, out var later))
        {
            if (later.Calls > 0)
                _later[address] = later with { Calls = later.Calls - 1 };
            else if (_later.TryRemove(address, out _))
                TrySet(address, later.Mode);
        }
        return this[address];
    }
}
