using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

public sealed class AskDirectoryTests : StoreTest
{
    private readonly PersonId _author = Some.Person(), _manager = Some.Person(), _above = Some.Person(), _deputy = Some.Person(), _chair = Some.Person();

    private Desk Desk => field ??= new Desk(Host) { Managers = [_manager, _above], DeputyManagers = [_deputy] };

    private AskDirectory Asking => new(Desk, Host.Store, Desk, Desk.Looking);

    private Actor Actor => new(StoreHost.Here, _author);

    [Fact]
    public async Task Who_stands_in_comes_right_after_the_own_manager_while_they_are_away_and_not_otherwise()
    {
        Assert.Equal([_manager, _above], await Asking.ForManagersAsync(Actor, default));
        Away(_manager);
        Assert.Equal([_manager, _deputy, _above], await Asking.ForManagersAsync(Actor, default));
    }

    [Fact]
    public async Task A_request_waits_for_no_look_at_who_is_away()
    {
        Away(_manager);
        await Asking.ForManagersAsync(Actor, default);
        Desk.DirectoryAway = true;

        Assert.Equal([_manager, _deputy, _above], await Asking.ForManagersAsync(Actor, default));
    }

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
