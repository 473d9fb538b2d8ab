using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>What a sender takes back no longer holds the family's reminders up.</summary>
public sealed class WithdrawTests : StoreTest
{
    private readonly PersonId _sender = Some.Person();

    private Desk Desk => field ??= new Desk(Host);

    [Fact]
    public async Task Taking_back_not_safe_to_share_clears_that_and_leaves_what_else_was_restricted()
    {
        var (conference, task) = await ReportAsync();
        var (notSafe, _) = (await FlagAsync(conference, FlagDraft.NotSafeWithSomeone), await FlagAsync(conference, "thirdParty"));

        var after = await WithdrawAsync(notSafe, conference, task);
        Assert.Equal((false, true), (after.NotSafeWithSomeone, after.RestrictedRaised));
    }

    [Fact]
    public async Task Reminders_go_on_when_the_last_restricted_item_is_taken_back_and_not_before()
    {
        var (conference, task) = await ReportAsync();
        var (first, last) = (await FlagAsync(conference, "thirdParty"), await FlagAsync(conference, "criminalEnquiry"));

        Assert.True((await WithdrawAsync(first, conference, task)).RestrictedRaised);
        var after = await WithdrawAsync(last, conference, task);
        Assert.Equal((true, false), (after.NotSafeWithSomeone, after.RestrictedRaised));
    }

    [Fact]
    public async Task Taking_back_a_safety_concern_changes_nothing_of_it()
    {
        var (conference, task) = await ReportAsync();
        await FlagAsync(conference, "thirdParty");
        var concern = await FlagAsync(conference, null, FlagKind.SafetyConcern);

        Assert.Equal(task.Version, (await WithdrawAsync(concern, conference, task)).Version);
    }

    [Fact]
    public async Task Somebody_else_cannot_take_it_back()
    {
        var (conference, task) = await ReportAsync();
        var flag = await FlagAsync(conference, FlagDraft.NotSafeWithSomeone);

        Assert.True((await WithdrawAsync(flag, conference, task, Some.Person())).NotSafeWithSomeone);
    }

    private async Task<(Conference, ReportTask)> ReportAsync()
    {
        var (conference, tasks) = await Desk.ConferenceAsync(19, _sender);
        var task = tasks[0] with { NotSafeWithSomeone = true, RestrictedRaised = true, AnsweredAt = Desk.Now, Version = 2 };
        await Desk.WriteAsync(async s =>
        {
            await s.Tasks.FindAsync(task.Id, default);
            await s.Tasks.SaveAsync(task, default);
        });
        return (conference, task);
    }

    private async Task<RiskFlag> FlagAsync(Conference conference, string? ground, FlagKind kind = FlagKind.RestrictedInformation)
    {
        var flag = Some.Flag(conference.Id) with { RaisedBy = _sender, Ground = ground, Kind = kind, State = FlagState.Sent, ReadAt = null, PlannedAt = null, Plans = [] };
        await Desk.WriteAsync(s => s.Flags.SaveAsync(flag, default));
        return flag;
    }

    private async Task<ReportTask> WithdrawAsync(RiskFlag flag, Conference conference, ReportTask task, PersonId? actor = null)
    {
        var receipt = Some.Card(flag.Id.Value) with { Person = _sender, Kind = CardKind.FlagReceipt, Conference = conference.Id, PutAway = null };
        await Desk.WriteAsync(s => Desk.Flags.WithdrawAsync(new Act(s, receipt, actor ?? _sender, Desk.Clock, [], default)));
        return (await Desk.ReadAsync(s => s.Tasks.FindAsync(task.Id, default)))!;
    }
}
