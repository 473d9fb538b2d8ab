using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Workflows;

internal enum DeliveryState
{
    /// <summary>To be sent as soon as <see cref="CardDelivery.NotBefore"/> allows.</summary>
    Pending,
    Sent,

    /// <summary>
    /// The bot is not installed for the person; sent when it is, looked at again from <see cref="CardDelivery.NotBefore"/> on. "Not
    /// reached", never "not responding".
    /// </summary>
    AwaitingInstall,

    /// <summary>Refused for good; the administrator sees it. Tried again when the person next uses the bot.</summary>
    GivenUp,

    /// <summary>Nothing to say any more: the subject was settled or withdrawn before it could be sent.</summary>
    NotNeeded,
}

/// <summary>One card to one person through one door. Written in the transaction that decided it, sent after.</summary>
internal sealed record CardDelivery
{
    public required Guid Id { get; init; }
    public required PersonId Person { get; init; }
    public required Guid Card { get; init; }
    public required ToastKind Toast { get; init; }
    public DeliveryState State { get; init; }

    /// <summary>Attempts made.</summary>
    public int Attempt { get; init; }

    /// <summary>Machine time.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Procedure time of the decision.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Short code of the last result, such as <c>sent</c> or <c>ConversationBlockedByUser</c>; null before the first attempt.</summary>
    public string? Result { get; init; }
}

internal interface IDeliveryRows
{
    /// <summary>Pending ones, and ones that await the installation, whose time has come; oldest first.</summary>
    Task<IReadOnlyList<CardDelivery>> PendingAsync(DateTimeOffset machineNow, int atMost, CancellationToken cancellationToken);

    /// <summary>Those of one person in one state, oldest first.</summary>
    Task<IReadOnlyList<CardDelivery>> OfPersonAsync(PersonId person, DeliveryState state, CancellationToken cancellationToken);
    Task<CardDelivery?> OfCardAsync(Guid card, CancellationToken cancellationToken);
    Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(CancellationToken cancellationToken);
    Task SaveAsync(CardDelivery delivery, CancellationToken cancellationToken);
}
