using ConferenceBot.Sandbox.Graph;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Record;

/// <summary>What is new in a record, as lines. It remembers what it has told, so that the same record again tells nothing.</summary>
internal sealed class RecordNews(Tenant tenant, MailboxCalendar calendar)
{
    /// <summary>How many events are told one by one; more become a count.</summary>
    private const int MostLooks = 8;
    private readonly Dictionary<string, string> _told = [];
    private readonly RecordWords _words = new(tenant);

    /// <param name="now">When states are noticed that carry no instant of their own.</param>
    public IReadOnlyList<RecordLine> Of(HostRecord record, DateTimeOffset now)
    {
        var cards = record.Deliveries.ToLookup(delivery => delivery.Id("card"));
        var activities = record.Deliveries.ToLookup(delivery => (delivery.Id("person"), delivery.Id("subject"), delivery.Text("at")));
        return
        [
            .. Mailboxes(record, now),
            .. Looks(record, now),
            .. record.Acts.Where(act => Fresh("act", $"{act.Id("subject")}/{act?["sequence"]}", "")).Select(act => Act(record, act, cards)),
            .. record.Notices.SelectMany(notice => Notice(record, notice, now, Activity(notice))),
            .. record.Deliveries.Where(d => Fresh("delivery", d.Text("id")!, $"{d.Text("state")}/{d?["attempt"]}/{d.Text("result")}"))
                .Select(delivery => Delivery(record, delivery, now)).OfType<RecordLine>(),
        ];

        string? Activity(JsonNode notice) => (notice.Text("toldBy") is not null
            ? cards[notice.Id("toldBy")]
            : activities[(notice.Id("to"), notice.Id("subject"), notice.Text("at"))]).LastOrDefault().Text("activityId");
    }

    private IEnumerable<RecordLine> Mailboxes(HostRecord record, DateTimeOffset now)
    {
        foreach (var mailbox in record.Mailboxes)
        {
            var (name, problem) = (mailbox.Text("mailbox")!, mailbox.Text("problem") ?? "");
            var first = !_told.ContainsKey("mailbox:" + name);
            if (!Fresh("mailbox", name, problem) || (first && problem.Length == 0))
                continue;
            yield return new RecordLine(new Line(now, "read", null, null, problem.Length == 0
                ? "The calendar can be read again."
                : $"The calendar could not be read ({problem}). The bot asks again; what it knows stays as it is."), 0, Anchor.Reading);
        }
    }

    private IEnumerable<RecordLine> Looks(HostRecord record, DateTimeOffset now)
    {
        var fresh = record.Looks.SelectMany(look => look)
            .Where(look => Fresh("look", look.Text("eventId")!, look.Text("outcome")!) && look.Text("outcome") != "Recognised").ToList();
        var starts = calendar.All().ToLookup(entry => EventJson.Id(entry.Key, true), entry => entry.Start);
        foreach (var outcome in fresh.GroupBy(look => look.Text("outcome")!))
        {
            if (outcome.Count() > MostLooks)
                yield return Told(now, RecordWords.Left(outcome.Key, outcome.Count()), null);
            else
                foreach (var look in outcome)
                    yield return Told(now, _words.Left(outcome.Key, starts[look.Text("eventId")!].Cast<DateTimeOffset?>().FirstOrDefault()),
                        "Event " + look.Text("eventId"));
        }

        static RecordLine Told(DateTimeOffset at, string text, string? detail) =>
            new(new Line(at, "decision", null, null, text, detail), 1, Anchor.Reading);
    }

    private RecordLine Act(HostRecord record, JsonNode act, ILookup<Guid, JsonNode> cards)
    {
        var code = act.Text("act")!;
        var at = Iso.Read(act.Text("at"))!.Value;
        var card = cards[act.Id("card")].LastOrDefault();
        var conference = record.Conference(act.Id("subject")) ?? record.Conference(card.Id("conference"))
            ?? record.Conference(record.Notices.FirstOrDefault(notice => notice.Id("subject") == act.Id("subject")).Id("conference"));
        var detail = $"Audit row {act?["sequence"]} of {act.Text("subject") ?? "the council's own chain"}: {code}";
        if (code.StartsWith("conference.", StringComparison.Ordinal))
            return new RecordLine(
                new Line(at, "decision", null, conference.Text("reference"), _words.Conference(code, conference), detail), 1, Anchor.Reading);
        var who = act.Text("actor") is null ? (Guid?)null : act.Id("actor");
        return new RecordLine(
            new Line(at, "audit", who, conference.Text("reference"), _words.Act(code, who), detail), 2, Anchor.Press, card.Text("activityId"));
    }

    private IEnumerable<RecordLine> Notice(HostRecord record, JsonNode notice, DateTimeOffset now, string? activity)
    {
        if (notice.Text("why") == "asked")
            yield break;
        var (key, state, who) = (notice.Text("key")!, notice.Text("state"), notice.Id("to"));
        var reference = record.Reference(notice.Id("conference"));
        var first = !_told.ContainsKey("notice:" + key);
        if (!Fresh("notice", key, state + notice.Text("held")))
            yield break;
        if (first)
            yield return new RecordLine(
                new Line(Iso.Read(notice.Text("at"))!.Value, "decision", who, reference, _words.Decided(notice), "Notice " + key), 3,
                Anchor.Arrival, activity);
        if (state == "waiting")
            yield return new RecordLine(new Line(now, "notice", who, reference, _words.Held(notice)), 4);
        else if (!first || state == "notNeeded")
            yield return new RecordLine(
                new Line(now, "notice", who, reference, _words.Settled(notice), "Notice " + key), 4, Anchor.Arrival, activity);
    }

    private RecordLine? Delivery(HostRecord record, JsonNode delivery, DateTimeOffset now)
    {
        var who = delivery.Id("person");
        var (text, how) = _words.Delivery(delivery);
        if (text is null)
            return null;
        var ids = $"Delivery {delivery.Text("id")}, card {delivery.Text("card")}";
        var reference = record.Reference(delivery.Id("conference"));
        return delivery.Text("state") == "Sent"
            ? new RecordLine(new Line(now, "delivery", who, reference, text, $"{how} {ids}."), 5, Anchor.ArrivalDetail, delivery.Text("activityId"))
            : new RecordLine(new Line(now, "delivery", who, reference, text, ids), 5);
    }

    /// <returns>Whether this state of it was not told yet.</returns>
    private bool Fresh(string kind, string id, string state)
    {
        var key = $"{kind}:{id}";
        if (_told.TryGetValue(key, out var before) && before == state)
            return false;
        _told[key] = state;
        return true;
    }
}
