using System.Collections.Concurrent;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>One mailbox with its own calendar, bookmarks and ids.</summary>
/// <param name="Salt">Mixed into the ids, which differ in every mailbox; empty for the conference team's own.</param>
/// <param name="IsRoom">A room strips the subject of what it accepts and shows the organiser's name in its place.</param>
internal sealed record Mailbox(Guid Id, string Address, string Salt, bool IsRoom, MailboxCalendar Calendar)
{
    public DeltaRounds Rounds { get; } = new(Calendar);

    /// <summary>What this mailbox shows of an entry that is put into it.</summary>
    public CalendarEntry Shown(CalendarEntry entry) => IsRoom
        ? entry with { Subject = entry.Organizer?.Name ?? "", Body = "", Categories = [], Salt = Salt }
        : entry with { Salt = Salt };
}

/// <summary>Every mailbox of the tenant. Whoever is in the directory has one, empty until somebody books something.</summary>
internal sealed class Mailboxes
{
    private readonly ConcurrentDictionary<Guid, Mailbox> _all = new();
    private readonly IReadOnlyDictionary<Guid, SharedMailbox> _shared;
    private readonly Tenant _tenant;
    private readonly Func<DateTimeOffset> _now;

    public Mailboxes(Tenant tenant, MailboxCalendar primary, Func<DateTimeOffset> now)
    {
        (_tenant, _now) = (tenant, now);
        _shared = tenant.OtherMailboxes.Concat(tenant.LoadMailboxes).Append(tenant.Mailbox).ToDictionary(box => box.Id);
        Primary = Add(new Mailbox(tenant.Mailbox.Id, tenant.Mailbox.Address, "", false, primary));
    }

    /// <summary>Called after any entry of any mailbox changed: the mailbox, the entry as it is now, created, updated or deleted.</summary>
    public Action<Mailbox, CalendarEntry, string> Changed { get; set; } = (_, _, _) => { };

    /// <summary>The conference team's mailbox.</summary>
    public Mailbox Primary { get; }

    /// <summary>The mailboxes that have been used so far, the team's first.</summary>
    public IReadOnlyList<Mailbox> All => [.. _all.Values.OrderBy(box => box.Salt.Length > 0).ThenBy(box => box.Address, StringComparer.Ordinal)];

    /// <returns>The mailbox of a user; null for an id that has none.</returns>
    public Mailbox? Of(Guid user) => _all.TryGetValue(user, out var box) ? box
        : _shared.TryGetValue(user, out var shared) ? Open(user, shared.Address, shared.IsRoom)
        : _tenant.Find(user) is { } person ? Open(user, person.Mail, false)
        : null;

    /// <returns>False for somebody who has left or has no licence.</returns>
    public bool HasMailbox(Guid user) => _tenant.States.HasMailbox(user);

    /// <returns>The mailbox by address; null when nobody has that address.</returns>
    public Mailbox? At(string address) =>
        _shared.Values.FirstOrDefault(box => box.Address.Equals(address, StringComparison.OrdinalIgnoreCase)) is { } shared ? Of(shared.Id)
        : _tenant.FindByMail(address) is { } person ? Of(person.Id)
        : null;

    /// <summary>Every mailbox in which the event with that key is.</summary>
    public IReadOnlyList<Mailbox> Holding(string key) => [.. All.Where(box => box.Calendar.Find(key) is not null)];

    /// <summary>Where an event of the team's calendar is at the start: there, with its chairs, and in the rooms that are invited.</summary>
    public IEnumerable<Mailbox> For(CalendarEntry entry) => entry.Invitees.Select(invitee => At(invitee.Address)).OfType<Mailbox>()
        .Where(box => box.IsRoom || (_tenant.Find(box.Id)?.Groups.Contains(_tenant.ChairsGroup) ?? false)).Append(Primary).Distinct();

    private Mailbox Open(Guid user, string address, bool isRoom) =>
        _all.TryGetValue(user, out var open) ? open : Add(new Mailbox(user, address, address, isRoom, new MailboxCalendar(_now)));

    private Mailbox Add(Mailbox box)
    {
        var kept = _all.GetOrAdd(box.Id, box);
        kept.Calendar.Changed = (entry, kind) => Changed(kept, entry, kind);
        return kept;
    }
}
