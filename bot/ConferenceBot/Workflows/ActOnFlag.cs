using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Describing;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Replies;

namespace ConferenceBot.Workflows;

/// <summary>A sender raises or withdraws a flag; its addressee reads it, plans, and looks at what was written.</summary>
internal sealed class ActOnFlag(RaiseFlags raising, ActOnReport report)
{
    public const string Seen = "seen", ParentView = "parentView";

    public static async Task<ActResult> OpenFormAsync(Act act) =>
        await ActOnReport.FindAsync(act) is var (conference, _, _)
            ? new ActResult.Look(DescribeFlag.Form(conference, act.Clock), act.Copy)
            : new ActResult.No(new NotAllowed());

    public async Task<ActResult> RaiseAsync(Act act, RaiseFlag reply)
    {
        if (await ActOnReport.FindAsync(act) is not var (conference, task, sender)) return new ActResult.No(new NotAllowed());
        if (conference.Status == ConferenceStatus.Cancelled || act.Clock.Now >= conference.Slot.End) return new ActResult.No(new TaskClosed());
        var refusal = ConcernRules.Check(reply.Indicators, reply.Seen, reply.ParentView, reply.Told, act.Clock.Procedure);
        if (refusal is not null) return new ActResult.No(refusal, DescribeFlag.Form(conference, act.Clock));

        await raising.RaiseAsync(
            act, conference, sender, FlagDraft.Concern(reply.Indicators, reply.Told!.Value),
            ImmutableDictionary<string, string>.Empty.Add(Seen, reply.Seen).Add(ParentView, reply.ParentView));
        await CardChanges.OfSubjectAsync(act.Session, task.Id.Value, act.Cancellation);
        return new ActResult.Done(task.Id.Value);
    }

    public Task<ActResult> ReadAsync(Act act) =>
        ChangeAsync(act, CardKind.ChairAlert, (flag, conference) => RiskFlags.Read(flag, act.Actor, conference, act.Clock));

    public Task<ActResult> PlanAsync(Act act, PlanFlag reply) =>
        ChangeAsync(act, CardKind.ChairAlert, (flag, conference) => RiskFlags.Plan(flag, act.Actor, reply.Plans, conference, act.Clock));

    public Task<ActResult> CorrectPlanAsync(Act act) => ChangeAsync(
        act, act.Copy.Kind == CardKind.SupportAsk ? CardKind.SupportAsk : CardKind.ChairAlert,
        (flag, conference) => RiskFlags.CorrectPlan(flag, act.Actor, conference, act.Clock));

    public Task<ActResult> TakeSupportOnAsync(Act act) =>
        ChangeAsync(act, CardKind.SupportAsk, (flag, conference) => RiskFlags.Plan(flag, act.Actor, [], conference, act.Clock));

    /// <summary>When the sender's last restricted item about a conference is taken back, reminders about the family part go on.</summary>
    public async Task<ActResult> WithdrawAsync(Act act)
    {
        var result = await ChangeAsync(act, CardKind.FlagReceipt, (flag, _) => RiskFlags.Withdraw(flag, act.Actor));
        if (result is ActResult.Done && act.Copy.Conference is { } id)
        {
            var conference = await DescribeCard.ConferenceAsync(act.Session, id, act.Cancellation);
            var left = (await act.Session.Flags.OfConferenceAsync(id, act.Cancellation)).Any(f =>
                f.RaisedBy == act.Actor && f.Kind == FlagKind.RestrictedInformation && f.State is not FlagState.Withdrawn);
            var task = (await act.Session.Tasks.OfConferenceAsync(id, act.Cancellation)).FirstOrDefault(t => t.Author == act.Actor);
            if (!left && task is { RestrictedRaised: true })
                await report.SaveAsync(act, conference, ReportAnswers.RestrictedTakenBack(task));
        }

        return result;
    }

    /// <summary>Showing what was written is reading it.</summary>
    public async Task<ActResult> ShowAsync(Act act)
    {
        var read = await ReadAsync(act);
        return read is ActResult.Done done ? done with { ShowText = true } : read;
    }

    private async Task<ActResult> ChangeAsync(Act act, CardKind on, Func<RiskFlag, Conference, Decision<RiskFlag>> rule)
    {
        if (act.Copy.Kind != on || await act.Session.Flags.FindAsync(new FlagId(act.Copy.Subject), act.Cancellation) is not { } flag)
            return new ActResult.No(new NotAllowed());
        var conference = await DescribeCard.ConferenceAsync(act.Session, flag.Conference, act.Cancellation);
        switch (rule(flag, conference))
        {
            case Decision<RiskFlag>.Accepted accepted:
                if (accepted.State != flag) await raising.SaveAsync(act.Session, accepted, act.Clock, act.Cancellation);
                return new ActResult.Done(flag.Id.Value);
            case Decision<RiskFlag>.Refused(var refusal):
                return new ActResult.No(refusal);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
