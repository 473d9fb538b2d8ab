using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class IncomingTests : StoreTest
{
    [Fact]
    public async Task A_turn_is_taken_once()
    {
        var person = Some.Person();
        await Host.WriteAsync(async s =>
        {
            Assert.True(await s.Inbox.TryAddAsync("f:1", person, "help", Some.Now, default));
            Assert.False(await s.Inbox.TryAddAsync("f:1", person, "other", Some.Now, default));
        });
        await Host.WriteAsync(async s => Assert.False(await s.Inbox.TryAddAsync("f:1", person, "help", Some.Now, default)));
        await Host.WriteAsync(async s => Assert.True(await s.Inbox.TryAddAsync("f:2", person, "help", Some.Now, default)));
    }

    [Fact]
    public async Task A_mark_stands_for_one_card_verb_actor_and_input()
    {
        var mark = new ActionMark(Some.Id(), "prep.answer", Some.Person(), "hash");
        await Host.WriteAsync(async s =>
        {
            Assert.False(await s.Marks.ExistsAsync(mark, default));
            await s.Marks.AddAsync(mark, Some.Now, default);
            Assert.True(await s.Marks.ExistsAsync(mark, default));
        });
        await Host.WriteAsync(s => s.Marks.AddAsync(mark, Some.Now.AddDays(1), default));
        Assert.True(await Host.ReadAsync(s => s.Marks.ExistsAsync(mark, default)));
        ActionMark[] others =
            [mark with { Card = Some.Id() }, mark with { Verb = "x" }, mark with { Actor = Some.Person() }, mark with { InputHash = "x" }];
        foreach (var other in others) Assert.False(await Host.ReadAsync(s => s.Marks.ExistsAsync(other, default)));
    }

    [Fact]
    public async Task A_mark_goes_with_its_effect_when_the_work_fails()
    {
        var mark = new ActionMark(Some.Id(), "prep.answer", Some.Person(), "hash");
        await Assert.ThrowsAsync<ArithmeticException>(() => Host.WriteAsync(async s =>
        {
            await s.Marks.AddAsync(mark, Some.Now, default);
            Assert.True(await s.Text.ExistsAsync(mark.Card, default) is false);
            throw new ArithmeticException();
        }));
        Assert.False(await Host.ReadAsync(s => s.Marks.ExistsAsync(mark, default)));
    }

    [Fact]
    public async Task How_a_person_is_reached_comes_back_as_it_was_saved()
    {
        var full = new Reach(Some.Person(), "a:1", "http://127.0.0.1:5210/connector/", Some.Now.AddTicks(1), "cy-GB");
        var bare = new Reach(Some.Person(), null, null, null, null);
        foreach (var reach in new[] { full, bare, full with { Locale = null } }) await Host.WriteAsync(s => s.People.SaveAsync(reach, default));
        Assert.Equal(full with { Locale = null }, await Host.ReadAsync(s => s.People.FindAsync(full.Person, default)));
        Assert.Equal(bare, await Host.ReadAsync(s => s.People.FindAsync(bare.Person, default)));
        Assert.Null(await Host.ReadAsync(s => s.People.FindAsync(Some.Person(), default)));
    }

    [Fact]
    public async Task A_mailbox_bookmark_comes_back_as_it_was_saved()
    {
        var full = new MailboxBookmark("b@x", "http://127.0.0.1/delta?x=1", 2, true, Some.Now, Some.Now.AddTicks(1), "timeout", Some.Now.AddHours(1));
        var bare = new MailboxBookmark("a@x", null, 1, false, Some.Now, null, null, null);
        foreach (var bookmark in new[] { bare with { Link = "x" }, full, bare })
            await Host.WriteAsync(s => s.Mailboxes.SaveAsync(bookmark, default));
        Assert.Equal(full, await Host.ReadAsync(s => s.Mailboxes.FindAsync("b@x", default)));
        Assert.Equal([bare, full], await Host.ReadAsync(s => s.Mailboxes.AllAsync(default)));
        Assert.Null(await Host.ReadAsync(s => s.Mailboxes.FindAsync("c@x", default)));
    }
}
