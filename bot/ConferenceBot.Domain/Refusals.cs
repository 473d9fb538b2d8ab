namespace ConferenceBot.Domain;

/// <summary>Every named "no". Each has its own words in the card resources, under <c>Refusal.{Code}</c>.</summary>
public abstract record Refusal
{
    /// <summary>The resource key and the audit code: the type's name.</summary>
    public string Code => GetType().Name;
}

/// <summary>The card's id is not known here: forged, or long purged.</summary>
public sealed record UnknownCard : Refusal;

/// <summary>The card belongs to somebody else.</summary>
public sealed record NotYourCard : Refusal;

/// <summary>The card was changed since it was shown; the current one comes back with what was typed.</summary>
public sealed record StaleCard : Refusal;

/// <summary>The card was put away: its conference was cancelled or has taken place, or a newer card replaced it.</summary>
public sealed record CardPutAway : Refusal;

/// <summary>The verb or its inputs cannot be read.</summary>
public sealed record UnreadableReply : Refusal;

/// <summary>A date was given that lies in the future.</summary>
public sealed record DateInFuture : Refusal;

/// <summary>Nothing was answered: neither fact nor reason.</summary>
public sealed record NothingAnswered : Refusal;

/// <summary>"Not yet" without a reason from the list.</summary>
public sealed record ReasonMissing : Refusal;

/// <summary>A private message to the chair must say what the family has been told.</summary>
public sealed record FamilyToldMissing : Refusal;

/// <summary>A safety concern needs what was seen or heard.</summary>
public sealed record SeenMissing : Refusal;

/// <summary>A typed text is longer than the procedure allows.</summary>
public sealed record TextTooLong(int Limit) : Refusal;

/// <summary>A choice that is not on the procedure's list.</summary>
public sealed record UnknownChoice : Refusal;

/// <summary>No manager is known for this person; the number to ring is on the card.</summary>
public sealed record NoManagerKnown : Refusal;

/// <summary>A plan or "read" for a flag that was withdrawn or has expired.</summary>
public sealed record FlagClosed : Refusal;

/// <summary>Somebody else decided first.</summary>
public sealed record AlreadyDecided : Refusal;

/// <summary>There is no further stage on this escalation's ladder.</summary>
public sealed record NoFurtherStage : Refusal;

/// <summary>The task is no longer open: cancelled, withdrawn, or its conference has taken place.</summary>
public sealed record TaskClosed : Refusal;

/// <summary>The person may not do this now.</summary>
public sealed record NotAllowed : Refusal;

/// <summary>Something this needs (the directory, the store) is away just now; nothing was recorded and what was typed is kept.</summary>
public sealed record TryAgain : Refusal;

/// <summary>What was asked to be seen could not be put before the person: an older client, or too late. Nobody counts as having read it.</summary>
public sealed record NotShown : Refusal;
