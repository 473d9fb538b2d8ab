using ConferenceBot.Calendars;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.OwnCalendar;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>What the sample council and its three weeks hold.</summary>
public sealed class CouncilSampleTests
{
    private static readonly Recognition Bot = new(new RecognitionOptions { Categories = [Replacing.Category] });
    private readonly Tenant _tenant;
    private readonly IReadOnlyList<CalendarEntry> _entries;

    public CouncilSampleTests() => (_tenant, _entries) = SampleCouncil.Load(null);

    private IEnumerable<(CalendarEntry Entry, ConferenceType Type)> Recognised => _entries.Where(entry => entry is { Type: not "seriesMaster", Sensitivity: "normal" })
        .Select(entry => (entry, Bot.Look(entry.Subject, entry.Categories).Result.Type)).Where(pair => pair.Type is not null).Select(pair => (pair.entry, pair.Type!.Value));

    [Fact]
    public void Twelve_conferences_of_every_type_stand_in_three_weeks()
    {
        var days = Recognised.Select(pair => pair.Entry.Start).Order().ToList();

        Assert.Equal(12, days.Count);
        Assert.Equal(Enum.GetValues<ConferenceType>().Order(), Recognised.Select(pair => pair.Type).Distinct().Order());
        Assert.True(days[0] >= _tenant.Start && days[^1] < _tenant.Start.AddDays(21));
        Assert.All(Recognised, pair => Assert.True(Conferences.Stands(pair.Entry)));
    }

    [Fact]
    public void Sixty_people_work_in_nine_agencies_under_one_head_of_service()
    {
        Assert.Equal(60, _tenant.People.Count);
        Assert.Equal(60, _tenant.People.Select(person => person.Id).Concat([_tenant.Mailbox.Id]).Distinct().Count() - 1);
        Assert.Equal(60, _tenant.People.Select(person => person.Mail).Distinct().Count());
        Assert.Equal(60, _tenant.People.Select(person => person.Role).Distinct().Count());
        Assert.Equal(9, _tenant.People.Select(person => person.AgencyKey).OfType<string>().Distinct().Count());
        Assert.All(_tenant.Agencies, agency => Assert.Contains(agency.Kind, Enum.GetNames<AgencyKind>()));
        var head = _tenant.Named("Head of service").Id;
        Assert.All(_tenant.People.Where(person => person.AgencyKey == "social-care"), person => Assert.Equal(head, Top(person)));
        Assert.True(_tenant.People.Count(person => person.Groups.Contains(_tenant.ChairsGroup)) > 3);
        Assert.Contains(_tenant.People, person => person.Leave is not null);
    }

    [Fact]
    public void The_nursery_has_private_addresses_and_is_unknown_until_confirmed()
    {
        var nursery = _tenant.People.Where(person => person.AgencyKey == "nursery").ToList();

        Assert.NotEmpty(nursery);
        Assert.All(nursery, person => Assert.EndsWith("@mail.example", person.Mail));
        Assert.Equal(nursery, _tenant.People.Where(person => !_tenant.Membership.IsKnown(person)));
    }

    [Fact]
    public void Something_is_moved_cancelled_kept_cancelled_and_booked_late()
    {
        var changes = _tenant.Changes;

        Assert.All(changes, change => Assert.Contains(_entries, entry => entry.Key == change.Uid));
        Assert.Equal(2, changes.Count(change => change.Start is not null));
        Assert.Single(changes, change => change.Appears);
        Assert.Single(changes, change => change.KeepCancelled);
        Assert.Single(changes, change => change is { Start: null, Appears: false, KeepCancelled: false });
    }

    [Theory]
    [InlineData("date-like", nameof(RecognitionOutcome.NoReference))]
    [InlineData("ten-digits", nameof(RecognitionOutcome.NoReference))]
    [InlineData("telephone-like", nameof(RecognitionOutcome.NoReference))]
    [InlineData("no-reference", nameof(RecognitionOutcome.NoReference))]
    [InlineData("minutes", nameof(RecognitionOutcome.AnotherMeeting))]
    [InlineData("chairs-briefing", nameof(RecognitionOutcome.NotAConference))]
    [InlineData("bank-holiday", nameof(RecognitionOutcome.NotAConference))]
    public void What_is_no_conference_is_there_to_be_refused(string uid, string why)
    {
        var entry = _entries.First(candidate => candidate.Uid == uid + "@sampleshire.example");

        Assert.Equal(Enum.Parse<RecognitionOutcome>(why), Bot.Look(entry.Subject, entry.Categories).Result.Outcome);
    }

    [Fact]
    public void There_are_a_private_event_and_an_all_day_one_and_guests_whom_nobody_knows()
    {
        Assert.Single(_entries, entry => entry.Sensitivity == "private");
        Assert.Single(_entries, entry => entry.IsAllDay);
        var guests = _entries.SelectMany(entry => entry.Invitees).Where(invitee => invitee.Kind != "resource").Select(invitee => invitee.Address).Distinct()
            .Where(address => _tenant.FindByMail(address) is null);
        Assert.Equal(["ivo.interpretson@interpreters.example", "parent.one@mail.example", "parent.three@mail.example", "parent.two@mail.example",
            "sol.lawyerly@lawyers.example"], guests.Order());
    }

    [Fact]
    public void The_cast_has_one_conference_each_so_that_nothing_of_theirs_is_folded_into_a_list()
    {
        var cast = _tenant.Cast!;

        Assert.All(new[] { cast.Practitioner, cast.Colleague, cast.Moved, cast.Cancelled }, id => Assert.Single(Recognised,
            pair => pair.Entry.Invitees.Any(invitee => invitee.Address == _tenant.Find(id!.Value)!.Mail)));
        Assert.Equal(cast.Manager, _tenant.Find(cast.Practitioner!.Value)!.Manager);
    }

    private Guid Top(Person person) => person.Manager is { } manager ? Top(_tenant.Find(manager)!) : person.Id;
}
