using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>GET /users/{id}/calendarView/delta, as strict as Graph is, and stricter about a lost time zone.</summary>
/// <param name="fault">The fault of a mailbox just now.</param>
internal sealed class DeltaView(string baseAddress, Happenings log, Func<Mailbox, string> fault)
{
    private static readonly string[] Refused = ["$select", "$filter", "$orderby", "$expand", "$search", "$top", "$skip", "$count"];
    private static readonly string[] Known = ["startDateTime", "endDateTime", "$skiptoken", "$deltatoken"];
    private int _served;

    /// <summary>Pages answered since the start.</summary>
    public int PagesServed => Volatile.Read(ref _served);

    /// <summary>Rounds finished: the deltaLink tokens handed out, oldest first.</summary>
    public IReadOnlyList<string> FinishedRounds
    {
        get
        {
            lock (_finished)
                return [.. _finished];
        }
    }

    private readonly List<string> _finished = [];

    /// <summary>Fewer on a page than was asked for, as Graph may always give; null gives what was asked for.</summary>
    public int? MostOnPage { get; set; }

    public Answer Get(GraphCall call, Mailbox mailbox)
    {
        if (Refused.Any(name => call.Option(name) is not null))
            return GraphAnswers.Error(400, "ErrorInvalidUrlQuery",
                "The following parameters are not supported with change tracking over the 'Events' resource: "
                + "'$orderby, $filter, $select, $expand, $search'.");
        if (call.Query.Keys.FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
            return GraphAnswers.Error(400, "ErrorInvalidUrlQuery", $"The query option '{unknown}' is not supported.");
        var zoneName = call.Preference("outlook.timezone");
        if (TimeZones.Find(zoneName) is not { } zone)
            return GraphAnswers.Error(400, "TimeZoneNotSupportedException", "A valid TimeZone value must be specified.");
        if (call.Option("$skiptoken") is { } skip)
            return mailbox.Rounds.Find(skip) is { Rest: not null } page ? Page(call, page, mailbox, zone) : Gone(mailbox);
        if (call.Option("$deltatoken") is { } delta)
            return fault(mailbox) != "410" && mailbox.Rounds.Find(delta) is { Rest: null } done ? Page(call, mailbox.Rounds.Begin(done), mailbox, zone) : Gone(mailbox);
        if (Iso.Read(call.Option("startDateTime")) is not { } start || Iso.Read(call.Option("endDateTime")) is not { } end)
            return GraphAnswers.Error(400, "ErrorInvalidParameter",
                "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");
        if (end <= start || end - start > TimeSpan.FromDays(1825))
            return GraphAnswers.Error(400, "ErrorInvalidParameter", "The time window is not valid.");
        var first = new DeltaToken(mailbox.Address, start, end, zoneName, new HashSet<string>(), 0);
        return Page(call, mailbox.Rounds.Begin(first), mailbox, zone);
    }

    private Answer Page(GraphCall call, DeltaToken token, Mailbox mailbox, TimeZoneInfo zone)
    {
        if (!string.Equals(token.TimeZone, call.Preference("outlook.timezone"), StringComparison.OrdinalIgnoreCase))
            return GraphAnswers.Error(400, "ErrorInvalidRequest",
                "The Prefer header 'outlook.timezone' must be the same on every page of a round.");
        var preface = !token.Prefaced && fault(mailbox) is "empty" or "repeat";
        var size = Math.Min(call.PageSize, MostOnPage ?? call.PageSize);
        var items = preface && fault(mailbox) == "empty" ? [] : token.Rest!.Take(size).ToList();
        var rest = preface ? token.Rest! : [.. token.Rest!.Skip(size)];
        var body = new JsonObject
        {
            ["@odata.context"] = baseAddress + "/$metadata#Collection(event)",
            ["value"] = new JsonArray([.. items.Select(item => (JsonNode)(item.Entry is null
                ? EventJson.Removed(item.Key, call.ImmutableIds, mailbox.Salt)
                : EventJson.Write(item.Entry, zone, call.ImmutableIds)))]),
        };
        var address = $"{baseAddress}/users/{Uri.EscapeDataString(mailbox.Address)}/calendarView/delta?";
        if (preface || rest.Count > 0)
            body["@odata.nextLink"] = address + "$skiptoken=" + mailbox.Rounds.Keep(token with { Rest = rest, Prefaced = preface });
        else
            body["@odata.deltaLink"] = address + "$deltatoken=" + Finish(token, mailbox);
        Interlocked.Increment(ref _served);
        if (items.Count > 0)
            log.Add("graph", null, items.Count == 1 ? "The bot read one calendar event." : $"The bot read {items.Count} calendar events.");
        return new Answer(200, body);
    }

    private string Finish(DeltaToken token, Mailbox mailbox)
    {
        var text = mailbox.Rounds.Keep(token with { Rest = null });
        lock (_finished)
            _finished.Add(text);
        return text;
    }

    private Answer Gone(Mailbox mailbox) => GraphAnswers.Error(410, "syncStateNotFound",
        "The sync state generation is not found; a full synchronization is required.") with
    {
        Headers = new() { ["Location"] = $"{baseAddress}/users/{Uri.EscapeDataString(mailbox.Address)}/calendarView/delta" },
    };
}
