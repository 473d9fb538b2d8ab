using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class RecordTests : StoreTest
{
    [Fact]
    public async Task The_record_tells_the_newest_rows_in_the_order_in_which_they_were_written()
    {
        var card = Some.Card();
        var delivery = Some.CardDelivery() with { Card = card.Id };
        await Host.WriteAsync(async s =>
        {
            foreach (var key in new[] { "c", "a", "b" }) await s.Notices.TryAddAsync(Some.Notice(key), Some.Now, waiting: key == "a", default);
            await s.Cards.SaveAsync(card, default);
            await s.Deliveries.SaveAsync(delivery, default);
            await s.Audit.AppendAsync(new AuditEntry(null, "first", null, null, Some.Now), default);
            await s.Audit.AppendAsync(new AuditEntry(Some.Id(), "second", Some.Person(), card.Id, Some.Now.AddHours(1)), default);
        });

        await Host.ReadAsync(async s =>
        {
            var notices = await s.Record.NoticesAsync(2, default);
            Assert.Equal(["a", "b"], notices.Select(n => n.Notice.Key));
            Assert.Equal([true, false], notices.Select(n => n.Waiting));
            var sent = Assert.Single(await s.Record.DeliveriesAsync(10, default));
            AssertSame(delivery, sent.Delivery);
            AssertSame(card, sent.Copy);
            Assert.Equal(["second"], (await s.Record.ActsAsync(1, default)).Select(a => a.Entry.Act));
            Assert.Equal(["first", "second"], (await s.Record.ActsAsync(10, default)).Select(a => a.Entry.Act));
            return true;
        });
    }

    [Fact]
    public async Task The_record_knows_which_events_and_subjects_belong_to_a_conference()
    {
        var conference = Some.Conference(Some.Person(), Some.Person());
        var (flag, task) = (Some.Flag(conference.Id), Some.Task(conference.Id));
        await Host.WriteAsync(async s =>
        {
            await s.Conferences.SaveAsync(conference, default);
            await s.Conferences.LinkEventAsync("box@council.example", "event", "uid", conference.Id, 1, default);
            await s.Flags.SaveAsync(flag, default);
            await s.Tasks.SaveAsync(task, default);
            await s.Dues.SetAsync(DueKind.Flag, flag.Id.Value, Some.Now, default);
        });

        await Host.ReadAsync(async s =>
        {
            AssertSame(conference, Assert.Single(await s.Record.ConferencesAsync(10, default)));
            Assert.Equal(new LinkedEvent("box@council.example", "event", conference.Id), Assert.Single(await s.Record.EventsAsync(default)));
            AssertSame(task, Assert.Single(await s.Record.TasksAsync(default)));
            Assert.Equal(conference.Id, (await s.Record.SubjectsAsync(default))[flag.Id.Value]);
            Assert.Equal(flag.Id.Value, Assert.Single(await s.Record.DuesAsync(default)).Id);
            return true;
        });
    }

    [Fact]
    public async Task The_store_counts_only_what_changed_something()
    {
        var before = Host.Store.Changes;
        await Host.WriteAsync(_ => Task.CompletedTask);
        await Host.ReadAsync(s => s.Record.TasksAsync(default));
        await Assert.ThrowsAsync<ArithmeticException>(() => Host.WriteAsync(async s =>
        {
            await s.Tasks.SaveAsync(Some.Task(), default);
            throw new ArithmeticException();
        }));
        Assert.Equal(before, Host.Store.Changes);

        await Host.WriteAsync(s => s.Tasks.SaveAsync(Some.Task(), default));
        Assert.Equal(before + 1, Host.Store.Changes);
    }
}
