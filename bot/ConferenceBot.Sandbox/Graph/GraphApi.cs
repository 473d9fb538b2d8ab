using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Graph.Notices;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Routes one Graph call. Knows nothing of HTTP, so that a batch can use it for each of its parts.</summary>
internal sealed class GraphApi(GraphUsers users, MailboxSettings settings, MailboxCalls mailboxes, SubscriptionCalls subscriptions, GraphFaults faults)
{
    private GraphBatch Batch => field ??= new GraphBatch(faults, AnswerAsync);

    public MailboxCalls Mailboxes => mailboxes;

    public GraphFaults Faults => faults;

    public GraphCounters Counters => mailboxes.Counters;

    public DeltaView Delta => mailboxes.Delta;

    /// <summary>The calls, as a table.</summary>
    public OperationTable<Handler> Operations => field ??= new(
        (new("POST", "$batch", "H", "Up to twenty calls at once"), (call, _, cancel) => Batch.AnswerAsync(call, cancel)),
        (new("GET", "users", "H", "People by address"), OfDirectory((call, _) => users.List(call))),
        (new("GET", "users/{user}", "H", "One person"), OfUser(users.Get)),
        (new("GET", "users/{user}/manager", "H", "A person's manager"), OfUser(users.Manager)),
        (new("POST", "users/{user}/checkMemberGroups", "H", "Which of some groups a person is in"), OfUser(users.CheckMemberGroups)),
        (new("GET", "users/{user}/mailboxSettings", "H", "A mailbox's time zone and automatic replies"), OfUser(settings.Whole)),
        (new("GET", "users/{user}/mailboxSettings/automaticRepliesSetting", "H", "Whether a person's mailbox answers by itself"),
            OfUser(settings.AutomaticReplies)),
        (new("GET", "users/{user}/teamwork/installedApps", "G", "Whether the bot is installed for a person"), OfUser(users.Apps.List)),
        (new("POST", "users/{user}/teamwork/installedApps", "G", "Installs the bot for a person"), OfUser(users.Apps.Add)),
        (new("GET", "users/{user}/teamwork/installedApps/{installation}/chat", "G", "The chat that came with it"), OfDirectory((_, path) =>
            users.Find(path[0]) is { } user ? users.Apps.Chat(user, path[1]) : GraphAnswers.NoSuchUser(path[0]))),
        (new("GET", "groups/{group}/members", "H", "Everybody in a group, by pages"), OfDirectory((call, path) => users.GroupMembers(path[0], call))),
        (new("GET", "users/{user}/calendarView/delta", "H", "What changed in a calendar"), OfMailbox(mailboxes.Changes)),
        (new("GET", "users/{user}/calendar/calendarView/delta", "H", "The same, by the calendar's own path"), OfMailbox(mailboxes.Changes)),
        (new("GET", "users/{user}/events/{event}", "H", "One event, such as the master of a series"), OfMailbox(MailboxCalls.Event)),
        (new("POST", "subscriptions", "H", "Asks to be told of changes in a calendar"), (call, _, cancel) => subscriptions.AddAsync(call, cancel)),
        (new("GET", "subscriptions", "H", "What the bot is told of"), (call, _, _) => Task.FromResult(subscriptions.List(call))),
        (new("GET", "subscriptions/{subscription}", "H", "One subscription"), (_, path, _) => Task.FromResult(subscriptions.Get(path[0]))),
        (new("PATCH", "subscriptions/{subscription}", "H", "Lets a subscription last longer"), (call, path, cancel) =>
            subscriptions.PatchAsync(path[0], call, cancel)),
        (new("DELETE", "subscriptions/{subscription}", "H", "Ends a subscription"), (_, path, _) => Task.FromResult(subscriptions.Delete(path[0]))),
        (new("POST", "subscriptions/{subscription}/reauthorize", "H", "Says that the bot may still be told"), (_, path, _) =>
            Task.FromResult(subscriptions.Reauthorize(path[0]))));

    public delegate Task<Answer> Handler(GraphCall call, IReadOnlyList<string> path, CancellationToken cancellationToken);

    public async Task<Answer> AnswerAsync(GraphCall call, CancellationToken cancellationToken)
    {
        if (Operations.Find(call.Method, call.Segments) is not var (handler, path))
            return GraphAnswers.NoSuchPath(call.Path);
        var answer = await handler(call, path, cancellationToken);
        var operation = Operations.Named(call.Method, call.Segments)!;
        Counters.Count($"{operation.Method} {operation.Path}", MailboxOf(operation, path), answer.Status);
        return answer;
    }

    private string MailboxOf(Operation operation, IReadOnlyList<string> path) =>
        (operation.Path.Contains("calendar", StringComparison.Ordinal) || operation.Path.Contains("events", StringComparison.Ordinal))
        && users.Find(path[0]) is { } user ? user.Text("userPrincipalName") ?? "" : "";

    private Handler OfDirectory(Func<GraphCall, IReadOnlyList<string>, Answer> answer) => (call, path, _) =>
        Task.FromResult(faults.Directory() ?? answer(call, path));

    private Handler OfUser(Func<JsonObject, GraphCall, Answer> answer) =>
        OfDirectory((call, path) => users.Find(path[0]) is { } user ? answer(user, call) : GraphAnswers.NoSuchUser(path[0]));

    private Handler OfMailbox(Func<GraphCall, Mailbox, IReadOnlyList<string>, Answer> answer) => (call, path, cancel) =>
        users.Find(path[0]) is { } user
            ? mailboxes.AnswerAsync(user.Id("id"), mailbox => answer(call, mailbox, path), cancel)
            : Task.FromResult(GraphAnswers.NoSuchUser(path[0]));
}
