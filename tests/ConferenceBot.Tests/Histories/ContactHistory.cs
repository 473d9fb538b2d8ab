using System.Globalization;
using ConferenceBot.Cards;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Tests.Store;
using ConferenceBot.Tests.Teams.Support;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceBot.Tests.Histories;

internal enum Deed
{
    Invite, Uninvite, Join, Leave, Depart, Return, Confirm, SayNotHere, TakeBack, Forge, LookAgain, Pass,
}

/// <summary>
/// One history of three conferences of two cases: people are invited and taken off, join groups and leave the council, are confirmed, said not
/// to be professionals here and taken back by presses of the administrator's own cards. The model keeps who may be contacted.
/// </summary>
internal sealed class ContactHistory(CalendarWorld world)
{
    private const string Team = "conferences@sampleshire.example";

    private static readonly string[] Addresses =
    [
        "dara.mockford@sampleshire.example", "kit.sampleby@school.sampleshire.example", "suki.playpen@mail.example", "timo.sandpit@mail.example",
        "una.crayonby@mail.example", "invented-guest-1@mail.example", "invented-guest-4@outside.example",
    ];

    private static readonly int[] Cases = [0, 0, 1];
    private readonly HashSet<string> confirmed = [];

    /// <summary>Said of somebody at a conference, it holds there and at every other one of its case; taken back elsewhere it still holds there.</summary>
    private readonly HashSet<(string Where, string Who)> barred = [];
    private readonly HashSet<Guid> ever = [];

    /// <summary>How many notices there were for somebody about a conference when they were said not to be a professional there.</summary>
    private readonly Dictionary<(int Conference, Guid Person), long> told = [];

    /// <summary>Presses that had an effect, and people who were contacted.</summary>
    public int Decided { get; private set; }
    public int Contacted { get; private set; }

    private Tenant Tenant => world.Services.Tenant;
    private Guid Administrator => Tenant.Administrators[0];

    public async Task RunAsync(IEnumerable<(Deed Deed, int Conference, int Who)> deeds)
    {
        await world.ResetAsync();
        foreach (var person in Addresses.Select(Tenant.FindByMail).OfType<Person>())
        {
            Tenant.Membership.Leave(person);
            Tenant.States[person.Id] = new AccountState();
        }

        await world.AdvanceAsync(TimeSpan.FromMinutes(16));
        for (var number = 0; number < Cases.Length; number++) Book(number);
        await SettleAsync();
        foreach (var (deed, conference, who) in deeds)
        {
            world.Services.Clock.Set(world.Services.Clock.Now.AddMinutes(1));
            await DoAsync(deed, conference, Addresses[who]);
            await SettleAsync();
        }
    }

    private async Task DoAsync(Deed deed, int conference, string address)
    {
        var (place, person) = (new CalendarPlace(Uid(conference)), Tenant.FindByMail(address));
        switch (deed)
        {
            case Deed.Invite:
                world.Services.Desk.Invite(place, new Invitee(Occasion.Secret, address, "required", "none"));
                break;
            case Deed.Uninvite:
                world.Services.Desk.Uninvite(place, address);
                break;
            case Deed.Join or Deed.Leave or Deed.Depart or Deed.Return when person is not null:
                if (deed == Deed.Join) Tenant.Membership.Confirm(person);
                else if (deed == Deed.Leave) Tenant.Membership.Leave(person);
                else Tenant.States[person.Id] = new AccountState(Left: deed == Deed.Depart && conference == 0, Disabled: deed == Deed.Depart && conference != 0);
                await world.AdvanceAsync(TimeSpan.FromMinutes(16));
                world.Services.Mailboxes.At(Team)!.Calendar.Touch();
                break;
            case Deed.Confirm when await PressAsync(Verbs.ConfirmAs, "attendee.professional", conference, address):
                confirmed.Add(address);
                break;
            case Deed.SayNotHere when await PressAsync(Verbs.SayNotHere, "attendee.notHere", conference, address):
                foreach (var where in Places(conference))
                {
                    barred.Add((where, address));
                    if (Active(address) is { } found) barred.Add((where, found.Id.ToString()));
                }

                AtOnce(conference, address);
                break;
            case Deed.TakeBack:
                var wasBarred = IsBarred(conference, address) || (person is not null && IsBarred(conference, person.Id.ToString()));
                if (!await PressAsync(Verbs.TakeVerdictBack, "attendee.takenBack", conference, address)) break;
                if (wasBarred) barred.RemoveWhere(one => Places(conference).Contains(one.Where) && (one.Who == address || one.Who == person?.Id.ToString()));
                else confirmed.Remove(address);
                AtOnce(conference, address);
                break;
            case Deed.Forge:
                Assert.False(await PressAsync(Verbs.ConfirmAs, "attendee.professional", conference, address, Tenant.Named("Headteacher").Id), "A press of somebody else took effect.");
                break;
            case Deed.LookAgain:
                await world.WalkAsync(TimeSpan.FromHours(20));
                break;
            default:
                await world.WalkAsync(TimeSpan.FromHours(2));
                break;
        }
    }

