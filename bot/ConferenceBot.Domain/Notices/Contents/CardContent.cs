using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Notices.Contents;

/// <summary>
/// The facts one card shows, taken from the current state each time it is drawn: no words, no JSON, no name, no category. Every
/// <see cref="DateTimeOffset"/> in a content carries the council's local offset, so a card formats it as it stands.
/// </summary>
public abstract record CardContent
{
    /// <summary>A refusal to say at the top of the current card; null on a fresh one.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What the person had typed when an action was refused, by input id; offered again in the inputs. Never stored.</summary>
    public ImmutableDictionary<string, string> Kept { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>Which conference a card is about; the reference is the bot's own.</summary>
/// <param name="Start">Local.</param>
/// <param name="Moved">The conference was moved after the first cards went out.</param>
public sealed record ConferenceLine(CaseReference Reference, ConferenceType Type, DateTimeOffset Start, DateTimeOffset End, bool Moved);

/// <summary>Why a card shows nothing to do any more.</summary>
public enum PutAway
{
    /// <summary>A newer card has the same matter.</summary>
    Replaced,
    Cancelled,

    /// <summary>The person is no longer invited.</summary>
    NoLongerInvited,
    TakenPlace,

    /// <summary>The sender took it back.</summary>
    Withdrawn,
}

/// <summary>A card that is put away: one neutral line why.</summary>
public sealed record PutAwayContent(PutAway Why, ConferenceLine? Conference) : CardContent;
