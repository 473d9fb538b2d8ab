using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Calendars;

/// <summary>The dry run over the configured mailboxes: reads, asks who the people are, and reports.</summary>
internal sealed class CalendarCheck(CheckReader reader, ICalendarScope scope, IPeople people) : ICalendarCheck
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true };

    public async Task<bool> RunAsync(
        IReadOnlyList<CouncilKey> councils, CalendarCheckRequest request, DateTimeOffset now, (TextWriter Output, TextWriter Progress) writers,
        CancellationToken cancellationToken)
    {
        var (output, progress) = writers;
        var read = new List<CheckedMailbox>();
        var json = new JsonArray();
        foreach (var council in councils)
        {
            var window = WindowOf(council, request, now);
            var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (index, address) in scope.Mailboxes(council).Index().Where(pair => request.Mailbox is null || pair.Index + 1 == request.Mailbox))
            {
                var number = index + 1;
                var name = string.Create(CultureInfo.InvariantCulture, $"{council.Value}, mailbox {number}");
                await progress.WriteLineAsync($"Reading {name} ...");
                var mailbox = await reader.ReadAsync(council, (number, address), window,
                    events => progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {events} events so far")), cancellationToken);
                mailbox = Joined(await WithKnownAsync(council, mailbox, cancellationToken), firsts);
                read.Add(mailbox);
                if (request.Json)
                    json.Add(CheckJson.Of(council, window, mailbox, request.All));
                else
                    await CheckText.WriteAsync(output, council, window, mailbox, request.All);
            }
        }
        if (request.Json)
            await output.WriteLineAsync(new JsonObject { ["mailboxes"] = json }.ToJsonString(Pretty));
        else
            await CheckText.WriteTotalAsync(output, read);
        return read.TrueForAll(mailbox => mailbox.IsClean);
    }

    private CalendarWindow WindowOf(CouncilKey council, CalendarCheckRequest request, DateTimeOffset now)
    {
        var window = scope.WindowAt(council, now);
        return request.Days is { } days ? window with { Until = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(days + 1) } : window;
    }

    /// <summary>Counts the professionals of each conference; only conferences' people are asked about, as in the bot's own read.</summary>
    private async Task<CheckedMailbox> WithKnownAsync(CouncilKey council, CheckedMailbox mailbox, CancellationToken cancellationToken)
    {
        ImmutableArray<string> addresses = [.. mailbox.Events.Where(one => one.Outcome == CheckOutcome.Conference).SelectMany(one => one.People).Distinct()];
        if (addresses.IsEmpty) return mailbox;
        try
        {
            var found = await people.FindAsync(council, addresses, cancellationToken);
            var known = found.Select(one => one.Address).ToHashSet(StringComparer.Ordinal);
            return mailbox with
            {
                Events = [.. mailbox.Events.Select(one => one.Outcome == CheckOutcome.Conference ? one with { Known = one.People.Count(known.Contains) } : one)],
            };
        }
        catch (CalendarAwayException away)
        {
            return mailbox with { DirectoryAway = away.Code };
        }
    }

    private static CheckedMailbox Joined(CheckedMailbox mailbox, Dictionary<string, int> firsts) => mailbox with
    {
        Events =
        [
            .. mailbox.Events.Select(one => one.Outcome != CheckOutcome.Conference || firsts.TryAdd(one.Uid, mailbox.Number) || firsts[one.Uid] == mailbox.Number
                ? one
                : one with { SameAsIn = firsts[one.Uid] }),
        ],
    };
}
