using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Replies;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>The administrator's card while it is open: pages, looks, and that it stays where its reader is.</summary>
public sealed class ConfirmCardTests : StoreTest
{
    private const string Officer = ConfirmDesk.Officer, Parent = ConfirmDesk.Parent;

    private ConfirmDesk Confirm => field ??= new ConfirmDesk(Host);

    [Fact]
    public async Task A_card_that_is_open_stays_open_and_is_put_right_when_it_is_put_away()
    {
        await Confirm.SeenAsync();
        var list = Assert.Single(await Confirm.ListsAsync());
        await Confirm.Desk.WriteAsync(s => s.Cards.SaveAsync(list with { ActivityId = "1:list", ConversationId = "a:chat", Shown = list.Version }, default));

        await Confirm.PressAsync(new ShowWho(await Confirm.RowAsync("a", Parent)));
        await Confirm.ConfirmAsync("a", Officer);
        await Confirm.PassAsync();

        var open = Assert.Single(await Confirm.ListsAsync());
        Assert.Equal((open.Version, Confirm.Desk.Machine.GetUtcNow().AddMinutes(10)), (open.Shown, open.HideTextAt!.Value));
        Assert.True(open.Version > list.Version);
    }

    [Fact]
    public async Task A_page_that_is_not_there_shows_the_last_one()
    {
        await Confirm.ReadAsync(ConfirmDesk.Event("many", "C5", 18, [.. Enumerable.Range(0, 11).Select(i => $"p{i}@mail.example")]));
        await Confirm.PassAsync();
        var (card, content) = await Confirm.OpenAsync("many");
        Assert.Equal((0, 11), (content.First, content.Rows.Length));

        foreach (var (wanted, shown) in new[] { (4, 4), (7, 4), (int.MaxValue, 8) })
        {
            var answer = Assert.IsType<CardAnswer.Show>(await Confirm.PressAsync(new ShowPeoplePage(new CardStamp(card.Id, card.Version), wanted)));
            Assert.Equal(shown, Assert.IsType<PeopleContent>(answer.Content).First);
        }
    }

    [Fact]
    public async Task Looking_again_reads_calendar_and_directory_now()
    {
        await Confirm.SeenAsync();
        Confirm.Desk.Known[Officer] = new Professional(Officer, ConfirmDesk.OfficerId, Desk.Health, ParticipantRole.Practitioner);
        var (card, _) = await Confirm.OpenAsync("a");
        Assert.Null(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new LookAtPeopleAgain(new CardStamp(card.Id, card.Version)))));
        Assert.NotNull((await Confirm.ConferenceAsync("a")).Find(ConfirmDesk.OfficerId));
    }
}
