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

    public async Task<Answer> AnswerAsync(GraphCall call, CancellationToken cancellationToken)
    {
        var path = call.Segments;
        return (call.Method, path) switch
        {
            ("POST", ["$batch"]) => await BatchAsync(call, cancellationToken),
            ("GET", ["users"]) => users.List(call),
            ("GET", ["groups", var group, "members"]) => users.GroupMembers(group, call),
            (_, ["users", var id, ..]) when users.Find(id) is { } user => await UserAsync(call, id, user, cancellationToken),
            (_, ["users", var id, ..]) => GraphAnswers.NoSuchUser(id),
            _ => GraphAnswers.NoSuchPath(call.Path),
        };
    }

    private async Task<Answer> UserAsync(GraphCall call, string id, JsonObject user, CancellationToken cancellationToken) =>
        (call.Method, call.Segments.Skip(2).ToArray()) switch
        {
            ("GET", []) => users.Get(user, call),
            ("GET", ["teamwork", "installedApps"]) => users.Apps.List(user, call),
            ("POST", ["teamwork", "installedApps"]) => users.Apps.Add(user, call),
            ("GET", ["teamwork", "installedApps", var installation, "chat"]) => users.Apps.Chat(user, installation),
            ("GET", ["manager"]) => users.Manager(user, call),
            ("POST", ["checkMemberGroups" or "microsoft.graph.checkMemberGroups"]) => users.CheckMemberGroups(user, call),
            ("GET", ["calendarView", "delta" or "delta()" or "microsoft.graph.delta()"]) =>
                await MailboxAsync(id, () => delta.Get(call, id, IsOwn(user)), cancellationToken),
            ("GET", ["calendar", "calendarView", "delta" or "delta()" or "microsoft.graph.delta()"]) =>
                await MailboxAsync(id, () => delta.Get(call, id, IsOwn(user)), cancellationToken),
            ("GET", ["events", var eventId]) => await MailboxAsync(id, () => Event(call, eventId, IsOwn(user)), cancellationToken),
            _ => GraphAnswers.NoSuchPath(call.Path),
        };

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
