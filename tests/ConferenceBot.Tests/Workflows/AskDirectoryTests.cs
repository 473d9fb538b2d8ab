using ConferenceBot.Domain;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

public sealed class AskDirectoryTests : StoreTest
{
    private readonly PersonId _author = Some.Person(), _manager = Some.Person(), _above = Some.Person(), _deputy = Some.Person(), _chair = Some.Person();

    private Desk Desk => field ??= new Desk(Host) { Managers = [_manager, _above], DeputyManagers = [_deputy] };

    private AskDirectory Asking => new(Desk, Host.Store, Desk, Desk.Looking, Desk.Barred);

    private CardCopy Card(ConferenceId? conference = null) =>
        new() { Id = Some.Id(), Person = _author, Kind = CardKind.Prompt, Subject = Some.Id(), Conference = conference, CreatedAt = Desk.Now };

    private Actor Actor => new(StoreHost.Here, _author);

    [Fact]
    public async Task Who_stands_in_comes_right_after_the_own_manager_while_they_are_away_and_not_otherwise()
    {
        Assert.Equal([_manager, _above], await Asking.ForManagersAsync(Actor, Card(), default));
        Away(_manager);
        Assert.Equal([_manager, _deputy, _above], await Asking.ForManagersAsync(Actor, Card(), default));
    }

    [Fact]
    public async Task A_request_waits_for_no_look_at_who_is_away()
    {
        Away(_manager);
        await Asking.ForManagersAsync(Actor, Card(), default);
        Desk.DirectoryAway = true;

        Assert.Equal([_manager, _deputy, _above], await Asking.ForManagersAsync(Actor, Card(), default));
    }

    [Fact]
    public async Task A_manager_deputy_or_administrator_who_is_not_a_professional_here_does_not_hear_of_that_conference()
    {
        var (conference, _) = await Desk.ConferenceAsync(20, _author);
        var (other, _) = await Desk.ConferenceAsync(21, _author);
        Desk.Deputies = [_deputy, _above];
        Desk.AdministratorsHere = [_manager, _author];
        foreach (var person in new[] { _manager, _deputy }) await BarAsync(conference.Id, person);

        Assert.Equal([_above], await Asking.ForManagersAsync(Actor, Card(conference.Id), default));
        Assert.Equal([_manager, _above], await Asking.ForManagersAsync(Actor, Card(other.Id), default));
        var audience = await Desk.ReadAsync(s => Desk.Raising.AudienceAsync(s, conference, FlagKind.SafetyConcern, [], Desk.Now, default));
        Assert.Equal([_above], audience.Deputies);
        Assert.Equal([_author], audience.Administrators);
    }

    private Task BarAsync(ConferenceId conference, PersonId person) => Desk.WriteAsync(async session => await session.Attendees.SaveAsync(
        conference,
        [
            .. await session.Attendees.OfConferenceAsync(conference, default),
            new KnownAttendee
            {
                Id = Some.Id(), Key = $"{person}", PersonKey = Desk.Keys.OfPerson(StoreHost.Here, person), Place = 1,
                Account = AccountKind.Member, Standing = AttendeeStanding.NotHere,
            },
        ], default));

    [Fact]
    public async Task The_chair_is_looked_at_before_something_is_sent_to_them()
    {
        var (conference, _) = await Desk.ConferenceAsync(20, _author);
        await Desk.WriteAsync(session => session.Conferences.SaveAsync(conference with { Chair = _chair }, default));
        Away(_chair);
        var card = new CardCopy { Id = Some.Id(), Person = _author, Kind = CardKind.Prompt, Subject = Some.Id(), Conference = conference.Id, CreatedAt = Desk.Now };

        Assert.Empty(await Asking.ForChairAsync(Actor, card, default));

        Assert.True((await Desk.ReadAsync(session => session.People.FindAsync(_chair, default)))!.IsAwayAt(Desk.Now));
    }

    private void Away(PersonId person) =>
        Desk.Standings[person] = new PersonStanding(person, Standing.Here, new Absence(Desk.At(11, 8), Desk.At(25, 9)), true);
}
