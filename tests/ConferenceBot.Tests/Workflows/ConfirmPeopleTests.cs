using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Replies;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>An administrator confirms first-time attendees, takes it back, and nobody else can.</summary>
public sealed class ConfirmPeopleTests : StoreTest
{
    private const string Officer = ConfirmDesk.Officer, Nursery = ConfirmDesk.Nursery, Parent = ConfirmDesk.Parent, Worker = ConfirmDesk.Worker;

    private ConfirmDesk Confirm => field ??= new ConfirmDesk(Host);

    [Fact]
    public async Task Twelve_conferences_on_the_first_day_are_one_card_for_each_administrator()
    {
        await Confirm.ReadAsync([.. Enumerable.Range(0, 12).Select(i => ConfirmDesk.Event($"e{i}", $"C{i}", 13 + i % 10, Parent, Officer))]);
        await Confirm.PassAsync();

        foreach (var administrator in new[] { ConfirmDesk.Administrator, ConfirmDesk.OtherAdministrator })
        {
            var list = Assert.Single(await Confirm.ListsAsync(administrator));
            var content = Assert.IsType<PeopleListContent>(await Confirm.Desk.ReadAsync(s => DescribeCard.NowAsync(s, list, Confirm.Desk.Clock, false, default)));
            Assert.Equal((12, 24, 2), (content.Items.Length, content.Items.Sum(i => i.Waiting), content.Waiting));
        }

        Assert.Equal(2, (await Confirm.Desk.ReadAsync(s => s.Deliveries.PendingAsync(DateTimeOffset.MaxValue, 100, default))).Count);
        await Confirm.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(await Confirm.ListsAsync());
    }

    [Fact]
    public async Task A_far_conference_waits_for_the_next_gathering_and_a_near_one_does_not()
    {
        await Confirm.ReadAsync(ConfirmDesk.Event("near", "C1", 13, Parent));
        await Confirm.PassAsync();
        await Confirm.ReadAsync(ConfirmDesk.Event("far", "C2", 27, Parent));
        await Confirm.PassAsync();
        Assert.Single(await Confirm.ListsAsync());

        await Confirm.PassAsync(Desk.At(12, 9) - Confirm.Desk.Now);
        var lists = await Confirm.ListsAsync();
        Assert.Equal([PutAway.Replaced, null], lists.Select(l => l.PutAway));
    }

    [Fact]
    public async Task A_confirmed_professional_is_asked_for_a_report_at_the_next_look_and_remembered_elsewhere()
    {
        await Confirm.SeenAsync();
        Assert.Empty((await Confirm.ConferenceAsync("a")).Participants.Where(p => p.Person == ConfirmDesk.OfficerId));

        await Confirm.ConfirmAsync("a", Officer);
        await Confirm.PassAsync();

        foreach (var id in new[] { "a", "b" })
        {
            var conference = await Confirm.ConferenceAsync(id);
            Assert.Equal(Desk.Health, conference.Find(ConfirmDesk.OfficerId)!.Agency);
            Assert.Contains(await Confirm.Desk.ReadAsync(s => s.Tasks.OfConferenceAsync(conference.Id, default)), t => t.Author == ConfirmDesk.OfficerId && t.Status == ReportStatus.Open);
        }

        await Confirm.ReadAsync(ConfirmDesk.Event("new", "C9", 25, Officer));
        Assert.NotNull((await Confirm.ConferenceAsync("new")).Find(ConfirmDesk.OfficerId));
    }

    [Fact]
    public async Task A_professional_without_an_account_is_remembered_and_not_reached()
    {
        await Confirm.SeenAsync();
        await Confirm.ConfirmAsync("a", Nursery);
        await Confirm.PassAsync();

        Assert.Equal(AttendeeStanding.NotInTeams, await Confirm.StandingAsync("a", Nursery));
        Assert.Equal(AttendeeStanding.NotInTeams, await Confirm.StandingAsync("b", Nursery));
        Assert.Single((await Confirm.ConferenceAsync("a")).Participants);
        Assert.Equal(2, (await Confirm.ConferenceAsync("a")).Unconfirmed);
    }

