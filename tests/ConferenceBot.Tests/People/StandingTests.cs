using ConferenceBot.Domain.People;
using ConferenceBot.Domain;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.People;

public sealed class StandingTests : IAsyncLifetime
{
    private const string Deputies = "5a4d504c-0000-4000-8000-0000000000d1", Managers = "5a4d504c-0000-4000-8000-0000000000e1";

    private readonly SmallDirectory directory = new SmallDirectory().WithoutLicence(5)
        .With(1, "here@council.example", groups: [SmallDirectory.SocialCare, Deputies])
        .With(4, "left@council.example", enabled: false, groups: [SmallDirectory.SocialCare, Managers])
        .With(5, "unlicensed@council.example", groups: SmallDirectory.SocialCare)
        .With(6, "new.deputy@council.example", groups: [Deputies, Managers]);

    private FakeGraph graph = null!;
    private GraphSetup setup = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.On = directory.Answer;
        setup = new GraphSetup(
            graph, ("sampleshire:People:Chairs:DeputiesGroupId", Deputies), ("sampleshire:People:Agencies:0:Managers:GroupId", Managers),
            ("sampleshire:People:Agencies:0:Managers:People:0", SmallDirectory.Id(7)),
            ("sampleshire:People:Agencies:0:DeputyManagers:People:0", SmallDirectory.Id(1)));
    }

    public async ValueTask DisposeAsync()
    {
        await setup.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Theory]
    [InlineData(1, Standing.Here)]
    [InlineData(4, Standing.Gone)]
    [InlineData(5, Standing.Unlicensed)]
    [InlineData(99, Standing.Gone)]
    public async Task A_closed_account_and_one_without_a_licence_are_told_apart(int person, object standing) =>
        Assert.Equal(standing, (await LookAsync(person)).Standing);

    [Fact]
    public async Task Silence_about_licences_is_no_lack_of_them()
    {
        directory.Instead[$"/users/{SmallDirectory.Id(5)}?"] = new GraphReply(200, $$"""{"id":"{{SmallDirectory.Id(5)}}","userType":"Member","accountEnabled":true}""");

        Assert.Equal(Standing.Here, (await LookAsync(5)).Standing);
    }

    [Theory]
    [InlineData("""{"status":"disabled"}""", null, null)]
    [InlineData("""{"status":"alwaysEnabled"}""", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("""{"status":"scheduled","scheduledStartDateTime":{"dateTime":"2026-07-01T09:00:00.0000000","timeZone":"GMT Standard Time"},"scheduledEndDateTime":{"dateTime":"2026-07-15T09:00:00.0000000","timeZone":"Europe/London"}}""", "2026-07-01T08:00:00Z", "2026-07-15T08:00:00Z")]
    [InlineData("""{"status":"scheduled","scheduledStartDateTime":{"dateTime":"2026-12-24T17:00:00.0000000","timeZone":"UTC"},"scheduledEndDateTime":{"dateTime":"2027-01-04T09:00:00.0000000","timeZone":"W. Europe Standard Time"}}""", "2026-12-24T17:00:00Z", "2027-01-04T08:00:00Z")]
    public async Task Automatic_replies_say_from_when_until_when_somebody_is_away(string replies, string? from, string? until)
    {
        directory.Replies[1] = replies;

        var standing = await LookAsync(1);

        Assert.True(standing.AbsenceKnown);
        Assert.Equal(from is null ? null : new Absence(GraphSetup.At(from), GraphSetup.At(until!)), standing.Absence);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Where_automatic_replies_may_not_be_read_that_is_known_and_nothing_waits(int status)
    {
        directory.Instead[$"/users/{SmallDirectory.Id(1)}/mailboxSettings"] = new GraphReply(status, FakeGraph.Error("ErrorAccessDenied"));

        Assert.Equal((Standing.Here, null, false), Facts(await LookAsync(1)));
        var asked = graph.Requests.Count;
        await LookAsync(1);
        Assert.Equal(asked, graph.Requests.Count);
        Assert.Equal(status == 403, setup.Logs.GetSnapshot().Any(log => log.Id.Id == 5103));
        Assert.Equal(
            [(DirectoryQuestion.Accounts, null), (DirectoryQuestion.AutomaticReplies, null)],
            setup.Watch.Of(GraphSetup.Council).Select(one => (one.Question, one.State.Problem)));
        Assert.Equal(status == 403 ? 1 : 0, setup.Watch.RepliesNotAllowed(GraphSetup.Council));
    }

    [Theory]
    [InlineData(429, "{}")]
    [InlineData(200, """{"status":"scheduled","scheduledEndDateTime":{"dateTime":"2026-07-15T09:00:00","timeZone":"Nowhere"}}""")]
    [InlineData(200, "{}")]
    public async Task Replies_that_could_not_be_read_are_asked_for_again(int status, string body)
    {
        directory.Instead[$"/users/{SmallDirectory.Id(1)}/mailboxSettings"] = new GraphReply(status, body);
        Assert.Equal((Standing.Here, null, false), Facts(await LookAsync(1)));

        directory.Instead.Clear();
        Assert.True((await LookAsync(1)).AbsenceKnown);
    }

    [Fact]
    public async Task Replies_are_not_asked_for_where_the_setting_says_so()
    {
        await using var without = new GraphSetup(graph, ("sampleshire:People:AutomaticReplies", "false"));
        directory.Replies[1] = """{"status":"alwaysEnabled"}""";

        Assert.Equal((Standing.Here, null, false), Facts(Assert.Single(await without.People.LookAtAsync(GraphSetup.Council, [Person(1)], default))));
        Assert.DoesNotContain(directory.Asked, part => part.Url.Contains("mailboxSettings", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deputies_of_a_group_that_was_never_read_are_away_and_not_an_empty_list()
    {
        Assert.Throws<CalendarAwayException>(() => setup.People.DeputyChairs(GraphSetup.Council));

        await setup.People.RefreshAsync(GraphSetup.Council, default);
        Assert.Equal([Person(2), Person(1), Person(6)], setup.People.DeputyChairs(GraphSetup.Council));
        var asked = graph.Requests.Count;
        await setup.People.RefreshAsync(GraphSetup.Council, default);
        Assert.Equal(asked, graph.Requests.Count);
    }

    [Fact]
    public async Task The_deputies_last_read_serve_four_hours_of_an_away_directory_and_no_longer()
    {
        await setup.People.RefreshAsync(GraphSetup.Council, default);
        graph.Answers(new GraphReply(503));

        setup.Machine.Advance(TimeSpan.FromHours(3));
        await setup.People.RefreshAsync(GraphSetup.Council, default);
        Assert.Equal(3, setup.People.DeputyChairs(GraphSetup.Council).Length);

        setup.Machine.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<CalendarAwayException>(() => setup.People.RefreshAsync(GraphSetup.Council, default));
        Assert.Throws<CalendarAwayException>(() => setup.People.DeputyChairs(GraphSetup.Council));
    }

    [Fact]
    public async Task A_deputy_who_left_the_group_is_noticed_within_its_age()
    {
        await setup.People.RefreshAsync(GraphSetup.Council, default);
        directory.Instead["/groups/"] = new GraphReply(200, $$"""{"value":[{"id":"{{SmallDirectory.Id(6)}}"}]}""");

        setup.Machine.Advance(TimeSpan.FromMinutes(15));
        await setup.People.RefreshAsync(GraphSetup.Council, default);
        Assert.Equal([Person(2), Person(6)], setup.People.DeputyChairs(GraphSetup.Council));
    }

    [Fact]
    public async Task Where_the_directory_knows_no_manager_the_managers_of_the_agency_are_asked_but_for_who_has_left()
    {
        directory.With(7, "head@council.example");

        Assert.Equal([Person(7), Person(6)], await setup.People.ManagersOfAsync(GraphSetup.Council, Person(5), default));
        Assert.Equal([Person(1)], await setup.People.DeputyManagersOfAsync(GraphSetup.Council, Person(5), default));
        Assert.Empty(await setup.People.ManagersOfAsync(GraphSetup.Council, Person(99), default));
    }

    [Fact]
    public async Task The_text_of_an_automatic_reply_is_in_no_log_and_in_nothing_that_is_kept()
    {
        directory.Replies[1] = """{"status":"alwaysEnabled","internalReplyMessage":"private words","externalReplyMessage":"private words"}""";

        var kept = (await LookAsync(1)).ToString();

        var all = string.Join('\n', setup.Logs.GetSnapshot().Select(log => $"{log.Message} {log.Exception}")) + kept;
        Assert.DoesNotContain("private", all, StringComparison.Ordinal);
    }

    private static (Standing, Absence?, bool) Facts(PersonStanding one) => (one.Standing, one.Absence, one.AbsenceKnown);

    private static PersonId Person(int number) => new(Guid.Parse(SmallDirectory.Id(number)));

    private async Task<PersonStanding> LookAsync(int person) =>
        Assert.Single(await setup.People.LookAtAsync(GraphSetup.Council, [Person(person)], default));
}
