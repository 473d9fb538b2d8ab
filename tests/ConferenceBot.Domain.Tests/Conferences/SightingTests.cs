using ConferenceBot.Domain.Conferences;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class SightingTests
{
    private static readonly Conference Conference = Some.Conference();
    private static readonly Sighting Same = Some.Sighting(Conference);

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var (after, change) = Conference.See(Same with { Participants = [.. Same.Participants] });
        Assert.Same(Conference, after);
        Assert.Equal(SightingChange.None, change);
    }

    [Fact]
    public void A_move_gives_a_new_schedule_and_keeps_the_reference()
    {
        var (after, change) = Conference.See(Same with { Slot = Some.SlotAt("2026-06-25 10:00") });
        Assert.Equal((SightingChange.Moved, 2, Some.SlotAt("2026-06-25 10:00")), (change, after.ScheduleVersion, after.Slot));
        Assert.Equal((Conference.Id, Conference.Reference, Conference.FirstSeen), (after.Id, after.Reference, after.FirstSeen));
    }

    [Fact]
    public void A_longer_conference_has_moved_too() =>
        Assert.Equal(SightingChange.Moved, Conference.See(Same with { Slot = new Slot(Same.Slot.Start, Same.Slot.End.AddHours(1)) }).Change);

    [Fact]
    public void Another_type_is_not_a_move()
    {
        var (after, change) = Conference.See(Same with { Type = ConferenceType.Review });
        Assert.Equal((SightingChange.Type, 1, ConferenceType.Review), (change, after.ScheduleVersion, after.Type));
    }

    [Fact]
    public void Other_people_another_chair_or_another_count_of_strangers_change_the_people()
    {
        var replaced = Conference.See(Same with
        {
            Chair = Some.OtherChair, Participants = [.. Same.Participants.Select(p => p.Role == ParticipantRole.Chair ? p with { Person = Some.OtherChair } : p)],
        });
        Assert.Equal((SightingChange.People, (PersonId?)Some.OtherChair), (replaced.Change, replaced.After.Chair));
        Assert.Equal(SightingChange.People, Conference.See(Same with { Participants = [] }).Change);
        var (after, change) = Conference.See(Same with { Unconfirmed = 3 });
        Assert.Equal((SightingChange.People, 3, 1), (change, after.Unconfirmed, after.ScheduleVersion));
    }

    [Fact]
    public void A_list_in_another_order_changes_nothing_and_with_several_chairs_the_first_keeps_it()
    {
        var second = new Participant(Some.OtherChair, Same.Participants[0].Agency, ParticipantRole.Chair);
        var first = second with { Person = Conference.Chair ?? throw new InvalidOperationException("No chair.") };
        var two = Conference with { Participants = [.. Same.Participants.Where(p => p.Person != first.Person), first, second] };
        var turned = new Sighting(two.Type, two.Slot, false, second.Person, [.. two.Participants.Reverse()], two.Unconfirmed);
        Assert.Equal((two, SightingChange.None), two.See(turned));
        var (after, change) = two.See(turned with { Participants = [.. turned.Participants.Where(p => p != first)] });
        Assert.Equal((SightingChange.People, (PersonId?)second.Person), (change, after.Chair));
    }

    [Fact]
    public void Several_changes_at_once_are_all_told() =>
        Assert.Equal(
            SightingChange.Moved | SightingChange.Type | SightingChange.People,
            Conference.See(new Sighting(ConferenceType.Review, Some.SlotAt("2026-06-25 10:00"), false, null, [], 1)).Change);

    [Fact]
    public void A_cancellation_is_told_once_and_keeps_what_was_known()
    {
        var (after, change) = Conference.See(Same with { Cancelled = true, Participants = [], Chair = null });
        Assert.Equal((SightingChange.Cancelled, ConferenceStatus.Cancelled, 1), (change, after.Status, after.ScheduleVersion));
        Assert.Equal(Conference.Participants, after.Participants);
        Assert.Equal((after, SightingChange.None), after.See(Same with { Cancelled = true }));
    }

    [Fact]
    public void A_cancellation_taken_back_is_a_move_even_at_the_same_time()
    {
        var (after, change) = Conference.Cancelled().See(Same);
        Assert.Equal((SightingChange.Moved, ConferenceStatus.Planned, 2), (change, after.Status, after.ScheduleVersion));
    }

    [Fact]
    public void A_conference_is_under_way_from_its_start_until_before_its_end_unless_cancelled()
    {
        Assert.False(Conference.IsUnderWay(Some.Slot.Start.AddTicks(-1)));
        Assert.True(Conference.IsUnderWay(Some.Slot.Start));
        Assert.False(Conference.IsUnderWay(Some.Slot.End));
        Assert.False(Conference.Cancelled().IsUnderWay(Some.Slot.Start));
    }
}
