using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class ProtectedTexts(StoreSession session, TextVault vault) : IProtectedText
{
    /// <exception cref="ProtectedTextTooLongException"/>
    public async Task PutAsync(Guid subject, string field, string text, CancellationToken cancellationToken)
    {
        session.MustWrite();
        var row = await session.FindAsync<ProtectedTextRow>(cancellationToken, subject, field);
        if (text.Length == 0)
        {
            if (row is not null) await session.RemoveAsync(row, cancellationToken);
            return;
        }

        var cipher = vault.Close(session.Key, subject, field, text);
        if (row is null) session.Add(row = new ProtectedTextRow { Council = session.Key, Subject = subject, Field = field });
        row.Cipher = cipher;
        session.Changed();
    }

    public async Task<IReadOnlyDictionary<string, string>> GetAsync(Guid subject, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<ProtectedTextRow>(cancellationToken);
        var fields = await rows.Where(t => t.Subject == subject).ToListAsync(cancellationToken);
        return fields.ToDictionary(t => t.Field, t => vault.Open(session.Key, subject, t.Field, t.Cipher));
    }

    public async Task<bool> ExistsAsync(Guid subject, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<ProtectedTextRow>(cancellationToken);
        return await rows.AnyAsync(t => t.Subject == subject, cancellationToken);
    }
}