    [Fact]
    public async Task Taking_it_back_withdraws_the_report_and_puts_the_card_away_at_once()
    {
        await Confirm.SeenAsync();
        await Confirm.ConfirmAsync("a", Officer);
        await Confirm.PassAsync();
        var conference = await Confirm.ConferenceAsync("a");
        var task = (await Confirm.Desk.ReadAsync(s => s.Tasks.OfConferenceAsync(conference.Id, default))).Single(t => t.Author == ConfirmDesk.OfficerId);

        await Confirm.PressAsync(new TakeVerdictBack(await Confirm.RowAsync("a", Officer)));

        Assert.Equal(ReportStatus.Withdrawn, (await Confirm.Desk.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)))!.Status);
        Assert.Null((await Confirm.ConferenceAsync("b")).Find(ConfirmDesk.OfficerId));
        Assert.Equal(AttendeeStanding.Waiting, await Confirm.StandingAsync("a", Officer));
        await Confirm.PassAsync();
        Assert.Null((await Confirm.ConferenceAsync("a")).Find(ConfirmDesk.OfficerId));
        foreach (var card in await Confirm.Desk.ReadAsync(s => s.Cards.OfSubjectAsync(task.Id.Value, default)))
            Assert.IsType<PutAwayContent>(await Confirm.Desk.ReadAsync(s => DescribeCard.NowAsync(s, card, Confirm.Desk.Clock, false, default)));
    }

    [Fact]
    public async Task Not_a_professional_here_beats_a_group_in_this_case_and_nowhere_else()
    {
        await Confirm.SeenAsync();
        await Confirm.ReadAsync(ConfirmDesk.Event("review", "C1", 27, Worker));
        Assert.NotNull((await Confirm.ConferenceAsync("review")).Find(ConfirmDesk.WorkerId));

        await Confirm.PressAsync(new SayNotHere(await Confirm.RowAsync("a", Worker)));
        Assert.Null((await Confirm.ConferenceAsync("a")).Find(ConfirmDesk.WorkerId));
        await Confirm.PassAsync();

        Assert.Null((await Confirm.ConferenceAsync("review")).Find(ConfirmDesk.WorkerId));
        Assert.NotNull((await Confirm.ConferenceAsync("b")).Find(ConfirmDesk.WorkerId));
        await Confirm.ReadAsync(ConfirmDesk.Event("later", "c1 ", 28, Worker));
        Assert.Null((await Confirm.ConferenceAsync("later")).Find(ConfirmDesk.WorkerId));
    }

    [Fact]
    public async Task Another_address_of_somebody_who_is_not_a_professional_here_does_not_bring_them_back()
    {
        await Confirm.SeenAsync();
        await Confirm.PressAsync(new SayNotHere(await Confirm.RowAsync("a", Worker)));
        Confirm.Desk.Known["second@council.example"] = Confirm.Desk.Known[Worker] with { Address = "second@council.example" };

        await Confirm.ReadAsync(ConfirmDesk.Event("a", "C1", 19, "second@council.example", Parent));
        Assert.Null((await Confirm.ConferenceAsync("a")).Find(ConfirmDesk.WorkerId));
    }

    [Fact]
    public async Task Who_leaves_a_group_is_no_longer_contacted_after_the_daily_look()
    {
        await Confirm.SeenAsync();
        Confirm.Desk.Known.Remove(Worker);
        Confirm.Desk.Accounts[Worker] = new KnownAddress(Worker, AccountKind.Member, ConfirmDesk.WorkerId);

        await Confirm.PassAsync(Desk.At(12, 7) - Confirm.Desk.Now);
        Assert.Null((await Confirm.ConferenceAsync("a")).Find(ConfirmDesk.WorkerId));
        Assert.Equal(AttendeeStanding.Waiting, await Confirm.StandingAsync("a", Worker));
    }

    [Fact]
    public async Task A_look_that_finds_the_directory_away_is_taken_again_a_little_later()
    {
        await Confirm.SeenAsync();
        Confirm.Desk.Away = true;
        await Confirm.PassAsync(Desk.At(12, 7) - Confirm.Desk.Now);
        Assert.Equal(0, await Confirm.Desk.ReadAsync(s => s.Dues.FailingAsync(default)));

        Confirm.Desk.Away = false;
        Confirm.Desk.Known.Remove(Worker);
        await Confirm.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Null((await Confirm.ConferenceAsync("a")).Find(ConfirmDesk.WorkerId));
    }

    [Fact]
    public async Task A_group_is_confirmed_with_one_tap_and_only_for_an_agency_that_is_named()
    {
        foreach (var address in new[] { "one@school.example", "two@school.example" })
            Confirm.Desk.Accounts[address] = new KnownAddress(address, AccountKind.Outside, Employer: "school.example", Suggested: Some.School);
        foreach (var address in new[] { "x@firm.example", "y@firm.example" })
            Confirm.Desk.Accounts[address] = new KnownAddress(address, AccountKind.Outside, Employer: "firm.example");
        await Confirm.ReadAsync(ConfirmDesk.Event("g", "C7", 19, "one@school.example", "two@school.example", "x@firm.example", "y@firm.example", Parent, Nursery));
        await Confirm.PassAsync(Desk.At(13, 10) - Confirm.Desk.Now);

        var groups = (await Confirm.OpenAsync("g")).Content.Groups;
        Assert.Equal([(2, Some.School.Name), (2, (string?)null)], groups.Select(g => (g.Count, g.Suggested)).OrderBy(g => g.Item2 is null));
        var firm = groups.Single(g => g.Suggested is null).Card;
        Assert.IsType<UnknownChoice>(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new ConfirmProfessional(firm, null))));
        Assert.IsType<UnknownChoice>(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new ConfirmProfessional(firm, "no such agency"))));

        await Confirm.PressAsync(new ConfirmProfessional(groups.Single(g => g.Suggested is not null).Card, null));
        Assert.Equal(AttendeeStanding.NotInTeams, await Confirm.StandingAsync("g", "two@school.example"));
        Assert.Equal(AttendeeStanding.Waiting, await Confirm.StandingAsync("g", "x@firm.example"));
        Assert.Equal(AttendeeStanding.Waiting, await Confirm.StandingAsync("g", Parent));
    }

    [Fact]
    public async Task Who_it_is_is_shown_on_request_and_nothing_of_it_is_kept_but_that_it_was_looked_at()
    {
        await Confirm.SeenAsync();
        var answer = Assert.IsType<CardAnswer.Show>(await Confirm.PressAsync(new ShowWho(await Confirm.RowAsync("a", Parent)), verb: "people.show"));
        Assert.Equal(Parent, Assert.IsType<AttendeeContent>(answer.Content).Who);

        var acts = await Confirm.Desk.ReadAsync(s => s.Record.ActsAsync(100, default));
        Assert.Contains(acts, a => a.Entry.Act == "people.show" && a.Entry.Actor == ConfirmDesk.Administrator);
        var bytes = await DatabaseAsync();
        foreach (var address in new[] { Parent, Officer, Nursery, Worker, "mail.example" }) Assert.DoesNotContain(address, bytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ConfirmDesk.OfficerId.ToString(), bytes, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Only_an_administrator_of_now_with_a_card_of_their_own_decides()
    {
        await Confirm.SeenAsync();
        var row = await Confirm.RowAsync("a", Officer);
        Assert.IsType<NotYourCard>(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new ConfirmProfessional(row, "health"), Some.Person())));
        Assert.IsType<NotYourCard>(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new ShowWho(row), ConfirmDesk.OtherAdministrator)));
        Assert.IsType<UnknownCard>(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new ConfirmProfessional(row with { Id = Some.Id() }, "health"))));

        Confirm.Desk.Administering.Remove(ConfirmDesk.Administrator);
        foreach (var reply in new Reply[] { new ConfirmProfessional(row, "health"), new SayNotHere(row), new ShowWho(row), new OpenAttendee(row) })
        {
            var refused = Assert.IsType<CardAnswer.Show>(await Confirm.PressAsync(reply));
            Assert.IsType<NotAllowed>(refused.Content.Refusal);
            Assert.IsType<PutAwayContent>(refused.Content);
        }

        Assert.Equal(AttendeeStanding.Waiting, await Confirm.StandingAsync("a", Officer));
    }

    [Fact]
    public async Task The_same_press_again_replays_and_a_stale_one_changes_nothing()
    {
        await Confirm.SeenAsync();
        var (row, stale) = (await Confirm.RowAsync("a", Officer), await Confirm.RowAsync("a", Nursery));
        var press = new ConfirmProfessional(row, "health");
        Assert.Null(ConfirmDesk.RefusalOf(await Confirm.PressAsync(press)));
        Assert.Null(ConfirmDesk.RefusalOf(await Confirm.PressAsync(press)));
        Assert.Single(await Confirm.Desk.ReadAsync(s => s.Record.ActsAsync(1000, default)), a => a.Entry.Act == "attendee.professional");

        Assert.IsType<StaleCard>(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new SayNotHere(stale))));
        Assert.Equal(AttendeeStanding.Waiting, await Confirm.StandingAsync("a", Nursery));
    }

    private async Task<string> DatabaseAsync()
    {
        await Confirm.PassAsync();
        return string.Concat(Directory.EnumerateFiles(Path.GetDirectoryName(Host.File)!).Select(ReadShared));
    }

    private static string ReadShared(string path)
    {
        using var open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
