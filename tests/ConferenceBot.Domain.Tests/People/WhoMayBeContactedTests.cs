using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.People;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.People;

/// <summary>Nobody unconfirmed is ever contacted, and "not a professional here" beats everything.</summary>
public sealed class WhoMayBeContactedTests
{
    private static readonly KnownPart Social = new(Some.Office, ParticipantRole.Practitioner);

    /// <summary>Few people behind many addresses, so that one person often has several.</summary>
    private static readonly Gen<Invited> AnyInvited = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 4]).Select((person, part, confirmed, here) => new Invited(
        person == 0 ? null : Some.Person(person),
        part switch { 0 => Social, 1 => new KnownPart(Some.Office, ParticipantRole.Chair), _ => null },
        confirmed ? Some.School : null, here == 0));

    private static readonly Gen<Invited[]> AnyList = AnyInvited.Array[0, 12];

    [Fact]
    public void A_member_of_a_group_who_is_not_a_professional_here_is_not_contacted() =>
        AssertOne(AttendeeStanding.NotHere, new Invited(Some.Author, Social, null, NotHere: true));

    [Fact]
    public void A_professional_of_the_council_who_is_not_one_here_is_not_contacted() =>
        AssertOne(AttendeeStanding.NotHere, new Invited(Some.Author, null, Some.School, NotHere: true));

    [Fact]
    public void An_account_alone_is_no_part() => AssertOne(AttendeeStanding.Waiting, new Invited(Some.Author, null, null, NotHere: false));

    [Fact]
    public void A_confirmed_professional_without_an_account_is_not_reached() =>
        AssertOne(AttendeeStanding.NotInTeams, new Invited(null, null, Some.School, NotHere: false));

    [Fact]
    public void A_confirmed_professional_with_an_account_writes_a_report_for_that_agency()
    {
        var (participants, standings) = WhoMayBeContacted.Of([new Invited(Some.Author, null, Some.School, NotHere: false)]);
        Assert.Equal(new Participant(Some.Author, Some.School, ParticipantRole.Practitioner), Assert.Single(participants));
        Assert.Equal([AttendeeStanding.Contacted], standings);
    }

    [Fact]
    public void What_was_said_of_one_address_holds_for_every_address_of_that_person()
    {
        var (participants, standings) = WhoMayBeContacted.Of(
            [new Invited(Some.Author, null, null, NotHere: true), new Invited(Some.Author, Social, Some.School, NotHere: false)]);
        Assert.Empty(participants);
        Assert.Equal([AttendeeStanding.NotHere, AttendeeStanding.NotHere], standings);
    }

    [Fact]
    public void Nobody_without_a_part_or_a_confirmation_ever_becomes_a_participant() => AnyList.Sample(all =>
    {
        var (participants, _) = WhoMayBeContacted.Of(all);
        Assert.All(participants, p => Assert.Contains(all, one => one.Person == p.Person && (one.Part is not null || one.ConfirmedAs is not null)));
    });

    [Fact]
    public void Nobody_who_is_not_a_professional_here_is_ever_contacted() => AnyList.Sample(all =>
    {
        var (participants, standings) = WhoMayBeContacted.Of(all);
        Assert.All(all.Where(one => one.NotHere && one.Person is not null), one => Assert.DoesNotContain(participants, p => p.Person == one.Person));
        Assert.All(all.Zip(standings).Where(pair => pair.First.NotHere), pair => Assert.Equal(AttendeeStanding.NotHere, pair.Second));
    });

    [Fact]
    public void Each_person_is_a_participant_once_and_what_is_said_of_them_agrees() => AnyList.Sample(all =>
    {
        var (participants, standings) = WhoMayBeContacted.Of(all);
        Assert.Equal(participants.Length, participants.Select(p => p.Person).Distinct().Count());
        Assert.Equal(all.Length, standings.Length);
        var contacted = all.Zip(standings).Where(pair => pair.Second == AttendeeStanding.Contacted).Select(pair => pair.First.Person!.Value).ToHashSet();
        Assert.Equal(contacted, participants.Select(p => p.Person).ToHashSet());
    });

    /// <summary>Attendees come and go, verdicts are given and taken back, in any order: only the present facts count.</summary>
    [Fact]
    public void After_any_changes_verdicts_and_revocations_only_the_confirmed_are_contacted() =>
        Gen.Select(AnyList, Gen.Select(Gen.Int[0, 11], Gen.Int[0, 5]).Array[0, 30]).Sample((start, steps) =>
        {
            var all = start.ToList();
            foreach (var (at, step) in steps)
            {
                if (all.Count == 0) break;
                var (i, one) = (at % all.Count, all[at % all.Count]);
                if (step == 0) all.RemoveAt(i);
                else all[i] = step switch
                {
                    1 => one with { ConfirmedAs = Some.School },
                    2 => one with { ConfirmedAs = null },
                    3 => one with { NotHere = true },
                    4 => one with { NotHere = false },
                    _ => one with { Part = one.Part is null ? Social : null },
                };
                var (participants, _) = WhoMayBeContacted.Of(all);
                Assert.All(participants, p =>
                {
                    Assert.Contains(all, o => o.Person == p.Person && (o.Part is not null || o.ConfirmedAs is not null));
                    Assert.DoesNotContain(all, o => o.Person == p.Person && o.NotHere);
                });
            }
        });

    private static void AssertOne(AttendeeStanding expected, Invited one)
    {
        var (participants, standings) = WhoMayBeContacted.Of([one]);
        Assert.Equal(expected, Assert.Single(standings));
        Assert.Empty(participants);
    }
}
