using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Routes one Graph call. Knows nothing of HTTP, so that a batch can use it for each of its parts.</summary>
internal sealed class GraphApi(Tenant tenant, MailboxCalendar calendar, GraphUsers users, DeltaView delta, TimeProvider machine)
{
    private const int MostInBatch = 20;
    private readonly MailboxGate _gate = new();

    /// <summary>How long a mailbox call takes, in machine time; for tests of the concurrency limit.</summary>
    public TimeSpan MailboxDelay { get; set; }

    public DeltaView Delta => delta;

    /// <summary>The calls, as a table.</summary>
    public OperationTable<Handler> Operations => field ??= new(
        (new("POST", "$batch", "H", "Up to twenty calls at once"), (call, _, cancel) => BatchAsync(call, cancel)),
        (new("GET", "users", "H", "People by address"), (call, _, _) => Task.FromResult(users.List(call))),
        (new("GET", "users/{user}", "H", "One person"), OfUser(users.Get)),
        (new("GET", "users/{user}/manager", "H", "A person's manager"), OfUser(users.Manager)),
        (new("POST", "users/{user}/checkMemberGroups", "H", "Which of some groups a person is in"), OfUser(users.CheckMemberGroups)),
        (new("GET", "users/{user}/teamwork/installedApps", "G", "Whether the bot is installed for a person"), OfUser(users.Apps.List)),
        (new("POST", "users/{user}/teamwork/installedApps", "G", "Installs the bot for a person"), OfUser(users.Apps.Add)),
        (new("GET", "users/{user}/teamwork/installedApps/{installation}/chat", "G", "The chat that came with it"),
            (call, path, _) => Task.FromResult(users.Find(path[0]) is { } user ? users.Apps.Chat(user, path[1]) : GraphAnswers.NoSuchUser(path[0]))),
        (new("GET", "groups/{group}/members", "H", "Everybody in a group, by pages"),
            (call, path, _) => Task.FromResult(users.GroupMembers(path[0], call))),
        (new("GET", "users/{user}/calendarView/delta", "H", "What changed in a calendar"), OfMailbox((call, id, own, _) => delta.Get(call, id, own))),
        (new("GET", "users/{user}/calendar/calendarView/delta", "H", "The same, by the calendar's own path"),
            OfMailbox((call, id, own, _) => delta.Get(call, id, own))),
        (new("GET", "users/{user}/events/{event}", "H", "One event, such as the master of a series"),
            OfMailbox((call, _, own, path) => Event(call, path[1], own))));

    public delegate Task<Answer> Handler(GraphCall call, IReadOnlyList<string> path, CancellationToken cancellationToken);

    public Task<Answer> AnswerAsync(GraphCall call, CancellationToken cancellationToken) =>
        Operations.Find(call.Method, call.Segments) is var (handler, path)
            ? handler(call, path, cancellationToken)
            : Task.FromResult(GraphAnswers.NoSuchPath(call.Path));

    private Handler OfUser(Func<JsonObject, GraphCall, Answer> answer) => (call, path, _) =>
        Task.FromResult(users.Find(path[0]) is { } user ? answer(user, call) : GraphAnswers.NoSuchUser(path[0]));

    private Handler OfMailbox(Func<GraphCall, string, bool, IReadOnlyList<string>, Answer> answer) => (call, path, cancel) =>
        users.Find(path[0]) is { } user
            ? MailboxAsync(path[0], () => answer(call, path[0], IsOwn(user), path), cancel)
            : Task.FromResult(GraphAnswers.NoSuchUser(path[0]));

    private bool IsOwn(JsonObject user) => user.Id("id") == tenant.Mailbox.Id;

    private async Task<Answer> MailboxAsync(string mailbox, Func<Answer> answer, CancellationToken cancellationToken)
    {
        if (!_gate.TryEnter(mailbox))
            return GraphAnswers.TooMany("ApplicationThrottled", "Application is over its MailboxConcurrency limit.", 1);
        try
        {
            if (MailboxDelay > TimeSpan.Zero)
                await Task.Delay(MailboxDelay, machine, cancellationToken);
            return answer();
        }
        finally
        {
            _gate.Leave(mailbox);
        }
    }

    private Answer Event(GraphCall call, string id, bool own)
    {
        var found = own ? calendar.Entries().FirstOrDefault(entry => EventJson.Id(entry.Key, call.ImmutableIds) == id) : null;
        if (found is null)
            return GraphAnswers.Error(404, "ErrorItemNotFound", "The specified object was not found in the store.");
        var whole = EventJson.Write(found, TimeZoneInfo.Utc, call.ImmutableIds);
        if (GraphAnswers.UnknownOption(call, "$select", "$expand") is { } refusal)
            return refusal;
        return new Answer(200, GraphAnswers.Select(whole, call.Option("$select"), ["id", "@odata.etag"]));
    }

    private async Task<Answer> BatchAsync(GraphCall call, CancellationToken cancellationToken)
    {
        var requests = call.Body.Items("requests").ToList();
        if (requests.Count is 0 or > MostInBatch)
            return GraphAnswers.Error(400, "BadRequest", $"A batch has between 1 and {MostInBatch} requests.");
        if (requests.Any(part => part.Text("id") is null || part.Text("url") is null || part.Text("method") is null)
            || requests.Select(part => part.Text("id")).Distinct().Count() != requests.Count)
            return GraphAnswers.Error(400, "BadRequest", "Every request of a batch needs a unique id, a method and a url.");
        var responses = new JsonArray();
        foreach (var part in requests)
        {
            var inner = GraphCall.From(part.Text("method")!.ToUpperInvariant(), part.Text("url")!) with
            {
                Prefer = part.Object("headers").Text("Prefer") ?? "",
                Body = part.Object("body"),
            };
            var answer = inner.Segments is ["$batch"]
                ? GraphAnswers.Error(400, "BadRequest", "A batch cannot hold a batch.")
                : await AnswerAsync(inner, cancellationToken);
            responses.Add(ToPart(part.Text("id")!, answer));
        }
        return new Answer(200, new JsonObject { ["responses"] = responses });
    }

    private static JsonObject ToPart(string id, Answer answer)
    {
        var headers = new JsonObject { ["Content-Type"] = "application/json" };
        foreach (var (name, value) in answer.Headers)
            headers[name] = value;
        return new JsonObject { ["id"] = id, ["status"] = answer.Status, ["headers"] = headers, ["body"] = answer.Body?.DeepClone() };
    }
}
