namespace ConferenceBot.Sandbox.Graph;

/// <summary>The calls to a mailbox: at most four at a time, broken where it is said to be, counted.</summary>
internal sealed class MailboxCalls(Mailboxes mailboxes, DeltaView delta, GraphFaults faults, TimeProvider machine)
{
    private readonly MailboxGate _gate = new();

    /// <summary>How long a mailbox call takes, in machine time; for tests of the concurrency limit.</summary>
    public TimeSpan Delay { get; set; }

    public DeltaView Delta => delta;

    public GraphCounters Counters { get; } = new();

    public Answer Changes(GraphCall call, Mailbox mailbox, IReadOnlyList<string> path)
    {
        var answer = delta.Get(call, mailbox);
        return faults.Mailboxes[mailbox.Address] == "truncated" && answer.Status == 200 ? answer with { IsCut = true } : answer;
    }

    /// <summary>GET users/{id}/events/{event}, in the time zone that is preferred.</summary>
    public static Answer Event(GraphCall call, Mailbox mailbox, IReadOnlyList<string> path)
    {
        if (TimeZones.Find(call.Preference("outlook.timezone")) is not { } zone)
            return GraphAnswers.Error(400, "TimeZoneNotSupportedException", "A valid TimeZone value must be specified.");
        if (mailbox.Calendar.Entries().FirstOrDefault(entry => EventJson.Id(entry.Key, call.ImmutableIds, entry.Salt) == path[1]) is not { } found)
            return GraphAnswers.Error(404, "ErrorItemNotFound", "The specified object was not found in the store.");
        if (GraphAnswers.UnknownOption(call, "$select", "$expand") is { } refusal)
            return refusal;
        var whole = EventJson.Write(found, zone, call.ImmutableIds, whole: true);
        return new Answer(200, GraphAnswers.Select(whole, call.Option("$select"), ["id", "@odata.etag"]));
    }

    /// <summary>Answers within the mailbox's limits.</summary>
    public async Task<Answer> AnswerAsync(Guid user, Func<Mailbox, Answer> answer, CancellationToken cancellationToken)
    {
        if (mailboxes.Of(user) is not { } mailbox || !mailboxes.HasMailbox(user))
            return MailboxSettings.NoMailbox();
        var entered = _gate.TryEnter(mailbox.Address, now => Counters.InFlight(mailbox.Address, now));
        if (!entered)
            return GraphAnswers.TooMany("ApplicationThrottled", "Application is over its MailboxConcurrency limit.", 1);
        try
        {
            if (await faults.MailboxAsync(mailbox.Address, cancellationToken) is { } broken)
                return broken;
            if (Delay > TimeSpan.Zero)
                await Task.Delay(Delay, machine, cancellationToken);
            return answer(mailbox);
        }
        finally
        {
            _gate.Leave(mailbox.Address);
        }
    }
}
