using System.Collections.Immutable;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Notices.Contents;

/// <summary>The prompt: a form while something is open or being corrected, otherwise the settled answer with "Correct this".</summary>
/// <param name="Step">The last step given; null for a card opened from a list.</param>
/// <param name="NextDue">Local; the earliest open deadline; null when nothing is due.</param>
/// <param name="LateBooked">Booked after the deadline: "as soon as you can", never "overdue".</param>
/// <param name="Overdue">The earliest open deadline has passed and the booking was not late.</param>
/// <param name="Family">Null where sharing with the family is never asked (police).</param>
/// <param name="Today">Local day, the default of the date inputs and their latest value.</param>
/// <param name="FromList">The card was opened inside a digest or list and offers the way back.</param>
public sealed record PromptContent(
    ConferenceLine Conference, PromptStep? Step, DateTimeOffset? NextDue, bool LateBooked, bool Overdue, bool Form,
    ChairPart Chair, FamilyPart? Family, ImmutableArray<Choice> Grounds, ImmutableArray<Sent> Sent,
    DateTimeOffset? AnsweredAt, DateOnly Today, string DutyNumber, bool FromList) : CardContent;

/// <param name="Due">Local deadline.</param>
public sealed record ChairPart(DateTimeOffset Due, DateOnly? SentOn);

/// <param name="Due">Local deadline.</param>
/// <param name="On">Local day for "all" and "some".</param>
/// <param name="Paused">Reminders about this part are paused: not safe to share with someone, or restricted information was raised.</param>
public sealed record FamilyPart(
    DateTimeOffset Due, FamilyAnswer Answer, DateOnly? On, string? WhyNotYet, bool NotSafeWithSomeone, bool Paused,
    ImmutableArray<Choice> WhyChoices);

/// <summary>Something this author has sent about the conference, shown as a line of the settled prompt.</summary>
/// <param name="At">Local.</param>
/// <param name="ReplyBy">Local; for support: when the manager is to reply.</param>
public sealed record Sent(FlagKind Kind, FlagState State, DateTimeOffset At, DateTimeOffset? ReplyBy);

/// <summary>Several prompts of one day as one card; each item opens its own prompt in place.</summary>
public sealed record DigestContent(ImmutableArray<ListItem> Items) : CardContent;

/// <summary>The person's coming conferences, as they asked for them.</summary>
/// <param name="Unknown">The person is not confirmed as a professional here: nothing is shown and the card says whom to ask.</param>
public sealed record MyConferencesContent(ImmutableArray<ListItem> Items, bool Unknown) : CardContent;

/// <summary>One line of a list card.</summary>
/// <param name="Card">Id and version of the item's own card, put into its button; null when there is nothing to open.</param>
/// <param name="NextDue">Local; null when nothing is due.</param>
public sealed record ListItem(CardStamp? Card, ConferenceLine Conference, ListState State, DateTimeOffset? NextDue);

public enum ListState
{
    ToDo,
    Overdue,
    Settled,

    /// <summary>The reader chairs this one.</summary>
    Chairing,

    /// <summary>Cancelled, or no longer invited.</summary>
    Gone,
}

/// <summary>All that a card carries: an opaque random id and the version it shows.</summary>
public readonly record struct CardStamp(Guid Id, int Version);
