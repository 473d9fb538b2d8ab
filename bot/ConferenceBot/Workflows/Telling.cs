using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Workflows;

/// <summary>
/// Writes notices down inside the deciding transaction: routine ones wait to be gathered, all others become a card and a
/// delivery at once. Nothing is sent from here.
/// </summary>
internal sealed class Telling(IIds ids, TimeProvider machine)
{
    public async Task TellAsync(
        IStoreSession session, ImmutableArray<Notice> notices, RuleClock clock, CancellationToken cancellationToken)
    {
        foreach (var notice in notices)
        {
            var when = await WhenAsync(session, notice.To, clock, cancellationToken);
            var notBefore = when.NotBefore(notice, clock);
            if (!await session.Notices.TryAddAsync(notice, clock.Now, waiting: notBefore is not null, cancellationToken)) continue;
            if (notBefore is not null) await QueueAsync(session, notice.To, clock, cancellationToken);
            else
                await MakeCardAsync(session, notice, clock.Now, cancellationToken);
        }
    }

    /// <summary>Makes the card of a notice and its delivery; an older card of the same matter is put away as replaced.</summary>
    public async Task<CardCopy> MakeCardAsync(
        IStoreSession session, Notice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var older in await session.Cards.OfSubjectAsync(notice.Subject, cancellationToken))
            if (older.Person == notice.To && older.Kind == notice.Card && older.PutAway is null)
                await ReplaceAsync(session, older, cancellationToken);

        var copy = new CardCopy
        {
            Id = ids.Next(),
            Person = notice.To,
            Kind = notice.Card,
            Subject = notice.Subject,
            Conference = notice.Conference,
            CreatedAt = now,
        };
        await session.Cards.SaveAsync(copy, cancellationToken);
        await DeliverAsync(session, copy, notice.Toast, now, cancellationToken);
        return copy;
    }

    public Task DeliverAsync(
        IStoreSession session, CardCopy copy, ToastKind toast, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.Deliveries.SaveAsync(
            new CardDelivery
            {
                Id = ids.Next(),
                Person = copy.Person,
                Card = copy.Id,
                Toast = toast,
                NotBefore = machine.GetUtcNow(),
                CreatedAt = now,
            },
            cancellationToken);

    /// <summary>An item inside a list keeps its place: the list stays the newest card of its other items.</summary>
    private static Task ReplaceAsync(IStoreSession session, CardCopy older, CancellationToken cancellationToken) =>
        CardChanges.SaveChangedAsync(session, older with { PutAway = PutAway.Replaced }, cancellationToken);

    /// <summary>Sets when this person's waiting notices are looked at again: at the first instant at which one of them may be told.</summary>
    public static async Task QueueAsync(IStoreSession session, PersonId person, RuleClock clock, CancellationToken cancellationToken)
    {
        var when = await WhenAsync(session, person, clock, cancellationToken);
        var waiting = await session.Notices.WaitingAsync(person, cancellationToken);
        var first = waiting.Select(notice => when.NotBefore(notice, clock) ?? clock.Now).Cast<DateTimeOffset?>().Min();
        await session.Dues.SetAsync(DueKind.Prompts, person.Value, first, cancellationToken);
    }

    /// <summary>Reads what decides when this person may be told something.</summary>
    public static async Task<WhenToTell> WhenAsync(
        IStoreSession session, PersonId person, RuleClock clock, CancellationToken cancellationToken) => new(
        await session.Conferences.UnderWayUntilAsync(person, clock.Now, cancellationToken),
        (await session.People.FindAsync(person, cancellationToken))?.LastPromptedAt);
}
