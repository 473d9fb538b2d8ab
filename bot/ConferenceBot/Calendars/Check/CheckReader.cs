using System.Collections.Immutable;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Graph.Models;

namespace ConferenceBot.Calendars;

/// <summary>Reads one mailbox for the check: the same questions and the same recognition as the bot's own read, with nothing kept of the link.</summary>
internal sealed class CheckReader(GraphClients clients, GraphCalls calls, CalendarQueries queries, Recognitions recognitions)
{
    private readonly Series series = new(calls, queries);

    /// <param name="mailbox">Its place in the settings, from 1, and its address.</param>
    /// <param name="progress">Told the number of events after every page but the last.</param>
    public async Task<CheckedMailbox> ReadAsync(
        CouncilKey council, (int Number, string Address) mailbox, CalendarWindow window, Action<int> progress, CancellationToken cancellationToken)
    {
        var events = new OrderedDictionary<string, CheckedEvent?>(StringComparer.Ordinal);
        var nameless = 0;
        var followed = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            for (string? link = null; ;)
            {
                var asked = link;
                var page = await calls.AskAsync(cancel => queries.PageAsync(council, mailbox.Address, asked, window, cancel), cancellationToken);
                if (!clients.Owns(council, page.Link)) throw new CalendarAwayException("foreign-link", null, null);
                await LookAsync(council, mailbox.Address, page, events, cancellationToken);
                foreach (var id in page.RemovedIds) events.Remove(id);
                foreach (var id in page.Unreadable.Where(id => id.Length > 0)) events[id] = null;
                nameless += page.Unreadable.Count(id => id.Length == 0);
                if (page.IsLast) break;
                if (!followed.Add(page.Link)) throw new CalendarAwayException("pageLoop", null, null);
                progress(events.Count);
                link = page.Link;
            }
            return new CheckedMailbox(mailbox.Number,
                [.. events.Values.OfType<CheckedEvent>().Where(one => one.Slot.Start < window.Until && one.Slot.End > window.From).OrderBy(one => one.Slot.Start)],
                nameless + events.Values.Count(one => one is null), Away: null);
        }
        catch (CalendarAwayException away)
        {
            return new CheckedMailbox(mailbox.Number, [], 0, away.Code);
        }
    }

    private async Task LookAsync(
        CouncilKey council, string mailbox, DeltaPage page, OrderedDictionary<string, CheckedEvent?> events, CancellationToken cancellationToken)
    {
        var recognition = recognitions.For(council);
        foreach (var joined in await series.JoinAsync(council, mailbox, page.Events, cancellationToken))
            events[joined.Item.Id!] = joined.Map(recognition) is { } mapped ? Look(joined.Item, joined.Master, recognition, mapped) : null;
    }

    private static CheckedEvent Look(Event item, Event? master, Recognition recognition, (SeenEvent Seen, RecognitionResult Result) mapped)
    {
        var (seen, result) = mapped;
        var outcome = result.Outcome switch
        {
            RecognitionOutcome.Recognised => CheckOutcome.Conference,
            RecognitionOutcome.Private => CheckOutcome.Private,
            RecognitionOutcome.NoSubject => CheckOutcome.NoSubject,
            RecognitionOutcome.AnotherMeeting => CheckOutcome.AnotherMeeting,
            RecognitionOutcome.TookTooLong => CheckOutcome.TookTooLong,
            RecognitionOutcome.NoReference when recognition.HasCategory(item.Categories ?? master?.Categories ?? []) => CheckOutcome.CategoryWithoutReference,
            RecognitionOutcome.NoReference => CheckOutcome.WordsWithoutReference,
            _ when recognition.HasReference(item.Subject ?? master?.Subject) => CheckOutcome.ReferenceWithoutWords,
            _ => CheckOutcome.OtherMeeting,
        };
        var marks = (string.IsNullOrEmpty(item.SeriesMasterId) ? CheckMarks.None : CheckMarks.Series)
            | ((item.IsAllDay ?? master?.IsAllDay) == true ? CheckMarks.AllDay : CheckMarks.None)
            | (seen.Cancelled ? CheckMarks.Cancelled : CheckMarks.None);
        var organiser = (item.Organizer ?? master?.Organizer)?.EmailAddress?.Address?.Trim().ToLowerInvariant();
        var invited = outcome == CheckOutcome.Private ? (int?)null : Invited(item.Attendees ?? master?.Attendees, organiser);
        ImmutableArray<string> people = [.. seen.People.Where(address => address != organiser)];
        return new CheckedEvent(outcome, seen.Slot, result.Type, result.TypeAssumed, invited, people, seen.ICalUId, marks);
    }

    private static int Invited(IEnumerable<Attendee>? attendees, string? organiser) => (attendees ?? [])
        .Where(attendee => attendee.Type != AttendeeType.Resource)
        .Select(attendee => attendee.EmailAddress?.Address?.Trim().ToLowerInvariant() ?? "")
        .Where(address => address.Length > 0 && address != organiser)
        .Distinct(StringComparer.Ordinal).Count();
}
