using ConferenceBot.Domain.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

/// <summary>Whom to believe when several calendars hold the same conference.</summary>
public sealed class CalendarCopyTests
{
    private static readonly Conference Known = Some.Conference();
    private static readonly DateTimeOffset Then = Known.FirstSeen;
    private static readonly Slot Older = Some.SlotAt("2026-06-25 10:00");

    [Fact]
    public void The_only_copy_is_followed()
    {
        Assert.Equal(CopyVerdict.Follow, Hear(null, Copy("a"), null));
        Assert.Equal(CopyVerdict.Follow, Hear(Known, Copy("a"), Copy("a")));
        Assert.Equal(CopyVerdict.Follow, Hear(Known, Copy("a") with { Slot = Older }, Copy("a")));
        Assert.Equal(CopyVerdict.Cancel, Hear(Known, Copy("a") with { Cancelled = true }, Copy("a")));
    }

    [Fact]
    public void The_organiser_s_copy_is_believed_whatever_is_said_later_elsewhere()
    {
        var organiser = Copy("a") with { OfOrganiser = true };
        var later = Copy("b") with { Slot = Older, ChangedAt = Then.AddDays(1) };
        Assert.Equal(CopyVerdict.Ignore, Hear(Known, later, null, organiser));
        Assert.Equal(CopyVerdict.Follow, Hear(Known, organiser with { Type = ConferenceType.Review }, organiser, later));
    }

    [Fact]
    public void Without_the_organiser_s_copy_what_was_said_last_counts()
    {
        Assert.Equal(CopyVerdict.Ignore, Hear(Known, Copy("b") with { Slot = Older, ChangedAt = Then.AddMinutes(-1) }, null, Copy("a")));
        Assert.Equal(CopyVerdict.Follow, Hear(Known, Copy("b") with { Slot = Older, ChangedAt = Then.AddMinutes(1) }, null, Copy("a")));
    }

    [Fact]
    public void An_answer_or_a_reminder_on_a_stale_copy_is_not_something_new()
    {
        var stale = Copy("b") with { Slot = Older, ChangedAt = Then.AddDays(-1) };
        var (kept, verdict) = CalendarCopies.Hear(Known, stale with { ChangedAt = Then.AddDays(2) }, stale, [Copy("a")]);
        Assert.Equal((stale, CopyVerdict.Ignore), (kept, verdict));
    }

    [Fact]
    public void A_copy_that_is_no_longer_the_organiser_s_says_something_new_once()
    {
        var ours = Copy("b") with { OfOrganiser = true };
        var handed = ours with { OfOrganiser = false, ChangedAt = Then.AddDays(1) };
        Assert.Equal(CopyVerdict.Follow, Hear(Known, handed, ours, Copy("a")));
        Assert.Equal(CopyVerdict.Ignore, Hear(Known, Copy("b"), Copy("b"), Copy("a")));
    }

    [Fact]
    public void A_stale_copy_that_is_left_alone_does_not_take_the_conference_back()
    {
        var stale = Copy("b") with { Slot = Older };
        Assert.Equal(CopyVerdict.Ignore, Hear(Known, stale with { ChangedAt = Then.AddDays(1) }, stale));
        Assert.Equal(CopyVerdict.Ignore, Hear(Known.Cancelled(), Copy("b"), Copy("b")));
        Assert.Equal(CopyVerdict.Follow, Hear(Known, Copy("b"), stale));
    }

    [Fact]
    public void Whoever_is_taken_off_the_list_has_a_cancelled_copy_and_the_conference_stands()
    {
        var off = Copy("b") with { Cancelled = true, ChangedAt = Then.AddDays(1) };
        Assert.Equal(CopyVerdict.Ignore, Hear(Known, off, Copy("b"), Copy("a")));
        Assert.Equal(CopyVerdict.Cancel, Hear(Known, off, Copy("b"), Copy("a") with { Cancelled = true, ChangedAt = Then.AddDays(2) }));
    }

