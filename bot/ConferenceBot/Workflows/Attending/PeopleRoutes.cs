using ConferenceBot.Domain.Replies;

namespace ConferenceBot.Workflows;

/// <summary>The replies of the administrators' cards about attendees; nobody else's press of them does anything.</summary>
internal sealed class PeopleRoutes(ActOnPeople people, LookFirst first)
{
    public Task<string?> BeforeAsync(Actor actor, Reply? reply, Guid card, CancellationToken cancellationToken) =>
        first.BeforeAsync(actor, reply, card, cancellationToken);

    /// <summary>Whether the card is about attendees and its holder does not administer conferences (any more).</summary>
    public bool Refuses(Act act) => ActOnPeople.IsPeopleCard(act.Copy.Kind) && !people.MayDecide(act.Session.Council, act.Actor);

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
