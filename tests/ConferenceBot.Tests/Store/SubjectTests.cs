using ConferenceBot.Domain;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class SubjectTests : StoreTest
{
    [Fact]
    public async Task A_task_comes_back_as_it_was_saved()
    {
        var full = Some.Task();
        var bare = full with
        {
            Id = new(Some.Id()),
            SentToChair = null,
            GoneThrough = null,
            WhyNotYet = null,
            AnsweredAt = null,
            Given = [],
        };
        await Host.WriteAsync(async s =>
        {
            await s.Tasks.SaveAsync(full, default);
            await s.Tasks.SaveAsync(bare, default);
        });
        AssertSame(full, await Host.ReadAsync(s => s.Tasks.FindAsync(full.Id, default)));
        AssertSame(bare, await Host.ReadAsync(s => s.Tasks.FindAsync(bare.Id, default)));
        Assert.Null(await Host.ReadAsync(s => s.Tasks.FindAsync(new(Some.Id()), default)));
    }

    [Fact]
    public async Task A_flag_comes_back_as_it_was_saved()
    {
        var full = Some.Flag();
        var bare = full with
        {
            Id = new(Some.Id()),
            To = null,
            PassedTo = [],
            Ground = null,
            Indicators = [],
            Told = null,
            ReadAt = null,
            PlannedAt = null,
            Plans = [],
            PassedOnAt = null,
        };
        await Host.WriteAsync(async s =>
        {
            await s.Flags.SaveAsync(full, default);
            await s.Flags.SaveAsync(bare, default);
        });
        AssertSame(full, await Host.ReadAsync(s => s.Flags.FindAsync(full.Id, default)));
        AssertSame(bare, await Host.ReadAsync(s => s.Flags.FindAsync(bare.Id, default)));
    }

    [Fact]
    public async Task An_escalation_comes_back_as_it_was_saved()
    {
        var full = Some.Escalation();
        var bare = full with { Id = new(Some.Id()), DecidedAt = null, ActionBy = null };
        await Host.WriteAsync(async s =>
        {
            await s.Escalations.SaveAsync(full, default);
            await s.Escalations.SaveAsync(bare, default);
        });
        AssertSame(full, await Host.ReadAsync(s => s.Escalations.FindAsync(full.Id, default)));
        AssertSame(bare, await Host.ReadAsync(s => s.Escalations.FindAsync(bare.Id, default)));
    }

    [Fact]
    public async Task Subjects_are_found_by_their_conference_and_flags_in_the_order_they_were_raised()
    {
        var conference = new ConferenceId(Some.Id());
        RiskFlag[] flags = [Some.Flag(conference), Some.Flag(conference) with { Id = new(Guid.Empty) }, Some.Flag(conference)];
        var escalation = Some.Escalation(conference);
        var task = Some.Task(conference);
        await Host.WriteAsync(async s =>
        {
            foreach (var flag in flags) await s.Flags.SaveAsync(flag, default);
            await s.Flags.SaveAsync(Some.Flag(), default);
            await s.Escalations.SaveAsync(escalation, default);
            await s.Tasks.SaveAsync(task, default);
        });
        Assert.Equal(flags.Select(f => f.Id), (await Host.ReadAsync(s => s.Flags.OfConferenceAsync(conference, default))).Select(f => f.Id));
        AssertSame(escalation, Assert.Single(await Host.ReadAsync(s => s.Escalations.OfConferenceAsync(conference, default))));
        AssertSame(task, Assert.Single(await Host.ReadAsync(s => s.Tasks.OfConferenceAsync(conference, default))));
    }

    [Fact]
    public async Task A_session_reads_what_it_has_saved()
    {
        var task = Some.Task();
        await Host.WriteAsync(async s =>
        {
            await s.Tasks.SaveAsync(task, default);
            AssertSame(task, await s.Tasks.FindAsync(task.Id, default));
            var next = task with { Version = 5, Given = task.Given.Add(task.Given[0]) };
            await s.Tasks.SaveAsync(next, default);
            AssertSame(next, Assert.Single(await s.Tasks.OfConferenceAsync(task.Conference, default)));
        });
    }

    [Fact]
    public async Task Steps_are_added_to_a_task_that_was_read_without_a_new_version()
    {
        var task = Some.Task();
        await Host.WriteAsync(s => s.Tasks.SaveAsync(task, default));
        await Host.WriteAsync(async s =>
        {
            var read = (await s.Tasks.FindAsync(task.Id, default))!;
            await s.Tasks.SaveAsync(read with { Given = read.Given.Add(read.Given[1]) }, default);
        });
        Assert.Equal(3, (await Host.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)))!.Given.Length);
    }

    [Fact]
    public async Task Of_two_sessions_that_decided_on_one_look_the_later_is_refused_whole()
    {
        var task = Some.Task();
        await Host.WriteAsync(s => s.Tasks.SaveAsync(task, default));
        var look = (await Host.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)))!;
        await Host.WriteAsync(s => s.Tasks.SaveAsync(look with { Version = 5, Family = FamilyAnswer.All }, default));
        await Assert.ThrowsAsync<StoreConflictException>(() => Host.WriteAsync(async s =>
        {
            await s.Dues.SetAsync(DueKind.Task, task.Id.Value, Some.Now, default);
            await s.Tasks.SaveAsync(look with { Version = 5, Family = FamilyAnswer.NotYet }, default);
        }));
        Assert.Equal(FamilyAnswer.All, (await Host.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)))!.Family);
        Assert.Null(await Host.ReadAsync(s => s.Dues.NextAsync(default)));
    }

    [Fact]
    public async Task An_older_version_is_never_saved_over_a_newer_one()
    {
        var flag = Some.Flag();
        var escalation = Some.Escalation();
        await Host.WriteAsync(async s =>
        {
            await s.Flags.SaveAsync(flag, default);
            await s.Escalations.SaveAsync(escalation, default);
        });
        await Assert.ThrowsAsync<StoreConflictException>(() => Host.WriteAsync(async s =>
        {
            await s.Flags.FindAsync(flag.Id, default);
            await s.Flags.SaveAsync(flag with { Version = 4, State = FlagState.Withdrawn }, default);
        }));
        await Assert.ThrowsAsync<StoreConflictException>(() => Host.WriteAsync(
            s => s.Escalations.SaveAsync(escalation with { Version = 1, State = EscalationState.Declined }, default)));
    }
}
