using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Replies;

namespace ConferenceBot.Workflows;

/// <summary>The replies of the administrators' cards about attendees; nobody else's press of them does anything.</summary>
internal sealed class PeopleRoutes(ActOnPeople people, LookFirst first, NotHere barred)
{
    public Task<string?> BeforeAsync(Actor actor, Reply? reply, Guid card, CancellationToken cancellationToken) =>
        first.BeforeAsync(actor, reply, card, cancellationToken);

    /// <summary>
    /// Why the holder may not act on this card any more: it is about attendees and they do not administer conferences, or they are not a
    /// professional in its conference. Null = they may.
    /// </summary>
    public async Task<ActResult.No?> RefusalAsync(Act act)
    {
        if (ActOnPeople.IsPeopleCard(act.Copy.Kind))
            return people.MayDecide(act.Session.Council, act.Actor) ? null : new ActResult.No(new NotAllowed(), new PutAwayContent(PutAway.Replaced, null));
        return act.Copy.Conference is { } conference
            && !(await barred.OfAsync(act.Session, conference, [act.Actor], act.Cancellation)).IsEmpty
            ? new ActResult.No(new NotAllowed(), new PutAwayContent(PutAway.NoLongerInvited, null))
            : null;
    }

    public Task<ActResult> RouteAsync(Act act, Reply reply) => reply switch
    {
        ConfirmProfessional confirm => people.ConfirmAsync(act, confirm.Agency),
        SayNotHere => people.NotHereAsync(act),
        TakeVerdictBack => people.ChangeAsync(act),
        LookAtPeopleAgain => people.LookedAgainAsync(act),
        OpenAttendee => people.OpenAsync(act),
        ShowWho => people.ShowWhoAsync(act),
        ShowPeoplePage page => ActOnPeople.PageAsync(act, page.First),
        _ => Task.FromResult<ActResult>(new ActResult.No(new Domain.UnreadableReply())),
    };
}
