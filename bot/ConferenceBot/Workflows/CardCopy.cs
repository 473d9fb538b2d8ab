using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Workflows;

/// <summary>Who was shown which card in which activity. The update is repeated until the version shown equals the version wanted.</summary>
internal sealed record CardCopy
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(10);

    /// <summary>Random; the only thing the card itself carries beside the version.</summary>
    public required Guid Id { get; init; }
    public required PersonId Person { get; init; }
    public required CardKind Kind { get; init; }
    public required Guid Subject { get; init; }
    public ConferenceId? Conference { get; init; }

    /// <summary>The list card whose activity shows this one as an item; null for a card with an activity of its own.</summary>
    public Guid? Parent { get; init; }

    /// <summary>The version wanted; from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The version last sent or put; 0 = never.</summary>
    public int Shown { get; init; }
    public string? ActivityId { get; init; }
    public string? ConversationId { get; init; }

    /// <summary>Set when the card has nothing to do any more, whatever its subject says.</summary>
    public PutAway? PutAway { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Machine time at which shown text is put away again by an update; null = no text is shown.</summary>
    public DateTimeOffset? HideTextAt { get; init; }

    /// <summary>The copy with something shown on this person's own client that an update puts away again after <see cref="ShownFor"/>.</summary>
    public CardCopy Showing(DateTimeOffset machineNow) => this with { HideTextAt = machineNow + ShownFor, Shown = Version };

    /// <summary>The activity is gone (deleted, blocked): there is nothing to update any more.</summary>
    public bool Lost { get; init; }
}

internal interface ICardRows
{
    Task<CardCopy?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>All copies that show this subject, whoever holds them, oldest first.</summary>
    Task<IReadOnlyList<CardCopy>> OfSubjectAsync(Guid subject, CancellationToken cancellationToken);
    Task<IReadOnlyList<CardCopy>> OfParentAsync(Guid parent, CancellationToken cancellationToken);

    /// <summary>Copies with an activity of their own, not lost, whose version shown is below the version wanted.</summary>
    Task<IReadOnlyList<CardCopy>> OutOfDateAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>Copies whose shown text is to be put away at or before <paramref name="machineNow"/>.</summary>
    Task<IReadOnlyList<CardCopy>> TextToHideAsync(DateTimeOffset machineNow, CancellationToken cancellationToken);
    Task SaveAsync(CardCopy copy, CancellationToken cancellationToken);
}
