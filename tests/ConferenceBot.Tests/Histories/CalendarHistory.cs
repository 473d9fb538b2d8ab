using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Tests.Histories;

/// <summary>Takes the steps of one history. A step that finds nothing to do does nothing.</summary>
internal sealed class CalendarHistory(CalendarWorld world)
{
    public const string Outsider = "invented-guest";
    private static readonly string[] Modes = ["404", "403", "429", "429-date", "500", "503", "truncated", "410", "empty", "repeat"];
    private static readonly string[] News = ["on", "on", "twice", "reordered", "lost", "silent"];
    private static readonly string[] Zones = ["GMT Standard Time", "Europe/London", "UTC", "Eastern Standard Time"];

    /// <summary>Professionals, chairs, people who await confirmation, and people nobody knows.</summary>
    private static readonly string[] Invitable =
    [
        "gita.demoworth@health.sampleshire.example", "iris.testerly@health.sampleshire.example", "kit.sampleby@school.sampleshire.example",
        "MILO.Pretendy@police.sampleshire.example", "ada.sampleton@sampleshire.example", "quinn.prototype@sampleshire.example",
        "suki.playpen@mail.example", "timo.sandpit@mail.example", "invented-guest-1@mail.example", "invented-guest-2@mail.example",
        "cleo.placeholder@sampleshire.example",
    ];

    private static readonly string[] Organisers =
        ["conferences@sampleshire.example", "conferences@sampleshire.example", "conferences.east@sampleshire.example", "quinn.prototype@sampleshire.example",
            "invented-guest-3@mail.example"];

    private readonly HistoryCheck check = new(world);
    private int booked;

    public HistoryCheck Check => check;

    private CalendarDesk Desk => world.Services.Desk;

    public async Task RunAsync(IEnumerable<Step> steps)
    {
        await world.ResetAsync();
        foreach (var step in steps)
        {
            world.Services.Clock.Set(world.Services.Clock.Now.AddMinutes(1));
            var (read, whole) = await TakeAsync(step);
            if (whole) check.Whole();
            else if (read) check.Partly();
        }

        world.Heal();
        await world.AdvanceAsync(TimeSpan.FromMinutes(6));
        check.Partly();
        if (!await world.SyncAsync()) throw new InvalidOperationException("The calendars cannot be read though nothing is broken.");
        check.Whole();
        if (!await world.SyncAsync()) throw new InvalidOperationException("The calendars cannot be read twice.");
        check.Whole();
        check.Store();
    }

    /// <returns>Whether calendars were read, and whether all of them to their ends.</returns>
    private async Task<(bool Read, bool Whole)> TakeAsync(Step step)
    {
        switch (step.Act)
        {
            case Act.Sync:
                return (true, await world.SyncAsync());
            case Act.SyncInOrder:
                return (true, await world.SyncAsync(CalendarWorld.Read.OrderBy(mailbox => (mailbox.Length * (step.A + 7)) % 13).ThenBy(mailbox => mailbox)));
            case Act.Wait:
                await world.AdvanceAsync(TimeSpan.FromMilliseconds(250));
                return (true, world.AllTold && world.Column("SELECT Problem FROM Mailboxes WHERE Problem IS NOT NULL").Count == 0);
            case Act.Heal:
                world.Heal();
                await world.AdvanceAsync(TimeSpan.FromMinutes(6));
                return (true, false);
            case Act.Walk:
                await world.WalkAsync(TimeSpan.FromHours(1 + step.A % 200));
                return (true, await world.SyncAsync());
            case Act.Restart:
                await world.AdvanceAsync(TimeSpan.FromMilliseconds(250));
                await world.RestartAsync();
                return (true, false);
            case Act.Forget:
                world.Services.Mailboxes.At(CalendarWorld.Read[step.A % 4])!.Rounds.Expire();
                return default;
            case Act.Break:
                world.Services.Graph.Faults.Mailboxes.TrySet(CalendarWorld.Read[step.A % 4], Modes[step.B % Modes.Length]);
                return default;
            case Act.BreakSoon:
                world.Services.Graph.Faults.Mailboxes.BreakAfter(CalendarWorld.Read[step.A % 4], 1 + step.B % 5, Modes[step.C % Modes.Length]);
                return default;
            case Act.Notices:
                await world.AdvanceAsync(TimeSpan.FromMilliseconds(250));
                world.Services.Faults.TrySet("notices", News[step.A % News.Length]);
                return (true, false);
            case Act.Pages:
                world.Services.Graph.Delta.MostOnPage = step.A % 5 == 0 ? null : 1 + step.A % 4;
                return default;
            case Act.SaveAgain:
                world.Services.Mailboxes.At(CalendarWorld.Read[step.A % 4])!.Calendar.Touch();
                return default;
            case Act.Book or Act.BookSeries or Act.BookAllDay:
                Book(step);
                return default;
            default:
                Edit(step);
                return default;
        }
    }

