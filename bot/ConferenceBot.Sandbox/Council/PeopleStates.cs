using System.Collections.Concurrent;

namespace ConferenceBot.Sandbox.Council;

/// <summary>Automatic replies of a mailbox.</summary>
/// <param name="Status">disabled, scheduled or alwaysEnabled.</param>
internal sealed record AutomaticReplies(string Status, DateTimeOffset? Start = null, DateTimeOffset? End = null);

/// <summary>What has become of somebody's account.</summary>
/// <param name="Left">The directory does not know the person any more.</param>
/// <param name="Disabled">Sign-in is blocked.</param>
/// <param name="Unlicensed">The account has no licence, and so neither Teams nor a mailbox.</param>
/// <param name="Replies">Null follows the person's leave.</param>
internal sealed record AccountState(bool Left = false, bool Disabled = false, bool Unlicensed = false, AutomaticReplies? Replies = null);

/// <summary>Leavers, disabled and unlicensed accounts and automatic replies, as plays and tests set them.</summary>
internal sealed class PeopleStates(TimeZoneInfo zone)
{
    private readonly ConcurrentDictionary<Guid, AccountState> _states = new();

    public AccountState this[Guid person]
    {
        get => _states.GetValueOrDefault(person, new AccountState());
        set => _states[person] = value;
    }

    public bool HasMailbox(Guid user) => this[user] is { Left: false, Unlicensed: false };

    /// <summary>Somebody on leave has them scheduled from the first day to the morning after the last.</summary>
    public AutomaticReplies RepliesOf(Guid user, Person? person) => this[user].Replies
        ?? (person?.Leave is { } leave
            ? new AutomaticReplies("scheduled", Midnight(leave.First), Midnight(leave.Last.AddDays(1)))
            : new AutomaticReplies("disabled"));

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