    /// <summary>Everything that follows happens, and is compared.</summary>
    private async Task SettleAsync()
    {
        foreach (var number in Enumerable.Range(0, Cases.Length)) ever.UnionWith(Allowed(number));
        Assert.True(await world.SyncAsync());
        await world.WalkAsync(TimeSpan.FromMinutes(3));
        for (var number = 0; number < Cases.Length; number++)
            Assert.True(Allowed(number).Order().SequenceEqual(Participants(number)),
                $"Conference {number} has {string.Join(' ', Participants(number))}, but should have {string.Join(' ', Allowed(number).Order())}.");
        var reached = world.Column("SELECT lower(Person) FROM CardCopies UNION SELECT lower(Person) FROM Deliveries UNION SELECT lower(\"To\") FROM Notices "
            + "UNION SELECT lower(Author) FROM ReportTasks UNION SELECT lower(Person) FROM People UNION SELECT lower(Person) FROM Participants").Select(Guid.Parse).ToHashSet();
        Contacted += reached.Count;
        Assert.Equal([], reached.Except(ever).Where(person => !Tenant.Administrators.Contains(person) && !Manages(person)));
        foreach (var ((conference, person), notices) in told)
            if (IsBarred(conference, person.ToString()))
                Assert.True(Notices(conference, person) == notices, "Somebody was told about a conference at which they are no professional.");
        var everything = world.Everything();
        Assert.DoesNotContain(Occasion.Secret, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(".example", everything, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What takes somebody out takes effect before anything else happens.</summary>
    private void AtOnce(int conference, string address)
    {
        if (Tenant.FindByMail(address) is not { } person || Allowed(conference).Contains(person.Id)) return;
        Assert.DoesNotContain(person.Id, Participants(conference));
        told[(conference, person.Id)] = Notices(conference, person.Id);
    }

    /// <returns>Whether the press had its effect.</returns>
    private async Task<bool> PressAsync(string verb, string act, int conference, string address, Guid? by = null)
    {
        var key = world.Bot.Services.GetRequiredService<AttendeeKeys>().OfAddress(StoreHost.Here, address);
        var card = world.Column("SELECT c.Id || ' ' || c.Version FROM CardCopies c JOIN Attendees a ON c.Subject = a.Id "
            + $"WHERE c.Kind = 'Attendee' AND c.PutAway IS NULL AND a.Key = '{key}' AND a.Conference = '{Id(conference)}' ORDER BY c.Sequence DESC LIMIT 1");
        if (card is not [{ } found]) return false;
        var before = Acts(act);
        var data = new System.Text.Json.Nodes.JsonObject
        {
            ["k"] = Guid.Parse(found.Split(' ')[0]).ToString("N"), ["v"] = found.Split(' ')[1], [InputIds.Agency] = "health-visiting",
        };
        var (status, _) = await world.Bot.PostAsync(
            Activities.CardAction(verb).With("value.action.data", data).With("from.aadObjectId", (by ?? Administrator).ToString()));
        Assert.Equal(200, status);
        var after = Acts(act);
        if (after > before) Decided++;
        return after > before;
    }

    private void Book(int number)
    {
        var start = new DateTimeOffset(2026, 5, 20 + number, 9, 0, 0, TimeSpan.Zero);
        world.Services.Desk.Add(
            new CalendarEntry(Uid(number), Uid(number), "singleInstance")
            {
                Start = start,
                End = start.AddHours(2),
                Subject = Occasion.All[Cases[number]].Subject,
                Organizer = new Invitee(Occasion.Secret, Team, "required", "organizer"),
                Invitees = [.. Addresses.Skip(number).Take(4).Select(address => new Invitee(Occasion.Secret, address, "required", "none"))],
            }, [Team]);
    }

    private IEnumerable<Guid> Allowed(int number) => world.Services.Mailboxes.At(Team)!.Calendar.Find(Uid(number))!.Invitees.Select(one => one.Address)
        .Where(address => Active(address) is { } person && !IsBarred(number, address) && !IsBarred(number, person.Id.ToString())
            && (Tenant.Membership.GroupsOf(person).Count > 0 || confirmed.Contains(address)))
        .Select(address => Tenant.FindByMail(address)!.Id).Distinct();

    private bool IsBarred(int number, string who) => Places(number).Any(where => barred.Contains((where, who)));

    private static string[] Places(int number) => [$"conference {number}", $"case {Cases[number]}"];

    private Person? Active(string address) => Tenant.FindByMail(address) is { } person && Tenant.States[person.Id] is { Left: false, Disabled: false } ? person : null;

    private bool Manages(Guid person) => Tenant.People.Any(one => ever.Contains(one.Id) && (one.Manager == person || (one.Manager is { } above && Tenant.Find(above)?.Manager == person)))
        || Tenant.Deputies.Contains(person);

    private List<Guid> Participants(int number) =>
        [.. world.Column($"SELECT lower(Person) FROM Participants WHERE Conference = '{Id(number)}'").Select(Guid.Parse).Order()];

    private long Notices(int number, Guid person) =>
        world.Bot.Count($"SELECT COUNT(*) FROM Notices WHERE Conference = '{Id(number)}' AND lower(\"To\") = '{person}'");

    private long Acts(string act) => world.Bot.Count($"SELECT COUNT(*) FROM Audit WHERE Act = '{act}'");

    private string Id(int number) => world.Column($"SELECT Conference FROM CalendarEvents WHERE ICalUId = '{Uid(number)}'")[0];

    private static string Uid(int number) => "0400c3d4-" + number.ToString(CultureInfo.InvariantCulture);
}