    private void Book(Step step)
    {
        var occasion = Occasion.All[step.A % Occasion.All.Length];
        var uid = $"0400a1b2-{++booked:x4}";
        var start = When(step.B, step.C);
        var end = start.AddMinutes(step.C % 4 * 45);
        if (step.Act == Act.BookAllDay)
            (start, end) = (new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero), new DateTimeOffset(start.UtcDateTime.Date.AddDays(1 + step.C % 2), TimeSpan.Zero));
        var organiser = Organisers[step.C % Organisers.Length];
        var entry = new CalendarEntry(uid, uid, "singleInstance")
        {
            Start = start,
            End = end,
            IsAllDay = step.Act == Act.BookAllDay,
            Subject = occasion.Subject,
            Body = occasion.Subject,
            Location = Occasion.Secret,
            Categories = occasion.Categories,
            Sensitivity = step.B % 9 == 0 ? "private" : "normal",
            Organizer = Invited(organiser) with { Response = "organizer" },
            Invitees = [.. Enumerable.Range(0, step.A % 5).Select(turn => Invited(Invitable[(step.A + turn * 3) % Invitable.Length]))],
            Zone = Zones[step.B % Zones.Length],
        };
        var into = CalendarWorld.Read.Where((_, place) => (step.A + step.B & 1 << place) != 0).Append(CalendarWorld.Read.Contains(organiser) ? organiser : CalendarWorld.Read[0]);
        if (step.Act == Act.BookSeries) Desk.Add(entry, [.. into.Distinct()], 7 * (1 + step.A % 2), 2 + step.C % 3);
        else Desk.Add(entry, [.. into.Distinct()]);
    }

    private void Edit(Step step)
    {
        var entries = world.Services.Mailboxes.All.SelectMany(box => box.Calendar.Entries()).GroupBy(entry => entry.Key)
            .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => same.First()).ToList();
        if (entries.Count == 0) return;
        var entry = entries[step.A % entries.Count];
        var holding = world.Services.Mailboxes.Holding(entry.Key);
        var place = new CalendarPlace(entry.Key, step.B % 10 < 7 ? null : holding[step.B % holding.Count].Address);
        var address = Invitable[step.C % Invitable.Length];
        var occasion = Occasion.All[step.C % Occasion.All.Length];
        _ = step.Act switch
        {
            Act.Copy => Desk.Copy(entry.Uid, holding[0].Address, CalendarWorld.Read[step.C % 4]),
            Act.Move when entry.Type == "seriesMaster" || entry.End <= world.Services.Clock.Now => false,
            Act.Move => Moved(place, entry, When(step.B, step.C)),
            Act.Rename => Desk.Rename(place, occasion.Subject, occasion.Categories),
            Act.Hide => Desk.Mark(place, step.C % 2 == 0 ? "private" : "confidential"),
            Act.Show => Desk.Mark(place, "normal"),
            Act.Cancel => Desk.Cancel(place),
            Act.CancelAndKeep => Desk.CancelAndKeep(place),
            Act.Delete => Desk.Delete(place),
            Act.Invite => Desk.Invite(place, Invited(address)),
            Act.Uninvite => Desk.Uninvite(place, address),
            Act.Respond => Desk.Respond(place, address, step.C % 2 == 0 ? "accepted" : "declined"),
            _ => Desk.ReplaceChair(place, world.Services.Tenant.FindByMail(step.C % 2 == 0 ? Invitable[4] : Invitable[5])!),
        };
    }

    private bool Moved(CalendarPlace place, CalendarEntry entry, DateTimeOffset start)
    {
        if (entry.IsAllDay) start = new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero);
        return Desk.Move(place, start, start + (entry.End - entry.Start));
    }

    private static Invitee Invited(string address) =>
        new(Occasion.Secret, address, address.EndsWith("2@mail.example", StringComparison.Ordinal) ? "resource" : "required", "notResponded");

    /// <summary>Somewhen from tomorrow to beyond what is read, some of it on the days on which clocks change.</summary>
    private DateTimeOffset When(int day, int hour)
    {
        var date = day % 8 == 0 ? new DateTime(2026, 10, 24 + hour % 3) : world.Services.Clock.Now.UtcDateTime.Date.AddDays(1 + day % 215);
        return new DateTimeOffset(date.AddMinutes(hour % 96 * 15), TimeSpan.Zero);
    }
}
