using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Tests.Store;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>One conference in the calendars of its organiser and of people invited to it, which do not always agree.</summary>
public sealed class SeveralMailboxesTests : StoreTest
{
    private const string Ours = CalendarDesk.Ours, Chair = CalendarDesk.Chair, Teacher = CalendarDesk.Teacher;

    private CalendarDesk Calendars => field ??= new CalendarDesk(Host);

    [Fact]
    public async Task The_same_event_in_several_mailboxes_is_one_conference_that_is_cancelled_with_its_last()
    {
        foreach (var mailbox in new[] { Chair, Ours, Teacher }) await Calendars.LookAsync(mailbox, CalendarDesk.On(28));
        await Calendars.GoneAsync(Teacher);
        await Calendars.GoneAsync(Ours);
        Assert.Equal((ConferenceStatus.Planned, 1), await StateAsync());

        await Calendars.GoneAsync(Chair);
        Assert.Equal((ConferenceStatus.Cancelled, 1), await StateAsync());
    }

    [Fact]
    public async Task A_mailbox_that_still_shows_the_older_time_does_not_move_the_conference_back()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.LookAsync(Chair, CalendarDesk.On(28));
        await Calendars.GatherAsync();
        await Calendars.LookAsync(Ours, CalendarDesk.On(29));
        for (var hour = 0; hour < 3; hour++)
        {
            await Calendars.LookAsync(Chair, CalendarDesk.On(28) with { ModifiedAt = Desk.At(12, hour) });
            await Calendars.LookAsync(Ours, CalendarDesk.On(29));
        }

