using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Replies;

namespace ConferenceBot.Workflows;

/// <summary>An author answers the prompt, or opens the answer again to correct it.</summary>
internal sealed class ActOnReport(Telling telling, RaiseFlags raising)
{
    public async Task<ActResult> AnswerAsync(Act act, AnswerReport reply)
    {
        if (await FindAsync(act) is not var (conference, task, author)) return new ActResult.No(new NotAllowed());
        var decision = ReportAnswers.Answer(conference, task, reply.Answer, act.Clock);
        if (decision is Decision<AnswerEffect>.Refused refused) return new ActResult.No(refused.Refusal);
        var effect = ((Decision<AnswerEffect>.Accepted)decision).State;
        await SaveAsync(act, conference, effect.Task);
        foreach (var draft in effect.Drafts)
            await raising.RaiseAsync(act, conference, author, draft, ImmutableDictionary<string, string>.Empty);
        return new ActResult.Done(task.Id.Value);
    }

    public async Task<ActResult> CorrectAsync(Act act)
    {
        if (await FindAsync(act) is not var (conference, task, _)) return new ActResult.No(new NotAllowed());
        switch (ReportAnswers.Correct(conference, task, act.Clock.Now))
        {
            case Decision<ReportTask>.Accepted(var opened, _, _):
                await SaveAsync(act, conference, opened);
                return new ActResult.Done(task.Id.Value);
            case Decision<ReportTask>.Refused(var refusal):
                return new ActResult.No(refusal);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The task behind the actor's prompt, with the actor still invited to its conference.</summary>
    public static async Task<(Conference, ReportTask, Participant)?> FindAsync(Act act)
    {
        if (act.Copy.Kind != CardKind.Prompt) return null;
        var task = await act.Session.Tasks.FindAsync(new ReportTaskId(act.Copy.Subject), act.Cancellation);
        if (task is null || task.Author != act.Actor) return null;
        var conference = await DescribeCard.ConferenceAsync(act.Session, task.Conference, act.Cancellation);
        return conference.Find(act.Actor) is { } author ? (conference, task, author) : null;
    }

    /// <summary>Saves a changed task, decides what follows from it and brings the cards that show it up to date.</summary>
    public async Task SaveAsync(Act act, Conference conference, ReportTask task)
    {
        var accepted = (Decision<ReportTask>.Accepted)PreparationPlan.Decide(conference, task, act.Clock);
        await act.Session.Tasks.SaveAsync(accepted.State, act.Cancellation);
        await act.Session.Dues.SetAsync(DueKind.Task, task.Id.Value, accepted.NextDue, act.Cancellation);
        await telling.TellAsync(act.Session, accepted.Notices, act.Clock, act.Cancellation);
        await CardChanges.OfSubjectAsync(act.Session, task.Id.Value, act.Cancellation);
        await CardChanges.OfSubjectAsync(act.Session, conference.Id.Value, act.Cancellation);
    }
}
