using System.Collections.Immutable;
using System.Globalization;
using ConferenceBot.Domain;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.People;

public sealed class PeopleBatchTests : IAsyncLifetime
{
    private readonly SmallDirectory directory = new();
    private FakeGraph graph = null!;
    private GraphSetup setup = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.On = directory.Answer;
        setup = new GraphSetup(graph);
    }

    public async ValueTask DisposeAsync()
    {
        await setup.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Theory]
    [InlineData(60, 1 + 3)]
    [InlineData(600, 5 + 30)]
    public async Task Many_people_are_found_in_few_requests_and_again_in_none(int people, int requests)
    {
        Hire(people);

        Assert.Equal(people, (await FindAsync(people)).Length);
        Assert.Equal(requests, graph.Requests.Count);
        Assert.Equal(people, (await FindAsync(people)).Length);
        Assert.Equal(requests, graph.Requests.Count);
    }

    [Theory]
    [InlineData(60, 3 + 3)]
    [InlineData(600, 30 + 30)]
    public async Task Many_people_are_looked_at_in_few_requests_and_again_in_none(int people, int requests)
    {
        Hire(people);
        ImmutableArray<PersonId> all = [.. Enumerable.Range(1000, people).Select(Person)];

        Assert.Equal(people, (await setup.People.LookAtAsync(GraphSetup.Council, all, default)).Length);
        await setup.People.LookAtAsync(GraphSetup.Council, all, default);
        Assert.Equal(requests, graph.Requests.Count);
    }

    [Theory]
    [InlineData(429, "TooManyRequests", 7)]
    [InlineData(503, "ServiceUnavailable", null)]
    public async Task Somebody_whose_part_is_refused_could_not_be_looked_up_and_is_not_unknown(int status, string code, int? seconds)
    {
        Hire(30);
        directory.Instead[$"/users/{SmallDirectory.Id(1003)}/"] = Refusal(status, code, seconds);

        var away = await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync(30));
        Assert.Equal((code, seconds is { } wait ? TimeSpan.FromSeconds(wait) : null), (away.Code, away.RetryAfter));

        directory.Instead.Clear();
        directory.Asked.Clear();
        Assert.Equal(30, (await FindAsync(30)).Length);
        Assert.Equal(2, directory.Asked.Count);
    }

    [Fact]
    public async Task Of_several_refusals_the_longest_wait_is_honoured()
    {
        Hire(30);
        directory.Instead[$"/users/{SmallDirectory.Id(1003)}/"] = Refusal(429, "TooManyRequests", 2);
        directory.Instead[$"/users/{SmallDirectory.Id(1009)}/"] = Refusal(429, "TooManyRequests", 30);

        Assert.Equal(TimeSpan.FromSeconds(30), (await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync(30))).RetryAfter);
    }

    [Fact]
    public async Task A_part_without_an_answer_was_not_answered()
    {
        Hire(3);
        graph.Answers(new GraphReply(200, """{"responses":[]}"""));

        Assert.Equal("unreadable", (await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync(3))).Code);
    }

    [Fact]
    public async Task A_membership_part_that_may_not_be_read_is_no_answer_that_somebody_is_in_no_group()
    {
        Hire(3);
        directory.Instead["/users/"] = new GraphReply(403, FakeGraph.Error("Authorization_RequestDenied"));

        Assert.Equal("http-403", (await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync(3))).Code);
    }

    [Fact]
    public async Task Somebody_who_left_their_group_is_noticed_within_the_age_of_the_answers()
    {
        Hire(1);
        Assert.Single(await FindAsync(1));
        directory.Instead["/users/"] = new GraphReply(200, """{"value":[]}""");

        setup.Machine.Advance(TimeSpan.FromMinutes(15));
        Assert.Empty(await FindAsync(1));
    }

    [Fact]
    public async Task An_answer_that_has_grown_too_old_confirms_nobody_while_the_directory_is_away()
    {
        Hire(1);
        Assert.Single(await FindAsync(1));
        setup.Machine.Advance(TimeSpan.FromMinutes(15));
        graph.Answers(new GraphReply(503));

        await Assert.ThrowsAsync<CalendarAwayException>(() => FindAsync(1));
    }

    [Fact]
    public async Task How_often_nothing_had_to_be_asked_and_how_old_the_oldest_answer_is_can_be_told()
    {
        Hire(2);
        await FindAsync(1);
        setup.Machine.Advance(TimeSpan.FromMinutes(5));
        await FindAsync(2);

        Assert.Equal((1L, 2L, 2, TimeSpan.FromMinutes(5)), setup.Told("professionals"));
    }

    private static GraphReply Refusal(int status, string code, int? seconds) => new(
        status, FakeGraph.Error(code), seconds is { } wait ? [("Retry-After", wait.ToString(CultureInfo.InvariantCulture))] : []);

    private static PersonId Person(int number) => new(Guid.Parse(SmallDirectory.Id(number)));

    private void Hire(int people)
    {
        foreach (var number in Enumerable.Range(1000, people)) directory.With(number, Address(number), groups: SmallDirectory.SocialCare);
    }

    private static string Address(int number) => $"worker{number}@council.example";

    private Task<ImmutableArray<Professional>> FindAsync(int people) =>
        setup.People.FindAsync(GraphSetup.Council, [.. Enumerable.Range(1000, people).Select(Address)], default);
}
