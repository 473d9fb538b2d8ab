using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.People;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.People;

/// <summary>What is known of an invited address, whoever it is.</summary>
public sealed class InvitedPeopleTests : IAsyncLifetime
{
    private readonly SmallDirectory directory = new SmallDirectory()
        .With(4, "dara@council.example", groups: SmallDirectory.SocialCare)
        .With(9, "left@school.example", enabled: false)
        .With(10, "guest@elsewhere.example", type: "Guest")
        .With(11, "officer@council.example", department: "Highways")
        .With(14, "shared@council.example")
        .With(15, "other@council.example", upn: "shared@council.example");

    private FakeGraph graph = null!;
    private GraphSetup setup = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.On = directory.Answer;
        setup = new GraphSetup(graph, ("sampleshire:People:Agencies:1:Domains:0", "School.example"));
    }

    public async ValueTask DisposeAsync()
    {
        await setup.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Theory]
    [InlineData("left@school.example", AccountKind.Disabled, "school.example", "school")]
    [InlineData("guest@elsewhere.example", AccountKind.Guest, "elsewhere.example", null)]
    [InlineData("shared@council.example", AccountKind.Several, "council.example", null)]
    [InlineData("nobody@school.example", AccountKind.Outside, "school.example", "school")]
    [InlineData("someone@gmail.com", AccountKind.Consumer, null, null)]
    [InlineData("no address at all", AccountKind.Consumer, null, null)]
    public async Task Without_one_enabled_account_there_is_nobody_to_contact(string address, AccountKind account, string? employer, string? suggested)
    {
        var known = await KnowAsync(address);

        Assert.Equal((account, employer, suggested), (known.Account, known.Employer, known.Suggested?.Key));
        Assert.Null(known.Person);
        Assert.Null(known.Part);
    }

    [Fact]
    public async Task An_account_of_the_council_is_known_with_its_department_and_no_part_follows_from_it()
    {
        var known = await KnowAsync("officer@council.example");

        Assert.Equal((AccountKind.Member, new PersonId(Guid.Parse(SmallDirectory.Id(11))), "Highways"), (known.Account, known.Person, known.Department));
        Assert.Null(known.Part);
        Assert.Null(known.Employer);
    }

    [Fact]
    public async Task Who_has_a_part_is_not_looked_up_twice()
    {
        var known = await KnowAsync("dara@council.example");

        Assert.Equal("social-care", known.Part?.Agency.Key);
        Assert.Single(directory.Asked, question => question.Url.StartsWith("/users?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_directory_that_is_away_is_not_a_directory_that_knows_nobody()
    {
        graph.On = _ => new GraphReply(503, FakeGraph.Error("serviceNotAvailable"));
        await Assert.ThrowsAsync<CalendarAwayException>(() => KnowAsync("officer@council.example"));
    }

    [Fact]
    public void The_agencies_are_offered_in_the_order_of_the_settings() =>
        Assert.Equal(["social-care", "school"], setup.Invited.Agencies(GraphSetup.Council).Select(a => a.Key));

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("someone@school.example")]
    [InlineData(" ")]
    [InlineData("not a domain")]
    public void A_domain_that_suggests_nothing_is_refused_at_start(string domain)
    {
        var options = new PeopleOptions
        {
            Agencies = [new AgencyOptions { Key = "a", Name = "A", Kind = "Other", Departments = ["A"], Domains = [domain] }],
            Chairs = new ChairsOptions { People = [SmallDirectory.Id(1)] },
            Administrators = [SmallDirectory.Id(2)],
        };
        Assert.StartsWith("People:Agencies:0:Domains:0:", Assert.Single(PeopleOptionsRules.Failures(options, "People", development: true)));
    }

    private async Task<KnownAddress> KnowAsync(string address) => Assert.Single(await setup.Invited.KnowAsync(GraphSetup.Council, [address], default));
}
