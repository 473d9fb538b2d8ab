using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.People;

/// <summary>What the directory does not answer is seen, whichever part, page or batch of a look-up it was, until it answers again.</summary>
public sealed class DirectoryWatchTests : IAsyncLifetime
{
    private const string Deputies = "5a4d504c-0000-4000-8000-0000000000d1";
    private readonly SmallDirectory directory = new();
    private FakeGraph graph = null!;
    private GraphSetup setup = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.On = directory.Answer;
        setup = new GraphSetup(graph, ("sampleshire:People:Chairs:DeputiesGroupId", Deputies));
    }

    public async ValueTask DisposeAsync()
    {
        await setup.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task A_group_that_does_not_exist_any_more_shows_although_its_last_list_is_still_used()
    {
        directory.With(1, "deputy@council.example", groups: Deputies);
        await RefreshAsync();
        Assert.Null(ProblemOf(DirectoryQuestion.Groups));

        directory.Instead["/groups/"] = new GraphReply(404, FakeGraph.Error("Request_ResourceNotFound"));
        setup.Machine.Advance(TimeSpan.FromMinutes(16));
        await RefreshAsync();
        Assert.Equal("http-404", ProblemOf(DirectoryQuestion.Groups));
        Assert.Contains(new PersonId(Guid.Parse(SmallDirectory.Id(1))), setup.People.DeputyChairs(GraphSetup.Council));

        directory.Instead.Clear();
        await RefreshAsync();
        Assert.Null(ProblemOf(DirectoryQuestion.Groups));
    }

    [Fact]
    public async Task A_failure_in_the_first_batch_of_a_look_up_is_not_cleared_by_its_second()
    {
        ImmutableArray<string> many = [.. Enumerable.Range(1000, 150).Select(number => $"n{number}@council.example")];
        directory.Instead["/users?$filter=mail eq 'n1000@"] = new GraphReply(503, FakeGraph.Error("serviceNotAvailable"));

        await Assert.ThrowsAsync<CalendarAwayException>(() => setup.People.FindAsync(GraphSetup.Council, many, default));
        Assert.Equal((2, "serviceNotAvailable"), (graph.Requests.Count, ProblemOf(DirectoryQuestion.People)));

        directory.Instead.Clear();
        await setup.People.FindAsync(GraphSetup.Council, many, default);
        Assert.Null(ProblemOf(DirectoryQuestion.People));
    }

    [Theory]
    [InlineData("""{"value":[],"@odata.nextLink":"BASE/users?$skiptoken=2"}""", "http-404")]
    [InlineData("""{"nothing":true}""", "unreadable")]
    public async Task A_later_page_that_fails_and_an_answer_that_cannot_be_read_show(string body, string problem)
    {
        directory.Instead["/users?"] = new GraphReply(200, body.Replace("BASE", graph.BaseUrl, StringComparison.Ordinal));
        graph.On = request => request.Path == "/v1.0/$batch" ? directory.Answer(request) : new GraphReply(404, "{}");

        await Assert.ThrowsAsync<CalendarAwayException>(() => setup.People.FindAsync(GraphSetup.Council, ["one@council.example"], default));

        Assert.Equal(problem, ProblemOf(DirectoryQuestion.People));
    }

    [Fact]
    public async Task Replies_that_may_not_be_read_of_one_person_count_once_and_hide_nobody_else_s()
    {
        directory.With(1, "one@council.example").With(2, "two@council.example");
        directory.Instead[$"/users/{SmallDirectory.Id(1)}/mailboxSettings"] = new GraphReply(403, FakeGraph.Error("ErrorAccessDenied"));
        ImmutableArray<PersonId> both = [new(Guid.Parse(SmallDirectory.Id(1))), new(Guid.Parse(SmallDirectory.Id(2)))];

        await setup.People.LookAtAsync(GraphSetup.Council, both, default);
        await setup.People.LookAtAsync(GraphSetup.Council, both, default);
        Assert.Equal((1, null), (setup.Watch.RepliesNotAllowed(GraphSetup.Council), ProblemOf(DirectoryQuestion.AutomaticReplies)));

        directory.Instead.Clear();
        setup.Machine.Advance(TimeSpan.FromMinutes(16));
        await setup.People.LookAtAsync(GraphSetup.Council, both, default);
        Assert.Equal(0, setup.Watch.RepliesNotAllowed(GraphSetup.Council));
    }

    private Task RefreshAsync() => setup.People.RefreshAsync(GraphSetup.Council, default);

    private string? ProblemOf(DirectoryQuestion question) => setup.Watch.Of(GraphSetup.Council).Single(one => one.Question == question).State.Problem;
}
