using System.Collections.Immutable;
using ConferenceBot.Delivery;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>A conference on Wednesday 20 May; looked at on Monday 11 May at ten.</summary>
public sealed class LookAtPeopleTests : StoreTest
{
    private readonly PersonId _author = Some.Person(), _chair = Some.Person(), _deputy = Some.Person(), _administrator = Some.Person();

    private Desk Desk => field ??= new Desk(Host) { Deputies = [_deputy], AdministratorsHere = [_administrator] };

    [Theory]
    [InlineData(Standing.Gone, AdministratorMatter.AccountClosed)]
    [InlineData(Standing.Unlicensed, AdministratorMatter.NoTeams)]
    public async Task An_author_whose_account_is_closed_is_told_of_once_and_not_as_not_responding(object standing, AdministratorMatter why)
    {
        await ConferenceAsync();
        Says(_author, (Standing)standing);

        await LookAsync();
        await LookAsync();

        var item = Assert.Single(await ItemsAsync());
        Assert.Equal((why, true), (item.Matter, item.StillOpen));
    }

    [Fact]
    public async Task Nothing_is_sent_to_somebody_whose_account_is_closed_until_it_is_open_again()
    {
        var (_, task) = await ConferenceAsync();
        var card = await CardForAsync(task);
        Assert.IsType<Sending.Go>(await SendingAsync(card));

        Says(_author, Standing.Gone);
        await LookAsync();
        Assert.IsType<Sending.NotInstalled>(await SendingAsync(card));

        Says(_author, Standing.Here);
        await LookAsync();
        Assert.IsType<Sending.Go>(await SendingAsync(card));
        Assert.False(Assert.Single(await ItemsAsync()).StillOpen);
    }