    [Fact]
    public void What_the_organiser_cancelled_is_cancelled_though_another_copy_stands()
    {
        var cancelled = Copy("a") with { OfOrganiser = true, Cancelled = true };
        Assert.Equal(CopyVerdict.Cancel, Hear(Known, cancelled, Copy("a"), Copy("b")));
        Assert.Equal(CopyVerdict.Ignore, Hear(Known.Cancelled(), Copy("b") with { People = 9 }, Copy("b"), cancelled));
    }

    [Fact]
    public void While_the_organiser_s_calendar_cannot_be_read_only_a_new_time_is_taken_from_another()
    {
        var organiser = Copy("a") with { OfOrganiser = true };
        var news = Copy("b") with { Slot = Older, ChangedAt = Then.AddHours(1) };
        Assert.Equal(CopyVerdict.FollowTime, CalendarCopies.Hear(Known, news, Copy("b"), [organiser], organiserAway: true).Verdict);
        Assert.Equal(CopyVerdict.Ignore, CalendarCopies.Hear(Known, Copy("b"), Copy("b"), [organiser with { People = 1 }], organiserAway: true).Verdict);
        Assert.Equal(CopyVerdict.Ignore, CalendarCopies.Hear(Known, news with { Cancelled = true }, Copy("b"), [organiser], organiserAway: true).Verdict);
    }

    [Fact]
    public void Of_two_that_were_said_at_one_time_the_one_that_shows_more_people_is_believed()
    {
        Assert.Equal(CopyVerdict.Ignore, Hear(Known, Copy("b") with { People = 1 }, null, Copy("c")));
        Assert.Equal(CopyVerdict.Follow, Hear(Known, Copy("c") with { People = 6 }, null, Copy("b")));
    }

    [Fact]
    public void Copies_that_are_read_again_and_again_never_move_the_conference_to_and_fro()
    {
        var slots = new[] { Some.Slot, Older, Some.SlotAt("2026-06-26 09:00") };
        var copies = Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 3], (organiser, off, slot, people, at) =>
            Copy("x") with { OfOrganiser = organiser, Cancelled = off, Slot = slots[slot], People = people, ChangedAt = Then.AddHours(at) }).Array[1, 4];
        Gen.Select(copies, Gen.Int[0, 3].Array[0, 30]).Sample((said, order) =>
        {
            var kept = new Dictionary<string, CalendarCopy>();
            var conference = Known;
            void Look(int i)
            {
                var seen = said[i % said.Length] with { Mailbox = $"{i % said.Length}" };
                var (keep, verdict) = CalendarCopies.Hear(
                    conference, seen, kept.GetValueOrDefault(seen.Mailbox), [.. kept.Values.Where(c => c.Mailbox != seen.Mailbox)]);
                kept[seen.Mailbox] = keep;
                if (verdict != CopyVerdict.Ignore)
                    conference = conference.See(Some.Sighting(conference) with { Slot = seen.Slot, Cancelled = verdict == CopyVerdict.Cancel }).After;
            }

            for (var i = 0; i < said.Length; i++) Look(i);
            var settled = conference;
            foreach (var i in order) Look(i);
            Assert.Equal(settled, conference);
            var first = CalendarCopies.InOrder(kept.Values)[0];
            Assert.Equal(first.Cancelled, conference.Status == ConferenceStatus.Cancelled);
            if (!first.Cancelled) Assert.Equal(first.Slot, conference.Slot);
        });
    }

    private static CopyVerdict Hear(Conference? known, CalendarCopy seen, CalendarCopy? before, params CalendarCopy[] others) =>
        CalendarCopies.Hear(known, seen, before, others).Verdict;

    private static CalendarCopy Copy(string mailbox) => new(mailbox, "e", false, false, Known.Type, Known.Slot, 5, Then);
}
