using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Replies;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.WorkflowTests;

/// <summary>Somebody's manager turns out to be family in a conference: what they hold of it by their office does not stay with them.</summary>
public sealed class LeaveConferenceTests : StoreTest
{
    private readonly PersonId _head = Some.Person();

    private ConfirmDesk Confirm => field ??= new ConfirmDesk(Host);

    [Fact]
    public async Task A_request_that_waits_for_them_goes_on_at_once_and_their_card_is_put_away_in_place()
    {
        await Confirm.SeenAsync();
        var escalation = await EscalateAsync("a", ConfirmDesk.OfficerId, _head);
        var ask = await CardAsync(escalation.Id.Value, ConfirmDesk.OfficerId);

        await NotHereAsync("a");
        Assert.Equal(PutAway.NoLongerInvited, (await CardAsync(escalation.Id.Value, ConfirmDesk.OfficerId)).PutAway);
        await Confirm.PassAsync();

        var moved = (await Confirm.Desk.ReadAsync(s => s.Escalations.FindAsync(escalation.Id, default)))!;
        Assert.Equal((_head, EscalationState.Asked), (moved.Manager, moved.State));
        Assert.NotNull(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new TakeEscalationOn(Stamp(ask), null), ConfirmDesk.OfficerId)));
        Assert.Equal(EscalationState.Asked, (await Confirm.Desk.ReadAsync(s => s.Escalations.FindAsync(escalation.Id, default)))!.State);
    }

    [Fact]
    public async Task Where_nobody_else_can_decide_the_administrators_are_asked_to_ring()
    {
        await Confirm.SeenAsync();
        var escalation = await EscalateAsync("a", ConfirmDesk.OfficerId);
        await NotHereAsync("a");
        await Confirm.PassAsync();

        var cards = await Confirm.Desk.ReadAsync(s => s.Cards.OfSubjectAsync(escalation.Id.Value, default));
        Assert.Equal(
            new[] { ConfirmDesk.Administrator, ConfirmDesk.OtherAdministrator }.OrderBy(p => p.Value),
            cards.Where(c => c.Kind == CardKind.AdministratorItem).Select(c => c.Person).OrderBy(p => p.Value));
    }

    [Fact]
    public async Task Nothing_that_was_written_is_shown_to_them_even_on_a_card_that_is_still_open()
    {
        await Confirm.SeenAsync();
        var escalation = await EscalateAsync("a", _head);
        await Confirm.Desk.WriteAsync(s => s.Text.PutAsync(escalation.Id.Value, "tried", "A word nobody else may read.", default));
        await NotHereAsync("a");
        CardCopy? open = null;
        await Confirm.Desk.WriteAsync(async session => open = await Confirm.Desk.Telling.MakeCardAsync(
            session, new Notice("late", ConfirmDesk.OfficerId, CardKind.EscalationAsk, escalation.Id.Value, escalation.Conference, Urgency.Now, ToastKind.Quiet),
            Confirm.Desk.Now, default));

        var shown = Assert.IsType<CardAnswer.Show>(await Confirm.PressAsync(new ShowText(Stamp(open!)), ConfirmDesk.OfficerId));

        Assert.IsType<NotAllowed>(shown.Content.Refusal);
        Assert.Equal(PutAway.NoLongerInvited, Assert.IsType<PutAwayContent>(shown.Content).Why);
    }

    [Fact]
    public async Task A_request_for_support_they_have_not_answered_is_passed_on_and_the_sender_is_told()
    {
        await Confirm.SeenAsync();
        var conference = await Confirm.ConferenceAsync("a");
        var flag = await SupportAsync(conference);
        await NotHereAsync("a");
        await Confirm.PassAsync();

        Assert.NotNull((await Confirm.Desk.ReadAsync(s => s.Flags.FindAsync(flag.Id, default)))!.PassedOnAt);
        Assert.Equal(PutAway.NoLongerInvited, (await CardAsync(flag.Id.Value, ConfirmDesk.OfficerId)).PutAway);
    }

    [Fact]
    public async Task Another_conference_of_the_same_case_is_left_at_the_next_look()
    {
        await Confirm.ReadAsync(
            ConfirmDesk.Event("a", "C1", 18, ConfirmDesk.Worker, ConfirmDesk.Officer), ConfirmDesk.Event("review", "C1", 20, ConfirmDesk.Worker, ConfirmDesk.Officer),
            ConfirmDesk.Event("other", "C2", 20, ConfirmDesk.Worker, ConfirmDesk.Officer));
        await Confirm.PassAsync();
        var (review, other) = (await EscalateAsync("review", ConfirmDesk.OfficerId, _head), await EscalateAsync("other", ConfirmDesk.OfficerId, _head));

        await NotHereAsync("a");
        await Confirm.PassAsync();

        Assert.Equal(PutAway.NoLongerInvited, (await CardAsync(review.Id.Value, ConfirmDesk.OfficerId)).PutAway);
        Assert.Null((await CardAsync(other.Id.Value, ConfirmDesk.OfficerId)).PutAway);
    }

    private async Task NotHereAsync(string id) =>
        Assert.Null(ConfirmDesk.RefusalOf(await Confirm.PressAsync(new SayNotHere(await Confirm.RowAsync(id, ConfirmDesk.Officer)))));

    private async Task<Escalation> EscalateAsync(string id, params PersonId[] ladder)
    {
        var conference = await Confirm.ConferenceAsync(id);
        var raised = (Decision<Escalation>.Accepted)EscalationRules.Raise(
            new EscalationId(Some.Id()), conference, conference.Find(ConfirmDesk.WorkerId)!, "reportsNotShared", [.. ladder], Confirm.Desk.Clock);
        await Confirm.Desk.WriteAsync(async session =>
        {
            await session.Escalations.SaveAsync(raised.State, default);
            await Confirm.Desk.Telling.TellAsync(session, raised.Notices, Confirm.Desk.Clock, default);
        });
        return raised.State;
    }

    private async Task<RiskFlag> SupportAsync(Conference conference)
    {
        var audience = FlagAudience.ForSupport([ConfirmDesk.OfficerId], ImmutableHashSet<PersonId>.Empty);
        var raised = (Decision<RiskFlag>.Accepted)RiskFlags.Raise(
            FlagDraft.Support(), new FlagId(Some.Id()), conference, conference.Find(ConfirmDesk.WorkerId)!, audience, Confirm.Desk.Clock);
        await Confirm.Desk.WriteAsync(session => Confirm.Desk.Raising.SaveAsync(session, raised, Confirm.Desk.Clock, default));
        return raised.State;
    }

    private async Task<CardCopy> CardAsync(Guid subject, PersonId person) =>
        (await Confirm.Desk.ReadAsync(s => s.Cards.OfSubjectAsync(subject, default))).Single(c => c.Person == person);

    private static CardStamp Stamp(CardCopy copy) => new(copy.Id, copy.Version);
}
