using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Tests.Store;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>What a calendar can do to a conference, and what comes of it.</summary>
public sealed class CalendarCaseTests : StoreTest
{
    private const string Ours = CalendarDesk.Ours, Chair = CalendarDesk.Chair, Other = CalendarDesk.Other, Teacher = CalendarDesk.Teacher;

    private CalendarDesk Calendars => field ??= new CalendarDesk(Host);

    [Fact]
    public async Task A_conference_moved_after_the_prompts_is_told_once_at_once_and_the_old_card_is_replaced()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.GatherAsync();
        Assert.Equal([(ToastKind.Task, false)], await Calendars.CardsAsync());
        var before = TaskDeadlines.Of(await Calendars.ConferenceAsync(), await Calendars.TaskAsync(), Calendars.Desk.Clock);

        Calendars.Desk.Now = Desk.At(12, 21);
        await Calendars.LookAsync(Ours, CalendarDesk.On(29));
        await Calendars.LookAsync(Ours, CalendarDesk.On(29));
        await Calendars.GatherAsync();

        Assert.Equal([(ToastKind.Task, true), (ToastKind.Moved, false)], await Calendars.CardsAsync());
        var after = TaskDeadlines.Of(await Calendars.ConferenceAsync(), await Calendars.TaskAsync(), Calendars.Desk.Clock);
        Assert.Equal((TimeSpan.FromDays(1), false), (after.Chair - before.Chair, after.LateBooked));
    }

    [Fact]
    public async Task Moved_back_is_a_move_of_its_own_and_told_once_more()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.GatherAsync();
        await Calendars.LookAsync(Ours, CalendarDesk.On(29));
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));

        Assert.Equal([(ToastKind.Task, true), (ToastKind.Moved, true), (ToastKind.Moved, false)], await Calendars.CardsAsync());
        Assert.Equal((3, Desk.At(28, 10)), ((await Calendars.ConferenceAsync()).ScheduleVersion, (await Calendars.ConferenceAsync()).Slot.Start));
    }

    [Fact]
    public async Task A_move_to_tomorrow_is_nobody_s_lateness()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.GatherAsync();
        Calendars.Desk.Now = Desk.At(11, 20);
        await Calendars.LookAsync(Ours, CalendarDesk.On(12));

        Assert.Equal([(ToastKind.Task, true), (ToastKind.Moved, false)], await Calendars.CardsAsync());
        var deadlines = TaskDeadlines.Of(await Calendars.ConferenceAsync(), await Calendars.TaskAsync(), Calendars.Desk.Clock);
        Assert.True(deadlines.LateBooked);
        Assert.Equal(Desk.At(12, 10), deadlines.Chair);
    }

    [Fact]
    public async Task A_move_while_the_prompt_still_waits_takes_its_place()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.LookAsync(Ours, CalendarDesk.On(29));
        await Calendars.GatherAsync();
        Assert.Equal([(ToastKind.Moved, false)], await Calendars.CardsAsync());
    }

    [Fact]
    public async Task An_event_that_stops_being_a_conference_asks_for_nothing_and_one_that_is_one_again_asks_again()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.GatherAsync();
        await Calendars.LookAsync(Ours, CalendarDesk.On(28) with { Recognised = null, People = [] });
        Assert.Equal((ConferenceStatus.Cancelled, ReportStatus.Withdrawn), ((await Calendars.ConferenceAsync()).Status, (await Calendars.TaskAsync()).Status));

        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        var conferences = await Calendars.Desk.ReadAsync(s => s.Record.ConferencesAsync(10, default));
        Assert.Equal(ConferenceStatus.Planned, conferences.Single(c => c.Status != ConferenceStatus.Cancelled).Status);
    }

    [Fact]
    public async Task An_event_that_becomes_a_conference_is_one_from_then_on()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28) with { Recognised = null, People = [] });
        Assert.Empty(await Calendars.Desk.ReadAsync(s => s.Record.ConferencesAsync(10, default)));

        Calendars.Desk.Now = Desk.At(12, 10);
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        Assert.Equal(Desk.At(12, 10), (await Calendars.ConferenceAsync()).FirstSeen);
    }

    [Fact]
    public async Task A_chair_who_is_replaced_hands_over_and_of_several_chairs_the_one_who_has_it_keeps_it()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28, Chair, Teacher));
        await Calendars.LookAsync(Ours, CalendarDesk.On(28, Other, Chair, Teacher));
        Assert.Equal(Calendars.Person(Chair), (await Calendars.ConferenceAsync()).Chair);

        await Calendars.LookAsync(Ours, CalendarDesk.On(28, Other, Teacher));
        Assert.Equal(Calendars.Person(Other), (await Calendars.ConferenceAsync()).Chair);

        await Calendars.LookAsync(Ours, CalendarDesk.On(28, Teacher));
        Assert.Null((await Calendars.ConferenceAsync()).Chair);
        Assert.Equal(1, (await Calendars.ConferenceAsync()).ScheduleVersion);
    }

    [Fact]
    public async Task Somebody_taken_off_and_put_on_again_is_asked_again_and_an_answer_in_the_calendar_changes_nothing()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.LookAsync(Ours, CalendarDesk.On(28, Ours, Chair));
        Assert.Equal(ReportStatus.Withdrawn, (await Calendars.TaskAsync()).Status);

        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        var asked = await Calendars.TaskAsync();
        await Calendars.LookAsync(Ours, CalendarDesk.On(28) with { ModifiedAt = Desk.At(12, 9) });
        Assert.Equal((ReportStatus.Open, asked.Version), ((await Calendars.TaskAsync()).Status, (await Calendars.TaskAsync()).Version));
    }
}
