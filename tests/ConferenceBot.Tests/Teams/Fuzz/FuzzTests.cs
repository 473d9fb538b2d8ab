using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams.Fuzz;

/// <summary>
/// Mutated activities through the whole host with really signed tokens: whatever comes, no failure of ours, no hang, and nothing that was
/// typed in the logs. TESTS_SEED chooses the cases, TESTS_FULL=1 runs a million of them. A case that fails is kept in
/// <c>Corpus/Found</c>, from where it is run for ever.
/// </summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private const int Sample = 20_000, All = 1_000_000, AtOnce = 1_000;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    /// <summary>What people and the corpus type; no log may hold any of it.</summary>
    private static readonly string[] Secret = [ActivityMutations.Marker, "Sample Person", "Sample Colleague", "yped", "nobody asked"];

    private readonly ConcurrentBag<(int Status, TimeSpan Took)> answered = [];
    private WholeBot bot = null!;
    private string token = "";

    public static string Corpus { get; } = Folder();

    public async ValueTask InitializeAsync()
    {
        bot = await WholeBot.StartAsync(silent: true);
        await Desk.PromptAsync(bot, Guid.ParseExact("00000000000040008000000000000001", "N"));
        token = bot.Token();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Whatever_comes_is_answered_without_failure_hang_or_leak()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TESTS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20_261_124;
        var cases = Environment.GetEnvironmentVariable("TESTS_FULL") == "1" ? All : Sample;
        var mutations = new ActivityMutations([.. Files("*.json").Select(file => (JsonObject)JsonNode.Parse(File.ReadAllText(file))!)]);
        for (var from = 0; from < cases; from += AtOnce)
        {
            List<(int Number, string Problem)> problems = [];
            await Parallel.ForEachAsync(
                Enumerable.Range(seed + from, AtOnce), new ParallelOptions { MaxDegreeOfParallelism = 4 },
                async (number, _) =>
                {
                    if (await ProblemAsync(mutations.Make(number)) is { } problem)
                        lock (problems)
                            problems.Add((number, problem));
                });
            foreach (var (number, _) in problems.Take(10))
                Keep(number, mutations.Make(number));
            Assert.True(problems.Count == 0, string.Join('\n', problems.Take(10).Select(p => $"TESTS_SEED={p.Number}: {p.Problem}")));
            ExpectNoLeak($"TESTS_SEED={seed + from}");
        }

        var slowest = answered.Select(answer => answer.Took).Order().ElementAt(answered.Count * 999 / 1000);
        Assert.True(slowest < TimeSpan.FromSeconds(3), $"One in a thousand answers took {slowest} or longer.");

        // The mutations reach every part of the way in: some are accepted, some malformed, some forbidden.
        Assert.All([200, 400, 403], status => Assert.True(answered.Count(a => a.Status == status) > cases / 20, $"few {status}"));
        Assert.True(bot.Count("SELECT COUNT(*) FROM Inbox") > cases / 1000, "few questions");
        Assert.True(bot.Count("SELECT COUNT(*) FROM Audit") > cases / 1000, "few actions");
    }

    [Fact]
    public async Task Every_case_of_the_corpus_and_every_one_that_once_failed_is_answered()
    {
        foreach (var file in Files("*.json").Concat(Files("*.bin")))
        {
            var problem = await ProblemAsync(await File.ReadAllBytesAsync(file));
            Assert.True(problem is null, $"{Path.GetFileName(file)}: {problem}");
        }

        ExpectNoLeak("the corpus");
    }

    /// <summary>Every type that a bot may meet is in the corpus, so that mutations start near it.</summary>
    [Fact]
    public void The_corpus_holds_every_type_and_every_invoke_of_the_protocol()
    {
        var activities = Files("*.json").Select(file => JsonNode.Parse(File.ReadAllText(file))!).ToList();
        string[] types =
        [
            "message", "messageUpdate", "messageDelete", "invoke", "conversationUpdate", "installationUpdate", "messageReaction", "event", "typing",
        ];
        string[] invokes =
        [
            "adaptiveCard/action", "task/fetch", "task/submit", "signin/verifyState", "signin/tokenExchange", "composeExtension/query",
            "fileConsent/invoke", "message/submitAction", "application/search",
        ];
        Assert.Empty(types.Except(activities.Select(a => (string)a["type"]!)));
        Assert.Empty(invokes.Except(activities.Select(a => (string?)a["name"]).OfType<string>()));
    }

    private async Task<string?> ProblemAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsRegistration.MessagesPath) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var hang = new CancellationTokenSource(Hang, TimeProvider.System);
            using var response = await bot.Client.SendAsync(request, hang.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(hang.Token);
            answered.Add(((int)response.StatusCode, TimeProvider.System.GetElapsedTime(began)));
            return (int)response.StatusCode switch
            {
                200 => answer.Length > 0 && InBody(answer) is >= 500 and var inside ? $"{inside} in the body" : null,
                400 or 403 or 413 => null,
                501 => IsUnknownInvoke(body) ? null : "501 to something that is no unknown invoke",
                var other => $"status {other}",
            };
        }
        catch (OperationCanceledException)
        {
            return $"no answer within {Hang}";
        }
        catch (Exception e)
        {
            return $"the request ended with {e.GetType().Name}";
        }
    }

    private void ExpectNoLeak(string where)
    {
        foreach (var record in bot.Logs.GetSnapshot())
        {
            var text = $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState?.Select(pair => pair.Value) ?? [])}";
            var leak = Secret.FirstOrDefault(secret => text.Contains(secret, StringComparison.Ordinal));
            Assert.True(leak is null, $"{where}: '{leak}' in: {record.Category} {text}");
        }

        bot.Logs.Clear();
    }

    private static int InBody(byte[] answer) => JsonDocument.Parse(answer).RootElement.GetProperty("statusCode").GetInt32();

    private static bool IsUnknownInvoke(byte[] body)
    {
        var activity = JsonSerializer.Deserialize(body, TeamsJson.Wire.Activity);
        return activity?.Type == ActivityTypes.Invoke && activity.Name != CardActions.InvokeName;
    }

    private static void Keep(int number, byte[] body)
    {
        Directory.CreateDirectory(Path.Combine(Corpus, "Found"));
        File.WriteAllBytes(Path.Combine(Corpus, "Found", $"{number.ToString(CultureInfo.InvariantCulture)}.bin"), body);
    }

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Corpus, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string Folder([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "Corpus");
}
