using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class OutgoingTests : StoreTest
{
    [Fact]
    public async Task A_notice_is_written_once_however_often_it_is_decided()
    {
        var notice = Some.Notice("prompt/1");
        await Host.WriteAsync(async s =>
        {
            Assert.True(await s.Notices.TryAddAsync(notice, Some.Now, waiting: true, default));
            Assert.False(await s.Notices.TryAddAsync(notice, Some.Now, waiting: true, default));
        });
        await Host.WriteAsync(async s => Assert.False(await s.Notices.TryAddAsync(notice, Some.Now.AddDays(1), waiting: false, default)));
        Assert.Equal(notice, Assert.Single(await Host.ReadAsync(s => s.Notices.WaitingAsync(notice.To, default))));
    }

    [Fact]
    public async Task Waiting_notices_of_a_person_come_oldest_first_until_they_are_settled()
    {
        var me = Some.Person();
        await Host.WriteAsync(async s =>
        {
            await s.Notices.TryAddAsync(Some.Notice("later", me), Some.Now.AddHours(1), waiting: true, default);
            await s.Notices.TryAddAsync(Some.Notice("z", me) with { Conference = null }, Some.Now, waiting: true, default);
            await s.Notices.TryAddAsync(Some.Notice("a", me), Some.Now, waiting: true, default);
            await s.Notices.TryAddAsync(Some.Notice("told", me), Some.Now, waiting: false, default);
            await s.Notices.TryAddAsync(Some.Notice("other"), Some.Now, waiting: true, default);
        });
        Assert.Equal(["z", "a", "later"], (await Host.ReadAsync(s => s.Notices.WaitingAsync(me, default))).Select(n => n.Key));
        await Host.WriteAsync(async s =>
        {
            await s.Notices.SettleAsync("z", Some.Id(), default);
            await s.Notices.SettleAsync("later", null, default);
            Assert.Equal("a", Assert.Single(await s.Notices.WaitingAsync(me, default)).Key);
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.WriteAsync(s => s.Notices.SettleAsync("never", null, default)));
    }

    [Fact]
    public async Task A_card_copy_comes_back_as_it_was_saved()
    {
        var full = Some.Card();
        var bare = full with
        {
            Id = Some.Id(),
            Conference = null,
            Parent = null,
            ActivityId = null,
            ConversationId = null,
            PutAway = null,
            HideTextAt = null,
            Lost = false,
        };
        await SaveAsync(full, bare);
        AssertSame(full, await Host.ReadAsync(s => s.Cards.FindAsync(full.Id, default)));
        AssertSame(bare, await Host.ReadAsync(s => s.Cards.FindAsync(bare.Id, default)));
        Assert.Null(await Host.ReadAsync(s => s.Cards.FindAsync(Some.Id(), default)));
    }

    [Fact]
    public async Task Copies_are_found_by_subject_and_by_parent_oldest_first()
    {
        var first = Some.Card();
        var second = Some.Card(first.Subject) with { Id = Guid.Empty, Parent = first.Parent };
        await SaveAsync(first, second, Some.Card());
        await SaveAsync(first with { Shown = 3 });
        Assert.Equal([first.Id, second.Id], (await Host.ReadAsync(s => s.Cards.OfSubjectAsync(first.Subject, default))).Select(c => c.Id));
        Assert.Equal([first.Id, second.Id], (await Host.ReadAsync(s => s.Cards.OfParentAsync(first.Parent!.Value, default))).Select(c => c.Id));
    }

    [Fact]
    public async Task A_copy_is_out_of_date_while_its_own_activity_shows_less_than_is_wanted()
    {
        var behind = Some.Card() with { Parent = null, Lost = false };
        var next = behind with { Id = Some.Id() };
        await SaveAsync(
            behind,
            next,
            behind with { Id = Some.Id(), Shown = 3 },
            behind with { Id = Some.Id(), Lost = true },
            behind with { Id = Some.Id(), ActivityId = null },
            behind with { Id = Some.Id(), Parent = behind.Id });
        Assert.Equal([behind.Id, next.Id], (await Host.ReadAsync(s => s.Cards.OutOfDateAsync(9, default))).Select(c => c.Id));
        Assert.Single(await Host.ReadAsync(s => s.Cards.OutOfDateAsync(1, default)));
        await SaveAsync(behind with { Shown = 3 });
        Assert.Equal(next.Id, Assert.Single(await Host.ReadAsync(s => s.Cards.OutOfDateAsync(9, default))).Id);
    }

    [Fact]
    public async Task Shown_text_is_to_be_hidden_at_its_time_and_not_before()
    {
        var card = Some.Card();
        await SaveAsync(card, Some.Card() with { HideTextAt = null });
        var at = card.HideTextAt!.Value;
        Assert.Empty(await Host.ReadAsync(s => s.Cards.TextToHideAsync(at.AddTicks(-1), default)));
        Assert.Equal(card.Id, Assert.Single(await Host.ReadAsync(s => s.Cards.TextToHideAsync(at, default))).Id);
    }

    [Fact]
    public async Task A_delivery_comes_back_as_it_was_saved_and_the_latest_of_its_card_is_found()
    {
        var first = Some.CardDelivery();
        var second = Some.CardDelivery() with { Card = first.Card, Result = null };
        await SaveAsync(first, second);
        AssertSame(second, await Host.ReadAsync(s => s.Deliveries.OfCardAsync(first.Card, default)));
        Assert.Null(await Host.ReadAsync(s => s.Deliveries.OfCardAsync(Some.Id(), default)));
    }

    [Fact]
    public async Task Pending_deliveries_come_oldest_first_when_their_time_has_come()
    {
        var younger = Some.CardDelivery() with { CreatedAt = Some.Now.AddMinutes(1), Id = Guid.Empty };
        var older = Some.CardDelivery();
        var alike = Some.CardDelivery();
        var early = Some.CardDelivery() with { NotBefore = Some.Now.AddTicks(1) };
        await SaveAsync(younger, older, alike, early, Some.CardDelivery(state: DeliveryState.Sent));
        Assert.Equal(
            [older.Id, alike.Id, younger.Id], (await Host.ReadAsync(s => s.Deliveries.PendingAsync(Some.Now, 9, default))).Select(d => d.Id));
        Assert.Equal(2, (await Host.ReadAsync(s => s.Deliveries.PendingAsync(Some.Now, 2, default))).Count);
    }

    [Fact]
    public async Task Deliveries_are_found_by_person_and_state_and_counted()
    {
        var me = Some.Person();
        var waiting = Some.CardDelivery(me, DeliveryState.AwaitingInstall);
        await SaveAsync(waiting, Some.CardDelivery(me), Some.CardDelivery(state: DeliveryState.AwaitingInstall));
        AssertSame(waiting, Assert.Single(await Host.ReadAsync(s => s.Deliveries.OfPersonAsync(me, DeliveryState.AwaitingInstall, default))));
        await SaveAsync(waiting with { State = DeliveryState.Sent, Attempt = 3 });
        var counts = await Host.ReadAsync(s => s.Deliveries.CountAsync(default));
        Assert.Equal(
            [(DeliveryState.Pending, 1), (DeliveryState.Sent, 1), (DeliveryState.AwaitingInstall, 1), (DeliveryState.GivenUp, 0),
                (DeliveryState.NotNeeded, 0)],
            counts.Select(c => (c.Key, c.Value)).OrderBy(c => c.Key));
    }

    private Task SaveAsync(params CardCopy[] copies) => Host.WriteAsync(async s =>
    {
        foreach (var copy in copies) await s.Cards.SaveAsync(copy, default);
    });

    private Task SaveAsync(params CardDelivery[] deliveries) => Host.WriteAsync(async s =>
    {
        foreach (var delivery in deliveries) await s.Deliveries.SaveAsync(delivery, default);
    });
}
