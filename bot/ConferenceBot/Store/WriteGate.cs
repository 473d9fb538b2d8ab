namespace ConferenceBot.Store;

/// <summary>
/// Lets one writer of the database in at a time, in order of arrival. SQLite alone would let writers sleep and overtake each other.
/// </summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _turns = new(1, 1);
    private readonly AsyncLocal<Turn?> _mine = new();

    /// <summary>Waits for the turn; dispose it to let the next in.</summary>
    /// <exception cref="InvalidOperationException">The caller is inside its own turn: it would wait for itself for ever.</exception>
    public Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (_mine.Value is { Over: false }) throw new InvalidOperationException("A write inside a write would wait for itself.");
        var turn = _mine.Value = new Turn(_turns);
        return EnterAsync(turn, cancellationToken);
    }

    public void Dispose() => _turns.Dispose();

    private async Task<IDisposable> EnterAsync(Turn turn, CancellationToken cancellationToken)
    {
        try
        {
            await _turns.WaitAsync(cancellationToken);
            return turn;
        }
        catch (OperationCanceledException)
        {
            turn.Over = true;
            throw;
        }
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public bool Over { get; set; }

        public void Dispose()
        {
            if (Over) return;
            Over = true;
            turns.Release();
        }
    }
}
