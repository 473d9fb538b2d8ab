using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.OwnCalendar;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class OwnCouncilTests
{
    [Fact]
    public void Agencies_are_told_by_domain_and_everybody_else_stays_outside()
    {
        var (tenant, entries) = Exports.Load("outlook");
        var agencies = tenant.People.Where(person => person.Awaits).GroupBy(person => person.AgencyKey!).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(new Dictionary<string, int> { ["social-care"] = 3, ["health-visiting"] = 4, ["school"] = 2, ["police"] = 1, ["probation"] = 1 }, agencies);
        Assert.All(tenant.Agencies, agency => Assert.DoesNotContain("Sampleshire", agency.Name));
        var guests = entries.SelectMany(entry => entry.Invitees).Select(invitee => invitee.Address).Where(address => address.StartsWith("guest", StringComparison.Ordinal));
        Assert.Equal(["guest1@mail.example", "guest2@elsewhere.example", "guest3@mail.example"], guests.Distinct().Order());
        Assert.Contains(tenant.Source.Notes, note => note.StartsWith("1 person is at a domain that is no agency here.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_domain_becomes_an_agency_by_setting()
    {
        var (tenant, _) = Exports.Load("outlook", new Dictionary<string, string> { ["helpingcharity.example"] = "housing" });

        Assert.Single(tenant.People, person => person.AgencyKey == "housing");
        Assert.DoesNotContain(tenant.Source.Notes, note => note.Contains("no agency here", StringComparison.Ordinal));
        var wrong = Assert.Throws<FormatException>(() => Exports.Load("outlook", new Dictionary<string, string> { ["a.example"] = "circus" }));
        Assert.Contains("there is no agency circus", wrong.Message);
    }

    [Fact]
    public void Everybody_of_a_file_awaits_confirmation_and_is_in_no_group_before()
    {
        var (tenant, _) = Exports.Load("google");
        var people = tenant.People.Where(person => person.Awaits).ToList();

        Assert.Equal(9, people.Count);
        Assert.All(people, person => Assert.Equal((false, 0, null), (tenant.Membership.IsKnown(person), tenant.Membership.GroupsOf(person).Count, person.Department)));
        Assert.True(tenant.Membership.Confirm(people[0]));
        Assert.NotEmpty(tenant.Membership.GroupsOf(people[0]));
        Assert.False(tenant.Membership.Confirm(people[0]));
    }

    [Fact]
    public void Confirmations_are_remembered_beside_the_data_by_invented_ids()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("confirmed-").FullName, "confirmed");
        var (before, _) = Exports.Load("google");
        before.Membership.KeepIn(file);
        var person = before.People.First(one => one.Awaits);
        before.Membership.Confirm(person);
        var (after, _) = Exports.Load("google");
        after.Membership.KeepIn(file);

        Assert.Equal(person.Id.ToString(), File.ReadAllText(file).Trim());
        Assert.True(after.Membership.IsKnown(after.Find(person.Id)!));
        Assert.Equal(8, after.People.Count(one => !after.Membership.IsKnown(one)));
    }

    [Theory]
    [InlineData("outlook", "2026-10-06T07:00:00Z", true)]
    [InlineData("google", "2026-10-06T07:00:00Z", false)]
    public void The_clock_starts_ten_working_days_before_the_first_conference(string name, string start, bool organiserAtHome)
    {
        var (tenant, _) = Exports.Load(name);

        Assert.Equal(start, Iso.Write(tenant.Start));
        Assert.Equal(("conferences@council.example", organiserAtHome), (tenant.Mailbox.Address, name == "outlook"));
    }

    [Fact]
    public void The_same_file_gives_the_same_people_and_events_and_another_file_gives_others()
    {
        static string Ids(string name) => string.Join(' ', Exports.Load(name).Entries.Select(entry => entry.Uid)
            .Concat(Exports.Load(name).Tenant.People.Select(person => person.Id.ToString())));

        Assert.Equal(Ids("google"), Ids("google"));
        Assert.Empty(Ids("google").Split(' ').Intersect(Ids("outlook").Split(' ')));
    }

    [Fact]
    public void Bank_holidays_are_no_working_days_of_that_count()
    {
        var (tenant, _) = Exports.From(Exports.Event("ICPC CP-10482", "20260602T100000", Exports.Attendee("a@trust.nhs.uk")));

        Assert.Equal("2026-05-18T07:00:00Z", Iso.Write(tenant.Start));
    }

    [Theory]
    [InlineData("outlook")]
    [InlineData("google")]
    public void The_cast_is_chosen_from_the_file(string name)
    {
        var tenant = Exports.Load(name).Tenant;
        var cast = tenant.Cast!;
        Guid?[] parts = [cast.Practitioner, cast.Colleague, cast.Chair, cast.Manager, cast.Moved, cast.Cancelled];

        Assert.DoesNotContain(null, parts);
        Assert.Equal(6, parts.Distinct().Count());
        Assert.Equal("Conference chair", tenant.Find(cast.Chair!.Value)!.Role);
        Assert.Equal(tenant.Find(cast.Practitioner!.Value)!.Manager, cast.Manager);
    }

    [Fact]
    public void A_calendar_of_one_conference_gives_what_it_can()
    {
        var cast = Exports.From(Exports.Event("ICPC CP-10482", "20261020T100000", Exports.Attendee("chair@madeupshire.gov.uk"),
            Exports.Attendee("hv@trust.nhs.uk"))).Tenant.Cast!;

        Assert.NotNull(cast.Chair);
        Assert.NotNull(cast.Practitioner);
        Assert.Equal((null, null, null), (cast.Colleague, cast.Moved, cast.Cancelled));
    }

    [Fact]
    public void Several_chairs_are_found_when_several_share_the_conferences()
    {
        string[] With(params string[] names) => [.. names.Select(name => Exports.Attendee($"{name}@madeupshire.gov.uk"))];
        var tenant = Exports.From(Exports.Event("ICPC CP-10481", "20261020T100000", With("c1", "w1")), Exports.Event("ICPC CP-10482", "20261021T100000", With("c1", "w2")),
            Exports.Event("ICPC CP-10483", "20261022T100000", With("c2", "w3")), Exports.Event("ICPC CP-10484", "20261023T100000", With("c2", "w4"))).Tenant;

        Assert.Equal(["Person 1", "Person 4"], tenant.People.Where(person => person.Role == "Conference chair").Select(person => person.Name));
    }

    [Fact]
    public void Notes_are_one_line_each_by_date_and_reason_and_are_capped()
    {
        var notes = Exports.Load("outlook").Tenant.Source.Notes;
        Assert.Contains("Wed 21 Oct 2026 09:00: not recognised, its number looks like a date, so it is no reference.", notes);
        Assert.Contains("Fri 30 Oct 2026: damaged, left out.", notes);
        Assert.Single(notes, note => note.StartsWith("Mon 12 Oct 2026 09:00", StringComparison.Ordinal));

        var many = Exports.From([Exports.Event("ICPC CP-10481", "20261020T100000", Exports.Attendee("a@trust.nhs.uk")),
            .. Enumerable.Range(0, 30).Select(number => Exports.Event($"Lunch {number}", "20261021T120000"))]).Tenant.Source.Notes;
        Assert.Contains("… and 18 more not recognised.", many);
        Assert.Equal(FileNotes.Most, many.Count(note => note.Contains(": not recognised", StringComparison.Ordinal)));
    }
}
