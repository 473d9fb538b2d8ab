using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class NoticeRows(StoreSession session) : INoticeRows
{
    public async Task<bool> TryAddAsync(Notice notice, DateTimeOffset at, bool waiting, CancellationToken cancellationToken)
    {
        if (await session.FindAsync<NoticeRow>(cancellationToken, notice.Key) is not null) return false;
        session.Add(new NoticeRow
        {
            Council = session.Key,
            NoticeKey = notice.Key,
            Sequence = await session.NextSequenceAsync(cancellationToken),
            To = notice.To.Value,
            Card = notice.Card,
            Subject = notice.Subject,
            Conference = notice.Conference?.Value,
            Urgency = notice.Urgency,
            Toast = notice.Toast,
            At = at,
            Waiting = waiting,
        });
        return true;
    }

    public async Task<IReadOnlyList<Notice>> WaitingAsync(PersonId person, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<NoticeRow>(cancellationToken);
        var waiting = await rows.Where(n => n.To == person.Value && n.Waiting)
            .OrderBy(n => n.At).ThenBy(n => n.Sequence)
            .ToListAsync(cancellationToken);
        return [.. waiting.Select(n => n.ToNotice())];
    }

    public async Task SettleAsync(string key, Guid? card, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<NoticeRow>(cancellationToken, key)
            ?? throw new InvalidOperationException("A notice that was never written cannot be settled.");
        (row.Waiting, row.ToldBy) = (false, card);
        session.Changed();
    }
}
