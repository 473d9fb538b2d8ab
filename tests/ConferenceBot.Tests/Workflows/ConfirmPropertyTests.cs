using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Replies;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using CsCheck;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>
/// The real workflows over a real database: attendees come and go, join and leave groups, are confirmed, said not to be professionals here and
/// taken back, in any order. A plain model keeps who may be contacted; nobody else ever gets a report, a card or a delivery.
/// </summary>
public sealed class ConfirmPropertyTests
{
    private static readonly string[] Addresses = [.. Enumerable.Range(0, 6).Select(i => $"person{i}@council.example"), "second0@council.example", "outside@mail.example"];
    private static readonly string[] Cases = ["C1", "C1", "C2"];

    /// <summary>What is done, to which conference, with which address.</summary>
    private static readonly Gen<(int Step, int Conference, int Address)[]> Story = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 2], Gen.Int[0, 7]).Array[5, 24];

    [Fact]
    public async Task Whatever_happens_no_card_and_no_delivery_exists_for_somebody_who_may_not_be_contacted() =>
        await Story.SampleAsync(TellAsync, iter: 8, threads: 1);

    private static async Task TellAsync((int Step, int Conference, int Address)[] story)
    {
        await using var host = await StoreHost.StartAsync();
        var told = new Told(new ConfirmDesk(host));
        await told.StartAsync();
        foreach (var (step, conference, address) in story)
        {
            await told.DoAsync(step, conference, Addresses[address]);
            await told.CheckAsync();
        }
    }

    /// <summary>One run: the desk, and the model beside it.</summary>
    private sealed class Told(ConfirmDesk confirm)
    {
        private readonly Dictionary<string, PersonId> _people = Addresses[..6].ToDictionary(a => a, _ => Some.Person());
        private readonly List<string>[] _invited = [[.. Addresses[..4]], [.. Addresses[1..7]], [.. Addresses[2..8]]];
        private readonly HashSet<string> _members = [Addresses[0]];
        private readonly HashSet<string> _confirmed = [];
        private readonly HashSet<(string Case, PersonId Person)> _notHere = [];

        /// <summary>Everybody who at some time might have been contacted about anything.</summary>
        private readonly HashSet<PersonId> _ever = [];

        public async Task StartAsync()
        {
            _people[Addresses[6]] = _people[Addresses[0]];
            Know();
            await ReadAsync();
            Note();
            await confirm.PassAsync();
        }

        public async Task DoAsync(int step, int conference, string address)
        {
            var id = $"e{conference}";
            switch (step)
            {
                case 0 when !_invited[conference].Remove(address):
                    _invited[conference].Add(address);
                    break;
                case 1 when !_members.Remove(address):
                    if (_people.ContainsKey(address)) _members.Add(address);
                    break;
                case 2 or 3 or 4 when await PressAsync(id, address, row => new ConfirmProfessional(row, "health")):
                    _confirmed.Add(address);
                    break;
                case 5 when _people.TryGetValue(address, out var person) && await PressAsync(id, address, row => new SayNotHere(row)):
                    _notHere.Add((Cases[conference], person));
                    await AtOnceAsync(conference);
                    break;
                case 6 when _confirmed.Contains(address) && !IsBarred(conference, address) && !IsMember(address)
                    && await PressAsync(id, address, row => new TakeVerdictBack(row)):
                    _confirmed.Remove(address);
                    await AtOnceAsync(conference);
                    break;
                case 7 when await PressAsync(id, address, row => new ConfirmProfessional(row with { Id = Some.Id() }, "health")):
                    Assert.Fail("A forged press took effect.");
                    break;
            }

            Know();
            if (step is 0 or 1) await ReadAsync();
            Note();
            await confirm.PassAsync(TimeSpan.FromHours(1));
        }

        public async Task CheckAsync()
        {
            for (var i = 0; i < _invited.Length; i++)
            {
                var conference = await confirm.ConferenceAsync($"e{i}");
                Assert.Equal(Allowed(i).Order(ById), conference.Participants.Select(p => p.Person).Order(ById));
            }

            foreach (var delivery in await confirm.Desk.ReadAsync(s => s.Record.DeliveriesAsync(1000, default)))
            {
                var to = delivery.Delivery.Person;
                Assert.True(IsAdministrator(to) || _ever.Contains(to), "A card was made for somebody who might not be contacted.");
                Assert.True(IsAdministrator(to) == delivery.Copy?.Kind is CardKind.PeopleList, "Attendees were shown to somebody else.");
            }
        }

        /// <summary>What takes somebody out takes effect before anything else happens.</summary>
        private async Task AtOnceAsync(int conference)
        {
            var now = await confirm.ConferenceAsync($"e{conference}");
            var allowed = Allowed(conference).ToHashSet();
            Assert.All(now.Participants, p => Assert.Contains(p.Person, allowed));
        }

        private async Task<bool> PressAsync(string id, string address, Func<CardStamp, Reply> reply)
        {
            if (!_invited[id[1] - '0'].Contains(address)) return false;
            var key = confirm.Desk.Keys.OfAddress(StoreHost.Here, address);
            var row = await confirm.Desk.ReadAsync(async s => (await s.Attendees.OfConferenceAsync((await s.Conferences.FindByEventAsync(Desk.Mailbox, id, default))!.Value, default))
                .Single(a => a.Key == key));
            var cards = (await confirm.Desk.ReadAsync(s => s.Cards.OfSubjectAsync(row.Id, default)))
                .Where(c => c is { Kind: CardKind.Attendee, PutAway: null } && c.Person == ConfirmDesk.Administrator).ToList();
            return cards is [.., var card] && ConfirmDesk.RefusalOf(await confirm.PressAsync(reply(new CardStamp(card.Id, card.Version)))) is null;
        }

        private IEnumerable<PersonId> Allowed(int conference) => _invited[conference]
            .Where(a => _people.ContainsKey(a) && (IsMember(a) || _confirmed.Contains(a)) && !IsBarred(conference, a)).Select(a => _people[a]).Distinct();

        private bool IsMember(string address) => _members.Contains(address);

        private bool IsBarred(int conference, string address) => _people.TryGetValue(address, out var person) && _notHere.Contains((Cases[conference], person));

        private void Note()
        {
            for (var i = 0; i < _invited.Length; i++) _ever.UnionWith(Allowed(i));
        }

        private void Know()
        {
            confirm.Desk.Known.Clear();
            foreach (var (address, person) in _people)
            {
                if (IsMember(address)) confirm.Desk.Known[address] = new Professional(address, person, Some.School, ParticipantRole.Practitioner);
                confirm.Desk.Accounts[address] = new KnownAddress(address, AccountKind.Member, person);
            }
        }

        private Task ReadAsync() => confirm.ReadAsync([.. _invited.Select((people, i) => ConfirmDesk.Event($"e{i}", Cases[i], 18, [.. people]))]);

        private static bool IsAdministrator(PersonId person) => person == ConfirmDesk.Administrator || person == ConfirmDesk.OtherAdministrator;

        private static readonly Comparer<PersonId> ById = Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value));
    }
}