    [Fact]
    public async Task Of_an_author_who_is_away_too_long_the_administrator_is_told_once_and_their_report_is_still_owed()
    {
        var (_, task) = await ConferenceAsync();
        Says(_author, Standing.Here, Desk.At(25, 9));

        await LookAsync();
        await LookAsync();

        Assert.Equal(AdministratorMatter.AuthorAway, Assert.Single(await ItemsAsync()).Matter);
        Assert.Equal(ReportStatus.Open, (await Desk.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)))!.Status);
    }

    [Fact]
    public async Task Of_an_author_who_is_back_in_time_nobody_is_told()
    {
        await ConferenceAsync();
        Says(_author, Standing.Here, Desk.At(12, 9));

        await LookAsync();

        Assert.Empty(await ItemsAsync());
    }

    [Fact]
    public async Task A_chair_who_goes_away_with_something_unread_has_the_deputy_asked()
    {
        var (conference, _) = await ConferenceAsync();
        var flag = await RaiseAsync(conference);
        Assert.False(flag.IsFor(_deputy));
        Says(_chair, Standing.Here, DateTimeOffset.MaxValue);

        await LookAsync();
        await LookAsync();

        Assert.Equal((true, true), ((await FlagAsync(flag)).IsFor(_deputy), (await FlagAsync(flag)).AddresseeAway));
        Assert.Single(await Desk.ReadAsync(s => s.Cards.OfSubjectAsync(flag.Id.Value, default)), c => c.Person == _deputy);
    }

    [Fact]
    public async Task An_absence_that_has_not_begun_asks_nobody_else()
    {
        var (conference, _) = await ConferenceAsync();
        Desk.Standings[_chair] = new PersonStanding(_chair, Standing.Here, new Absence(Desk.At(14, 9), Desk.At(18, 9)), true);
        await LookAsync();

        Assert.False((await RaiseAsync(conference)).AddresseeAway);
        Desk.Now = Desk.At(14, 10);
        Assert.True((await RaiseAsync(conference)).AddresseeAway);
    }

    [Fact]
    public async Task An_absence_with_an_end_is_believed_while_nothing_newer_can_be_read_and_one_without_is_not()
    {
        await ConferenceAsync();
        foreach (var (until, believed) in new[] { (Desk.At(18, 9), true), (DateTimeOffset.MaxValue, false) })
        {
            Says(_chair, Standing.Here, until);
            await LookAsync();
            Desk.Standings[_chair] = new PersonStanding(_chair, Standing.Here, null, AbsenceKnown: false);
            await LookAsync();

            Assert.Equal(believed, (await Desk.ReadAsync(s => s.People.FindAsync(_chair, default)))!.IsAwayAt(Desk.Now));
        }
    }

    [Fact]
    public async Task Somebody_of_whom_it_is_not_known_whether_they_are_away_is_asked_as_ever()
    {
        var (conference, _) = await ConferenceAsync();
        Desk.Standings[_chair] = new PersonStanding(_chair, Standing.Here, null, AbsenceKnown: false);
        await LookAsync();

        Assert.False((await RaiseAsync(conference)).AddresseeAway);
    }

    private void Says(PersonId person, Standing standing, DateTimeOffset? until = null) =>
        Desk.Standings[person] = new PersonStanding(person, standing, until is { } end ? new Absence(Desk.At(11, 8), end) : null, true);

    private async Task<(Conference, ReportTask)> ConferenceAsync()
    {
        var (conference, tasks) = await Desk.ConferenceAsync(20, _author);
        var chaired = conference with { Chair = _chair };
        await Desk.WriteAsync(session => session.Conferences.SaveAsync(chaired, default));
        return (chaired, tasks[0]);
    }

    private Task LookAsync() => Desk.Looking.RunAsync(StoreHost.Here, default);

    private async Task<IReadOnlyList<AdministratorItemContent>> ItemsAsync() => await Desk.ReadAsync(async session =>
    {
        var found = new List<AdministratorItemContent>();
        foreach (var conference in await session.Conferences.ComingAsync(Desk.Now, default))
        foreach (var task in await session.Tasks.OfConferenceAsync(conference.Id, default))
        foreach (var copy in await session.Cards.OfSubjectAsync(task.Id.Value, default))
            if (copy is { Kind: CardKind.AdministratorItem, PutAway: null })
                found.Add((AdministratorItemContent)await DescribeCard.NowAsync(session, copy, Desk.Clock, false, default));
        return found;
    });

    private async Task<CardCopy> CardForAsync(ReportTask task)
    {
        CardCopy? made = null;
        await Desk.WriteAsync(async session =>
        {
            await session.People.SaveAsync(new Reach(_author, "a:chat", "https://smba.example/", null, null), default);
            made = await Desk.Telling.MakeCardAsync(
                session, new Notice($"some/{task.Id}", _author, CardKind.Prompt, task.Id.Value, task.Conference, Urgency.Routine, ToastKind.Quiet), Desk.Now, default);
        });
        return made!;
    }

    private Task<Sending> SendingAsync(CardCopy card) =>
        Desk.ReadAsync(session => Sending.PrepareAsync(session, card.Id, ToastKind.Quiet, Desk.Clock, default));

    private async Task<RiskFlag> RaiseAsync(Conference conference)
    {
        var sender = conference.Participants[0];
        var raised = (RiskFlag?)null;
        await Desk.WriteAsync(async session =>
        {
            var copy = new CardCopy { Id = Some.Id(), Person = _author, Kind = CardKind.Prompt, Subject = Some.Id(), Conference = conference.Id, CreatedAt = Desk.Now };
            var act = new Act(session, copy, _author, Desk.Clock, [], default);
            await Desk.Raising.RaiseAsync(act, conference, sender, FlagDraft.Concern(["threat"], FamilyTold.WillTell), ImmutableDictionary<string, string>.Empty);
            raised = (await session.Flags.OfConferenceAsync(conference.Id, default)).MaxBy(flag => flag.RaisedAt);
        });
        return raised!;
    }

    private async Task<RiskFlag> FlagAsync(RiskFlag flag) => (await Desk.ReadAsync(s => s.Flags.FindAsync(flag.Id, default)))!;
}
