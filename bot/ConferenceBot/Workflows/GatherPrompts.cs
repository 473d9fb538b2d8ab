using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>
/// Turns a person's waiting notices into cards: routine prompts that are still outstanding become one prompt or one digest,
/// whatever was only held back while a conference was under way becomes a card each.
/// </summary>
internal sealed class GatherPrompts(Telling telling, IIds ids)
{
    public async Task GatherAsync(IStoreSession session, PersonId person, RuleClock clock, CancellationToken cancellationToken)
    {
        await TellAsync(session, person, clock, cancellationToken);
        await Telling.QueueAsync(session, person, clock, cancellationToken);
    }

    private async Task TellAsync(IStoreSession session, PersonId person, RuleClock clock, CancellationToken cancellationToken)
    {
        var prompts = new List<Notice>();
        var when = await Telling.WhenAsync(session, person, clock, cancellationToken);
        foreach (var notice in await session.Notices.WaitingAsync(person, cancellationToken))
        {
            if (when.NotBefore(notice, clock) is { } at && at > clock.Now) continue;
            if (notice.Urgency == Urgency.Now)
            {
                var copy = await telling.MakeCardAsync(session, notice, clock.Now, cancellationToken);
                await session.Notices.SettleAsync(notice.Key, copy.Id, cancellationToken);
            }
            else if (await IsOutstandingAsync(session, notice, clock, cancellationToken) && prompts.TrueForAll(p => p.Subject != notice.Subject))
            {
                prompts.Add(notice);
            }
            else
            {
                await session.Notices.SettleAsync(notice.Key, null, cancellationToken);
            }
        }

        if (prompts.Count == 0) return;
        if (prompts.Count == 1)
        {
            var copy = await telling.MakeCardAsync(session, prompts[0], clock.Now, cancellationToken);
            await session.Notices.SettleAsync(prompts[0].Key, copy.Id, cancellationToken);
        }
        else
        {
            await MakeDigestAsync(session, person, prompts, clock.Now, cancellationToken);
        }

        var reach = await session.People.FindAsync(person, cancellationToken) ?? new Reach(person, null, null, null, null);
        await session.People.SaveAsync(reach with { LastPromptedAt = clock.Now }, cancellationToken);
    }

    private async Task MakeDigestAsync(
        IStoreSession session, PersonId person, List<Notice> prompts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = ids.Next();
        var digest = await telling.MakeCardAsync(
            session, new Notice($"digest/{id}", person, CardKind.PromptDigest, id, null, Urgency.Routine, ToastKind.Task), now, cancellationToken);
        foreach (var prompt in prompts)
        {
            await ListItems.AddAsync(session, digest, ids.Next(), prompt.Subject, prompt.Conference, now, cancellationToken);
            await session.Notices.SettleAsync(prompt.Key, digest.Id, cancellationToken);
        }
    }

    private static async Task<bool> IsOutstandingAsync(
        IStoreSession session, Notice notice, RuleClock clock, CancellationToken cancellationToken)
    {
        var task = await session.Tasks.FindAsync(new ReportTaskId(notice.Subject), cancellationToken);
        if (task is not { Status: ReportStatus.Open } || task.IsSettled(clock.Procedure)) return false;
        var conference = await session.Conferences.FindAsync(task.Conference, cancellationToken);
        return conference is { Status: ConferenceStatus.Planned } && clock.Now < conference.Slot.Start && PreparationPlan.IsAbout(notice, conference, task);
    }
}
