using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class CouncilTests : StoreTest
{
    [Fact]
    public async Task Rows_of_another_council_are_invisible()
    {
        var me = Some.Person();
        var conference = Some.Conference(me);
        var task = Some.Task(conference.Id);
        var flag = Some.Flag(conference.Id);
        var escalation = Some.Escalation(conference.Id);
        var card = Some.Card() with { Parent = null, Lost = false };
        var delivery = Some.CardDelivery(me);
        var mark = new ActionMark(card.Id, "v", me, "h");
        await Host.WriteAsync(async s =>
        {
            await s.Conferences.SaveAsync(conference, default);
            await s.Conferences.LinkEventAsync("a@x", "1", "uid", conference.Id, 1, default);
            await s.Tasks.SaveAsync(task, default);
            await s.Flags.SaveAsync(flag, default);
            await s.Escalations.SaveAsync(escalation, default);
            await s.Notices.TryAddAsync(Some.Notice("n", me), Some.Now, true, default);
            await s.Cards.SaveAsync(card, default);
            await s.Deliveries.SaveAsync(delivery, default);
            await s.Dues.SetAsync(DueKind.Task, task.Id.Value, Some.Now, default);
            await s.People.SaveAsync(new Reach(me, "a:1", null, null, null), default);
            await s.Mailboxes.SaveAsync(new MailboxBookmark("a@x", null, 1, false, Some.Now, null, null, null), default);
            await s.Inbox.TryAddAsync("f:1", me, "help", Some.Now, default);
            await s.Marks.AddAsync(mark, Some.Now, default);
            await s.Text.PutAsync(task.Id.Value, "seen", "text", default);
        });
        await Host.WriteAsync(StoreHost.Elsewhere, async s =>
        {
            Assert.Null(await s.Conferences.FindAsync(conference.Id, default));
            Assert.Null(await s.Conferences.FindByEventAsync("a@x", "1", default));
            Assert.Null(await s.Conferences.FindByICalUIdAsync("uid", default));
            Assert.Empty(await s.Conferences.ComingForAsync(me, Some.Now, default));
            Assert.Empty(await s.Conferences.EventsNotSeenAsync("a@x", 9, default));
            Assert.False(await s.Conferences.UnlinkEventAsync("a@x", "1", default));
            Assert.Null(await s.Tasks.FindAsync(task.Id, default));
            Assert.Empty(await s.Tasks.OfConferenceAsync(conference.Id, default));
            Assert.Null(await s.Flags.FindAsync(flag.Id, default));
            Assert.Empty(await s.Flags.OfConferenceAsync(conference.Id, default));
            Assert.Null(await s.Escalations.FindAsync(escalation.Id, default));
            Assert.Empty(await s.Escalations.OfConferenceAsync(conference.Id, default));
            Assert.Empty(await s.Notices.WaitingAsync(me, default));
            Assert.True(await s.Notices.TryAddAsync(Some.Notice("n", me), Some.Now, false, default));
            Assert.Null(await s.Cards.FindAsync(card.Id, default));
            Assert.Empty(await s.Cards.OfSubjectAsync(card.Subject, default));
            Assert.Empty(await s.Cards.OutOfDateAsync(9, default));
            Assert.Empty(await s.Cards.TextToHideAsync(DateTimeOffset.MaxValue, default));
            Assert.Empty(await s.Deliveries.PendingAsync(Some.Now, 9, default));
            Assert.Empty(await s.Deliveries.OfPersonAsync(me, DeliveryState.Pending, default));
            Assert.Null(await s.Deliveries.OfCardAsync(delivery.Card, default));
            Assert.All(await s.Deliveries.CountAsync(default), c => Assert.Equal(0, c.Value));
            Assert.Null(await s.Dues.NextAsync(default));
            await s.Dues.SetAsync(DueKind.Task, task.Id.Value, null, default);
            Assert.Null(await s.People.FindAsync(me, default));
            Assert.Empty(await s.Mailboxes.AllAsync(default));
            Assert.True(await s.Inbox.TryAddAsync("f:1", me, "help", Some.Now, default));
            Assert.False(await s.Marks.ExistsAsync(mark, default));
            Assert.Empty(await s.Text.GetAsync(task.Id.Value, default));
            Assert.False(await s.Text.ExistsAsync(task.Id.Value, default));
        });
        Assert.Equal(Some.Now, await Host.ReadAsync(s => s.Dues.NextAsync(default)));
        Assert.NotNull(await Host.ReadAsync(s => s.Conferences.FindByEventAsync("a@x", "1", default)));
    }

    [Fact]
    public async Task Two_councils_may_hold_the_same_id_without_touching_each_other()
    {
        var here = Some.Conference(Some.Person());
        var there = here with { Council = StoreHost.Elsewhere, Status = ConferenceStatus.Cancelled };
        await Host.WriteAsync(s => s.Conferences.SaveAsync(here, default));
        await Host.WriteAsync(StoreHost.Elsewhere, s => s.Conferences.SaveAsync(there, default));
        AssertSame(here, await Host.ReadAsync(s => s.Conferences.FindAsync(here.Id, default)));
        AssertSame(there, await Host.ReadAsync(StoreHost.Elsewhere, s => s.Conferences.FindAsync(here.Id, default)));
    }

    [Fact]
    public async Task A_session_saves_rows_of_its_own_council_only() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Host.WriteAsync(StoreHost.Elsewhere, s => s.Conferences.SaveAsync(Some.Conference(), default)));
}
