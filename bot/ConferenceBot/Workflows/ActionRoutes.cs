using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Describing;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Replies;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Workflows;

/// <summary>Which workflow takes which reply.</summary>
internal sealed class ActionRoutes(ActOnReport report, ActOnFlag flag, ActOnEscalation escalation, PeopleRoutes attendees, AskDirectory directory)
{
    /// <summary>Looks change nothing and are answered on any version of the card.</summary>
    public static bool HasEffect(Reply reply) => reply is not (OpenItem or Back or OpenFlagForm or ShowText or HideText or OpenAttendee or ShowWho or ShowPeoplePage or LookAtPeopleAgain);

    /// <summary>Asks the directory for what the reply needs, before the transaction begins.</summary>
    /// <param name="card">The actor's own.</param>
    /// <returns>The actor's managers where the reply goes to one of them.</returns>
    public Task<ImmutableArray<PersonId>> AskDirectoryAsync(Actor actor, Reply reply, CardCopy card, CancellationToken cancellationToken) => reply switch
    {
        RaiseEscalation or AnswerReport { Answer.Hard: HardToSay.Support } => directory.ForManagersAsync(actor, card, cancellationToken),
        RaiseFlag or AnswerReport { Answer.NotSafeWithSomeone: true } or AnswerReport { Answer.Hard: HardToSay.Ground } => directory.ForChairAsync(actor, card, cancellationToken),
        _ => Task.FromResult<ImmutableArray<PersonId>>([]),
    };

    /// <summary>What has to be read of calendar or directory before the transaction begins.</summary>
    public Task<string?> BeforeAsync(Actor actor, Reply? reply, Guid card, CancellationToken cancellationToken) =>
        attendees.BeforeAsync(actor, reply, card, cancellationToken);

    public async Task<ActResult> RouteAsync(Act act, Reply reply) => await attendees.RefusalAsync(act) ?? await AllowedAsync(act, reply);

    private Task<ActResult> AllowedAsync(Act act, Reply reply) => reply switch
    {
        ConfirmProfessional or SayNotHere or TakeVerdictBack or LookAtPeopleAgain or OpenAttendee or ShowWho or ShowPeoplePage =>
            attendees.RouteAsync(act, reply),
        AnswerReport answer => report.AnswerAsync(act, answer),
        CorrectReport => report.CorrectAsync(act),
        OpenItem or HideText => LookAsync(act, act.Copy),
        Back => BackAsync(act),
        OpenFlagForm => ActOnFlag.OpenFormAsync(act),
        RaiseFlag raise => flag.RaiseAsync(act, raise),
        ReadFlag => flag.ReadAsync(act),
        PlanFlag plan => flag.PlanAsync(act, plan),
        CorrectPlan => flag.CorrectPlanAsync(act),
        WithdrawFlag => flag.WithdrawAsync(act),
        TakeSupportOn => flag.TakeSupportOnAsync(act),
        RaiseEscalation raise => escalation.RaiseAsync(act, raise),
        TakeEscalationOn take => escalation.TakeOnAsync(act, take),
        DeclineEscalation decline => escalation.DeclineAsync(act, decline),
        CorrectDecision => escalation.CorrectAsync(act),
        GoToNextStage => escalation.GoToNextStageAsync(act),
        ShowText => act.Copy.Kind is Domain.Notices.CardKind.ChairAlert ? flag.ShowAsync(act) : ActOnEscalation.ShowAsync(act),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The form a refused reply came from, so that what was typed comes back in it; null = the card itself.</summary>
    public static async Task<CardContent?> FormOfAsync(Act act, Reply reply) =>
        reply is RaiseFlag && await ActOnReport.FindAsync(act) is var (conference, _, _)
            ? DescribeFlag.Form(conference, act.Clock)
            : null;

    private static async Task<ActResult> LookAsync(Act act, CardCopy copy) => new ActResult.Look(
        await DescribeCard.NowAsync(act.Session, copy, act.Clock, false, act.Cancellation), copy);

    /// <summary>From an opened item back to its list; from a form back to its own card.</summary>
    private static async Task<ActResult> BackAsync(Act act) => await LookAsync(
        act, act.Copy.Parent is { } parent && await act.Session.Cards.FindAsync(parent, act.Cancellation) is { } list ? list : act.Copy);
}
