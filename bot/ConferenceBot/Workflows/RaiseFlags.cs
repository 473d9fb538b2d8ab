using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;

namespace ConferenceBot.Workflows;

/// <summary>Raises a flag: writes it with its text, tells its addressee at once and remembers when to look again.</summary>
internal sealed class RaiseFlags(Telling telling, IPeople people, IIds ids, NotHere barred)
{
    /// <param name="text">What was typed, by field; empty fields are left out.</param>
    public async Task RaiseAsync(
        Act act, Conference conference, Participant sender, FlagDraft draft, ImmutableDictionary<string, string> text)
    {
        var id = new FlagId(ids.Next());
        var audience = await AudienceAsync(act.Session, conference, draft.Kind, act.Managers, act.Clock.Now, act.Cancellation);
        var accepted = (Decision<RiskFlag>.Accepted)RiskFlags.Raise(draft, id, conference, sender, audience, act.Clock);
        foreach (var (field, typed) in text.Where(t => t.Value.Length > 0))
            await act.Session.Text.PutAsync(id.Value, field, typed, act.Cancellation);
        await SaveAsync(act.Session, accepted, act.Clock, act.Cancellation);
        await act.Session.Audit.AppendAsync(
            new AuditEntry(id.Value, "flag.raise", act.Actor, act.Copy.Id, act.Clock.Now), act.Cancellation);
    }

    /// <summary>Saves a decided flag, its next look and its notices, and brings the cards that show it up to date.</summary>
    public async Task SaveAsync(
        IStoreSession session, Decision<RiskFlag>.Accepted accepted, RuleClock clock, CancellationToken cancellationToken)
    {
        var flag = accepted.State;
        await session.Flags.SaveAsync(flag, cancellationToken);
        await session.Dues.SetAsync(DueKind.Flag, flag.Id.Value, accepted.NextDue, cancellationToken);
        await CardChanges.OfSubjectAsync(session, flag.Id.Value, cancellationToken);
        await CardChanges.OfSubjectAsync(session, flag.Conference.Value, cancellationToken);
        await SenderPromptAsync(session, flag, cancellationToken);
        await telling.TellAsync(session, accepted.Notices, clock, cancellationToken);
    }

    /// <param name="managers">Lowest first; used for support only, which never reaches the chair or the administrator.</param>
    /// <param name="now">Procedure time: for who is away.</param>
    /// <exception cref="CalendarAwayException">Who the deputies are could not be read: not the same as none.</exception>
    public async Task<FlagAudience> AudienceAsync(
        IStoreSession session, Conference conference, FlagKind kind, ImmutableArray<PersonId> managers, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (kind == FlagKind.SupportToShare)
            return FlagAudience.ForSupport(managers, await WhoIsAway.OfAsync(session, managers, now, cancellationToken)) with
            {
                NotReached = (await WhoIsAway.NotReachedAsync(session, managers, cancellationToken))
                    .Union(await barred.OfAsync(session, conference.Id, managers, cancellationToken)),
            };
        var deputies = await barred.WithoutAsync(session, conference.Id, people.DeputyChairs(conference.Council), cancellationToken);
        List<PersonId> asked = conference.Chair is { } chair ? [chair, .. deputies] : [.. deputies];
        var administrators = await barred.WithoutAsync(session, conference.Id, people.Administrators(conference.Council), cancellationToken);
        return new FlagAudience(conference.Chair, deputies, administrators)
        {
            Away = await WhoIsAway.OfAsync(session, asked, now, cancellationToken),
            NotReached = await WhoIsAway.NotReachedAsync(session, asked, cancellationToken),
        };
    }

    /// <summary>The sender's prompt says what became of it; an answer that is being corrected is left alone.</summary>
    private static async Task SenderPromptAsync(IStoreSession session, RiskFlag flag, CancellationToken cancellationToken)
    {
        var tasks = await session.Tasks.OfConferenceAsync(flag.Conference, cancellationToken);
        if (tasks.FirstOrDefault(t => t.Author == flag.RaisedBy) is { Correcting: false } task)
            await CardChanges.OfSubjectAsync(session, task.Id.Value, cancellationToken);
    }
}