        await Calendars.LookAsync(Chair, CalendarDesk.On(29));
        Assert.Equal((ConferenceStatus.Planned, 2), await StateAsync());
        Assert.Equal(Desk.At(29, 10), (await Calendars.ConferenceAsync()).Slot.Start);
        Assert.Equal([(ToastKind.Task, true), (ToastKind.Moved, false)], await Calendars.CardsAsync());
    }

    [Fact]
    public async Task An_invited_person_s_mailbox_read_before_the_organiser_s_only_waits_to_be_put_right()
    {
        await Calendars.LookAsync(Chair, CalendarDesk.On(28, Ours, Chair));
        await Calendars.LookAsync(Ours, CalendarDesk.On(29));
        await Calendars.LookAsync(Chair, CalendarDesk.On(28, Ours, Chair));

        var conference = await Calendars.ConferenceAsync();
        Assert.Equal((Desk.At(29, 10), 2), (conference.Slot.Start, conference.Participants.Length));
    }

    [Fact]
    public async Task A_mailbox_that_shows_fewer_people_or_another_type_takes_nobody_off_and_changes_no_type()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.LookAsync(Chair, CalendarDesk.On(28, Ours, Chair) with
        {
            Recognised = new(ConferenceType.Review, "CP-1"), ModifiedAt = Desk.At(12, 9),
        });

        var conference = await Calendars.ConferenceAsync();
        Assert.Equal((2, ConferenceType.Initial), (conference.Participants.Length, conference.Type));
        Assert.Equal("Open", (await Calendars.TaskAsync()).Status.ToString());
    }

    [Fact]
    public async Task Taken_off_the_list_is_a_cancelled_copy_in_one_mailbox_and_no_cancelled_conference()
    {
        await Calendars.LookAsync(Chair, CalendarDesk.On(28));
        await Calendars.LookAsync(Teacher, CalendarDesk.On(28));
        await Calendars.LookAsync(Chair, CalendarDesk.On(28) with { Cancelled = true, ModifiedAt = Desk.At(12, 9) });
        Assert.Equal((ConferenceStatus.Planned, 1), await StateAsync());
    }

    [Fact]
    public async Task The_organiser_cancels_by_deleting_and_everybody_else_s_copy_says_so()
    {
        foreach (var mailbox in new[] { Ours, Chair, Teacher }) await Calendars.LookAsync(mailbox, CalendarDesk.On(28));
        await Calendars.GoneAsync(Ours);
        await Calendars.LookAsync(Teacher, CalendarDesk.On(28) with { Cancelled = true });
        Assert.Equal((ConferenceStatus.Planned, 1), await StateAsync());

        await Calendars.LookAsync(Chair, CalendarDesk.On(28) with { Cancelled = true });
        Assert.Equal((ConferenceStatus.Cancelled, 1), await StateAsync());
    }

    [Fact]
    public async Task A_cancelled_copy_that_is_left_counts_for_nothing_when_the_last_one_that_stood_is_deleted()
    {
        await Calendars.LookAsync(Chair, CalendarDesk.On(28));
        await Calendars.LookAsync(Teacher, CalendarDesk.On(28));
        await Calendars.LookAsync(Teacher, CalendarDesk.On(28) with { Cancelled = true });
        await Calendars.GoneAsync(Chair);
        Assert.Equal((ConferenceStatus.Cancelled, 1), await StateAsync());
    }

    [Fact]
    public async Task What_the_organiser_s_calendar_cancelled_stays_cancelled_though_another_copy_is_not_yet_told()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.LookAsync(Chair, CalendarDesk.On(28));
        await Calendars.LookAsync(Ours, CalendarDesk.On(28) with { Cancelled = true });
        await Calendars.LookAsync(Chair, CalendarDesk.On(28) with { ModifiedAt = Desk.At(12, 9) });
        await Calendars.GoneAsync(Ours);
        await Calendars.LookAsync(Chair, CalendarDesk.On(28) with { ModifiedAt = Desk.At(12, 10) });
        Assert.Equal((ConferenceStatus.Cancelled, 1), await StateAsync());
    }

    [Fact]
    public async Task While_the_organiser_s_mailbox_cannot_be_read_a_new_time_from_another_counts_and_is_not_taken_back()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.LookAsync(Chair, CalendarDesk.On(28, Ours, Chair));
        await Calendars.AwayAsync(Ours);
        await Calendars.LookAsync(Chair, CalendarDesk.On(28, Ours, Chair));
        await Calendars.LookAsync(Chair, CalendarDesk.On(29, Ours, Chair) with { ModifiedAt = Desk.At(12, 9) });
        Assert.Equal((ConferenceStatus.Planned, 2), await StateAsync());
        Assert.Equal(2, (await Calendars.ConferenceAsync()).Participants.Length);

        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        Assert.Equal((ConferenceStatus.Planned, 2), await StateAsync());

        await Calendars.LookAsync(Ours, CalendarDesk.On(29));
        Assert.Equal((ConferenceStatus.Planned, 2), await StateAsync());
    }

    [Fact]
    public async Task A_mailbox_that_was_taken_out_of_the_settings_does_not_speak_any_more()
    {
        await Calendars.LookAsync(Ours, CalendarDesk.On(28));
        await Calendars.LookAsync(Chair, CalendarDesk.On(28));
        Calendars.Desk.Boxes.Remove(Ours);
        await Calendars.LookAsync(Chair, CalendarDesk.On(29));
        Assert.Equal((ConferenceStatus.Planned, 2), await StateAsync());

        await Calendars.GoneAsync(Chair);
        Assert.Equal((ConferenceStatus.Cancelled, 2), await StateAsync());
    }

    [Fact]
    public async Task Looking_again_reads_the_copy_that_is_believed()
    {
        await Calendars.LookAsync(Chair, CalendarDesk.On(28));
        await Calendars.LookAsync(Ours, CalendarDesk.On(28, Ours, Chair));
        Assert.Single((await Calendars.ConferenceAsync()).Participants);

        Calendars.Desk.Events[$"in {Chair}"] = CalendarDesk.On(28, Ours) with { Id = $"in {Chair}" };
        Calendars.Desk.Events[$"in {Ours}"] = CalendarDesk.On(28) with { Id = $"in {Ours}", OfOrganiser = true };
        await Calendars.Desk.Again.LookAsync(StoreHost.Here, (await Calendars.ConferenceAsync()).Id, default);
        Assert.Equal(2, (await Calendars.ConferenceAsync()).Participants.Length);
    }

    private async Task<(ConferenceStatus, int)> StateAsync()
    {
        var conference = await Calendars.ConferenceAsync();
        return (conference.Status, conference.ScheduleVersion);
    }
}
