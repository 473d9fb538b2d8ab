using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class ConferenceTests : StoreTest
{
    [Fact]
    public async Task A_conference_comes_back_as_it_was_saved_with_its_people_in_order()
    {
        var full = Some.Conference(Some.Person(), new PersonId(Guid.Empty), Some.Person());
        var bare = Some.Conference() with { Chair = null, Unconfirmed = 0, Status = ConferenceStatus.Cancelled };
        await SaveAsync(full, bare);
        AssertSame(full, await FindAsync(full.Id));
        AssertSame(bare, await FindAsync(bare.Id));
        Assert.Null(await FindAsync(new ConferenceId(Some.Id())));
    }

    [Fact]
    public async Task People_who_come_go_and_change_places_are_saved_with_the_conference()
    {
        PersonId a = Some.Person(), b = Some.Person(), c = Some.Person();
        var before = Some.Conference(a, b);
        await SaveAsync(before);
        var after = before with { Participants = Some.Conference(c, b, a).Participants, ScheduleVersion = 4 };
        await SaveAsync(after);
        AssertSame(after, await FindAsync(before.Id));
        var emptied = after with { Participants = [] };
        await Host.WriteAsync(async s =>
        {
            await s.Conferences.SaveAsync(emptied, default);
            AssertSame(emptied, await s.Conferences.FindAsync(before.Id, default));
            await s.Conferences.SaveAsync(before, default);
        });
        AssertSame(before, await FindAsync(before.Id));
    }

    [Fact]
    public async Task What_is_coming_for_a_person_is_planned_not_over_and_soonest_first()
    {
        var me = Some.Person();
        var other = Some.Person();
        var later = Some.Conference(other, me);
        var sooner = Some.Conference(other) with { Chair = me, Slot = new Slot(Some.Now.AddDays(1), Some.Now.AddDays(1).AddHours(1)) };
        var running = Some.Conference(me) with { Slot = new Slot(Some.Now.AddHours(-1), Some.Now.AddTicks(1)) };
        var over = Some.Conference(me) with { Slot = new Slot(Some.Now.AddHours(-1), Some.Now) };
        var cancelled = Some.Conference(me) with { Status = ConferenceStatus.Cancelled };
        await SaveAsync(later, sooner, running, over, cancelled, Some.Conference(other));
        var coming = await Host.ReadAsync(s => s.Conferences.ComingForAsync(me, Some.Now, default));
        Assert.Equal([running.Id, sooner.Id, later.Id], coming.Select(c => c.Id));
        AssertSame(later, coming[2]);
    }

    [Fact]
    public async Task An_event_leads_to_its_conference_by_mailbox_and_id_or_by_its_shared_id()
    {
        var conference = new ConferenceId(Some.Id());
        await Host.WriteAsync(s => s.Conferences.LinkEventAsync("a@x", "Id1", "uid", conference, 1, default));
        Assert.Equal(conference, await Host.ReadAsync(s => s.Conferences.FindByEventAsync("a@x", "Id1", default)));
        Assert.Equal(conference, await Host.ReadAsync(s => s.Conferences.FindByICalUIdAsync("uid", default)));
        Assert.Null(await Host.ReadAsync(s => s.Conferences.FindByEventAsync("a@x", "id1", default)));
        Assert.Null(await Host.ReadAsync(s => s.Conferences.FindByEventAsync("b@x", "Id1", default)));
        Assert.Null(await Host.ReadAsync(s => s.Conferences.FindByICalUIdAsync("uid2", default)));
    }

    [Fact]
    public async Task A_conference_is_let_go_only_with_its_last_event()
    {
        var conference = new ConferenceId(Some.Id());
        await Host.WriteAsync(async s =>
        {
            await s.Conferences.LinkEventAsync("a@x", "1", "uid", conference, 1, default);
            await s.Conferences.LinkEventAsync("b@x", "2", "uid", conference, 1, default);
            Assert.False(await s.Conferences.UnlinkEventAsync("a@x", "1", default));
            Assert.False(await s.Conferences.UnlinkEventAsync("a@x", "1", default));
            Assert.True(await s.Conferences.UnlinkEventAsync("b@x", "2", default));
            await s.Conferences.LinkEventAsync("a@x", "1", "uid", conference, 2, default);
        });
        Assert.Equal(conference, await Host.ReadAsync(s => s.Conferences.FindByEventAsync("a@x", "1", default)));
    }

    [Fact]
    public async Task Events_that_a_full_read_has_not_shown_again_are_gone()
    {
        var conference = new ConferenceId(Some.Id());
        await Host.WriteAsync(async s =>
        {
            await s.Conferences.LinkEventAsync("a@x", "1", "u1", conference, 1, default);
            await s.Conferences.LinkEventAsync("a@x", "2", "u2", conference, 1, default);
            await s.Conferences.LinkEventAsync("b@x", "3", "u3", conference, 1, default);
            await s.Conferences.LinkEventAsync("a@x", "2", "u2", conference, 2, default);
        });
        Assert.Equal(["1"], await Host.ReadAsync(s => s.Conferences.EventsNotSeenAsync("a@x", 2, default)));
    }

    private Task SaveAsync(params Conference[] conferences) => Host.WriteAsync(async s =>
    {
        foreach (var conference in conferences) await s.Conferences.SaveAsync(conference, default);
    });

    private Task<Conference?> FindAsync(ConferenceId id) => Host.ReadAsync(s => s.Conferences.FindAsync(id, default));
}
