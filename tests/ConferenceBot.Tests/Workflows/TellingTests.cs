using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>When a person is told: the cap on prompts, working hours, and silence while a conference is under way.</summary>
public sealed class TellingTests : StoreTest
{
    private readonly PersonId _gita = Some.Person();

    private Desk Desk => field ??= new Desk(Host);

    [Fact]
    public async Task A_first_prompt_in_working_hours_is_told_at_once_and_counts_for_the_day()
    {
        var task = (await Desk.ConferenceAsync(19, _gita)).Tasks[0];
        await TellAsync(Prompt(task));
        Assert.Equal(Desk.Now, await DueAsync());
        await GatherAsync();

        Assert.Equal(task.Id.Value, Assert.Single(await CardsOfAsync(task)).Subject);
        Assert.Null(await DueAsync());
        Assert.Equal(Desk.Now, (await Desk.ReadAsync(s => s.People.FindAsync(_gita, default)))!.LastPromptedAt);
    }

    [Fact]
    public async Task A_second_prompt_of_a_day_waits_for_the_next_working_morning()
    {
        var (first, second) = ((await Desk.ConferenceAsync(19, _gita)).Tasks[0], (await Desk.ConferenceAsync(20, _gita)).Tasks[0]);
        await TellAsync(Prompt(first));
        await GatherAsync();
        await TellAsync(Prompt(second));
        Assert.Equal(Desk.At(12, 9), await DueAsync());

        await GatherAsync();
        Assert.Empty(await CardsOfAsync(second));
        Desk.Now = Desk.At(12, 9);
        await GatherAsync();
        Assert.Single(await CardsOfAsync(second));
    }

    [Fact]
    public async Task A_prompt_on_a_Friday_evening_waits_until_Monday()
    {
        var task = (await Desk.ConferenceAsync(26, _gita)).Tasks[0];
        Desk.Now = Desk.At(15, 20);
        await TellAsync(Prompt(task));
        Assert.Equal(Desk.At(18, 9), await DueAsync());
    }

    [Fact]
    public async Task Nobody_is_told_anything_while_their_conference_is_under_way_and_everything_after_it()
    {
        var (conference, _) = await Desk.ConferenceAsync(19, _gita);
        Desk.Now = Desk.At(19, 10, 30);
        var alert = Now("flag/1", ToastKind.Reply) with { Conference = conference.Id, Subject = conference.Id.Value };
        await TellAsync(alert);
        Assert.Equal(Desk.At(19, 12), await DueAsync());
        await GatherAsync();
        Assert.Empty(await CardsAsync(alert.Subject));

        Desk.Now = Desk.At(19, 12);
        await GatherAsync();
        Assert.Single(await CardsAsync(alert.Subject));
        Assert.Null(await DueAsync());
    }

    [Fact]
    public async Task What_a_person_has_just_asked_for_comes_even_then()
    {
        await Desk.ConferenceAsync(19, _gita);
        Desk.Now = Desk.At(19, 10, 30);
        var asked = Now("asked/1", ToastKind.Quiet);
        await TellAsync(asked);
        Assert.Single(await CardsAsync(asked.Subject));
    }

    [Fact]
    public async Task Of_several_that_wait_the_first_instant_is_kept_and_each_is_told_when_it_may_be()
    {
        await Desk.ConferenceAsync(11, _gita);
        var later = (await Desk.ConferenceAsync(19, _gita)).Tasks[0];
        await Desk.WriteAsync(s => s.People.SaveAsync(new Reach(_gita, null, null, Desk.At(11, 9), null), default));
        Desk.Now = Desk.At(11, 11);
        var alert = Now("flag/1", ToastKind.Reply);
        await TellAsync(Prompt(later), alert);
        Assert.Equal(Desk.At(11, 12), await DueAsync());

        Desk.Now = Desk.At(11, 12);
        await GatherAsync();
        Assert.Single(await CardsAsync(alert.Subject));
        Assert.Empty(await CardsOfAsync(later));
        Assert.Equal(Desk.At(12, 9), await DueAsync());
    }

    [Fact]
    public async Task Prompts_that_wait_together_become_one_list_and_what_was_answered_meanwhile_is_left_out()
    {
        var tasks = new List<ReportTask>();
        foreach (var day in new[] { 19, 20, 21 }) tasks.Add((await Desk.ConferenceAsync(day, _gita)).Tasks[0]);
        await TellAsync([.. tasks.Select(Prompt)]);
        await Desk.WriteAsync(s => s.Tasks.SaveAsync(tasks[2] with { Status = ReportStatus.Withdrawn, Version = 2 }, default));
        await GatherAsync();

        var told = await Desk.ReadAsync(s => s.Record.DeliveriesAsync(10, default));
        var list = Assert.Single(told).Copy!;
        Assert.Equal(CardKind.PromptDigest, list.Kind);
        Assert.Equal(tasks.Take(2).Select(t => t.Id.Value), (await Desk.ReadAsync(s => s.Cards.OfParentAsync(list.Id, default))).Select(c => c.Subject));
        Assert.Empty(await Desk.ReadAsync(s => s.Notices.WaitingAsync(_gita, default)));
    }

    private Notice Prompt(ReportTask task) =>
        new($"prompt/{task.Id}/v1/", _gita, CardKind.Prompt, task.Id.Value, task.Conference, Urgency.Routine, ToastKind.Task);

    private Notice Now(string key, ToastKind toast) => new(key, _gita, CardKind.Help, Some.Id(), null, Urgency.Now, toast);

    private Task TellAsync(params Notice[] notices) => Desk.WriteAsync(s => Desk.Telling.TellAsync(s, [.. notices], Desk.Clock, default));

    private Task GatherAsync() => Desk.WriteAsync(s => Desk.Gather.GatherAsync(s, _gita, Desk.Clock, default));

    private Task<IReadOnlyList<CardCopy>> CardsOfAsync(ReportTask task) => CardsAsync(task.Id.Value);

    private Task<IReadOnlyList<CardCopy>> CardsAsync(Guid subject) => Desk.ReadAsync(s => s.Cards.OfSubjectAsync(subject, default));

    private async Task<DateTimeOffset?> DueAsync() =>
        (await Desk.ReadAsync(s => s.Record.DuesAsync(default))).SingleOrDefault(d => d.Kind == DueKind.Prompts && d.Id == _gita.Value)?.At;
}
