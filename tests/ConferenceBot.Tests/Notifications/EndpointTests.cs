using System.Net;
using ConferenceBot.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceBot.Tests.Notifications;

/// <summary>What arrives from Graph: the handshake, hints, and what is not believed.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private const string A = "a@council.example", B = "b@council.example";
    private CalendarGraph graph = null!;
    private HeardBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await CalendarGraph.StartAsync();
        bot = await HeardBot.StartAsync(graph, [A, B]);
        await bot.PulseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Theory]
    [InlineData(HeardBot.Here)]
    [InlineData(HeardBot.Lifecycle)]
    public async Task A_handshake_is_answered_with_the_token_as_plain_text(string path)
    {
        const string token = "Validation: <script>alert(1)</script> ü & 100%";
        using var response = await bot.Bot.Client.PostAsync(path + "?validationToken=" + Uri.EscapeDataString(token), null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(token, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("?validationToken=")]
    [InlineData("?validationToken=a&validationToken=b")]
    [InlineData(null)]
    public async Task A_token_that_is_none_is_refused(string? query)
    {
        using var response = await bot.Bot.Client.PostAsync(HeardBot.Here + (query ?? "?validationToken=" + new string('x', 2049)), null);
        Assert.Equal((HttpStatusCode.BadRequest, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"value\":{}}", 400)]
    [InlineData("{\"value\":[", 400)]
    [InlineData("{\"value\":[]}", 202)]
    [InlineData("{\"value\":[7,null,\"x\",{},{\"subscriptionId\":7,\"clientState\":[]},{\"subscriptionId\":\"\\ud800\"}]}", 202)]
    public async Task A_body_that_means_nothing_has_no_effect_and_is_no_fault_of_ours(string body, int status)
    {
        var before = graph.Asked.Count;
        Assert.Equal(status, await bot.PostAsync(body));
        await bot.CalmAsync();
        Assert.Equal(before, graph.Asked.Count);
    }

    [Fact]
    public async Task A_body_over_the_cap_is_refused_whether_it_says_its_length_or_not()
    {
        var large = "{\"value\":[\"" + new string('x', 512 * 1024) + "\"]}";
        Assert.Equal(413, await bot.PostAsync(large));
        using var request = new HttpRequestMessage(HttpMethod.Post, HeardBot.Here) { Content = new StringContent(large) };
        request.Content.Headers.ContentLength = null;
        request.Headers.TransferEncodingChunked = true;
        using var response = await bot.Bot.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_batch_that_is_large_but_within_the_cap_is_read_whole()
    {
        graph.Put(A, "new");
        var before = graph.Reads(A);
        var padding = string.Concat(Enumerable.Repeat("{\"clientState\":\"nobody's\"},", 10_000));
        Assert.Equal(202, await bot.PostAsync(bot.Body(A).Replace("[", "[" + padding, StringComparison.Ordinal)));
        await bot.CalmAsync();
        Assert.Equal(before + 1, graph.Reads(A));
    }

    [Fact]
    public async Task A_council_that_is_not_there_has_no_address()
    {
        Assert.Equal(404, await bot.PostAsync("{\"value\":[]}", "/api/graph/notifications/otherton"));
        Assert.Equal(404, await bot.PostAsync("{\"value\":[]}", "/api/graph/lifecycle/otherton?validationToken=x"));
    }

    [Fact]
    public async Task A_genuine_notification_has_that_mailbox_read_at_once_and_no_other()
    {
        graph.Put(A, "new");
        var (a, b) = (graph.Reads(A), graph.Reads(B));

        Assert.Equal(202, await bot.NotifyAsync(A));
        await bot.CalmAsync();

        Assert.Equal((a + 1, b), (graph.Reads(A), graph.Reads(B)));
        Assert.Single(await bot.ConferencesAsync());
    }

    [Fact]
    public async Task Forged_words_and_unknown_subscriptions_are_answered_counted_and_ignored()
    {
        using var counted = new Counted(bot.Bot.Services);
        var before = graph.Asked.Count;
        var words = (string)bot.SubscriptionOf(A)["clientState"]!;

        Assert.Equal(202, await bot.NotifyAsync(A, words: "guess"));
        Assert.Equal(202, await bot.NotifyAsync(A, words: (string)bot.SubscriptionOf(B)["clientState"]!));
        Assert.Equal(202, await bot.NotifyAsync(A, "subscriptionRemoved", words[..^1]));
        Assert.Equal(202, await bot.PostAsync($$"""{"value":[{"subscriptionId":"other","clientState":"{{words}}"}]}"""));
        await bot.CalmAsync();

        Assert.Equal(before, graph.Asked.Count);
        Assert.Equal((3, 1, 0), (counted["forged"], counted["unknown"], counted["change"]));
    }

    [Fact]
    public async Task A_burst_during_a_slow_read_is_answered_at_once_and_leads_to_one_more_read()
    {
        var slow = new TaskCompletionSource();
        graph.Held[A] = slow.Task;
        var before = graph.Reads(A);
        await bot.NotifyAsync(A);
        await bot.Bot.UntilAsync(() => graph.Reads(A) == before + 1);
        graph.Put(A, "during");
        bot.Bot.Store.Gate = new TaskCompletionSource().Task;

        var body = bot.Body(A);
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => bot.PostAsync(body)));
        Assert.All(answers, status => Assert.Equal(202, status));
        Assert.Equal(before + 1, graph.Reads(A));

        bot.Bot.Store.Gate = null;
        graph.Held.Clear();
        slow.SetResult();
        await bot.CalmAsync();
        Assert.Equal(before + 2, graph.Reads(A));
        Assert.Single(await bot.ConferencesAsync());
    }

    [Fact]
    public async Task Duplicates_and_late_comers_change_nothing()
    {
        graph.Put(A, "one");
        var early = bot.Body(A);
        await bot.NotifyAsync(A);
        await bot.CalmAsync();
        var known = Assert.Single(await bot.ConferencesAsync());
        var acts = (await bot.Bot.ReadAsync(s => s.Record.ActsAsync(100, default))).Count;

        foreach (var _ in Enumerable.Range(0, 3))
        {
            await bot.PostAsync(early);
            await bot.CalmAsync();
        }

        Assert.Equal(known.Id, Assert.Single(await bot.ConferencesAsync()).Id);
        Assert.Equal(acts, (await bot.Bot.ReadAsync(s => s.Record.ActsAsync(100, default))).Count);
    }

    [Fact]
    public async Task Nothing_that_a_notification_says_is_logged()
    {
        await bot.PostAsync("{\"value\":[{\"subscriptionId\":\"marked-id\",\"clientState\":\"marked-words\"}]}");
        await bot.PostAsync("{\"marked-body\"");
        Assert.DoesNotContain(bot.Bot.Logs.GetSnapshot(), line => line.Message.Contains("marked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hint_before_the_first_read_is_followed()
    {
        await using var other = await CalendarGraph.StartAsync();
        other.Put(A, "one");
        await using var fresh = await HeardBot.StartAsync(other, [A]);
        fresh.Bot.Services.GetRequiredService<ICalendarHints>().Changed(new("sampleshire"), A);
        await fresh.CalmAsync();
        Assert.Single(await fresh.ConferencesAsync());
    }
}
