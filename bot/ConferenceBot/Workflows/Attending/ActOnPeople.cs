using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>An administrator says who is a professional here, takes it back, or looks at who it is. Only this makes an attendee known.</summary>
internal sealed class ActOnPeople(DecideAttendees decide, IPeople people, IInvitedPeople directory, TimeProvider machine)
{
    public static bool IsPeopleCard(CardKind kind) => kind is CardKind.PeopleList or CardKind.People or CardKind.Attendee or CardKind.AttendeeGroup;

    public bool MayDecide(CouncilKey council, PersonId person) => people.Administrators(council).Contains(person);

    public Task<ActResult> ConfirmAsync(Act act, string? agency) => ChangeAsync(act, async (conference, all, chosen) =>
    {
        var suggestions = chosen.Select(a => a.Suggested).Distinct().ToList();
        var named = agency is null
            ? suggestions is [{ } only] ? only : null
            : directory.Agencies(act.Session.Council).FirstOrDefault(a => a.Key == agency);
        if (named is null) return new UnknownChoice();
        if (chosen.Any(a => a.Standing != AttendeeStanding.Waiting)) return new StaleCard();
        await decide.ConfirmAsync(act, conference, all, chosen, named);
        return null;
    });

    public Task<ActResult> NotHereAsync(Act act) => ChangeAsync(act, async (conference, all, chosen) =>
    {
        if (chosen is not [{ Standing: not AttendeeStanding.NotHere } one] || act.Copy.Kind != CardKind.Attendee) return new NotAllowed();
        await decide.NotHereAsync(act, conference, all, one);
        return null;
    });

    public Task<ActResult> ChangeAsync(Act act) => ChangeAsync(act, async (conference, all, chosen) =>
    {
        if (chosen is not [{ DecidedAt: not null } one] || act.Copy.Kind != CardKind.Attendee) return new NotAllowed();
        await decide.TakeBackAsync(act, conference, all, one);
        return null;
    });

    /// <summary>The look itself was taken before the transaction.</summary>
    public async Task<ActResult> LookedAgainAsync(Act act)
    {
        if (act.Copy is not { Kind: CardKind.People, Conference: { } id }) return new ActResult.No(new NotAllowed());
        await KeepOpenAsync(act);
        return new ActResult.Done(id.Value);
    }

    public static async Task<ActResult> PageAsync(Act act, int first) => act.Copy.Kind == CardKind.People
        ? new ActResult.Look(await DescribePeople.OfAsync(act.Session, act.Copy, first, act.Clock, act.Cancellation), act.Copy)
        : new ActResult.No(new NotAllowed());

    public async Task<ActResult> OpenAsync(Act act) => await OpenedAsync(act, null) is { } opened
        ? new ActResult.Look(opened, act.Copy)
        : new ActResult.No(new NotAllowed());

    /// <summary>Who it is, on this person's own client; nothing of it is kept but that it was looked at.</summary>
    public async Task<ActResult> ShowWhoAsync(Act act)
    {
        if (act.Copy.Kind != CardKind.Attendee) return new ActResult.No(new NotAllowed());
        if (act.Address is null) return new ActResult.No(new TryAgain());
        if (await OpenedAsync(act, act.Address) is not { } opened) return new ActResult.No(new NotAllowed());
        await KeepOpenAsync(act);
        return new ActResult.Done(act.Copy.Conference!.Value.Value, Content: opened);
    }

    private async Task<AttendeeContent?> OpenedAsync(Act act, string? who) => await DescribePeople.OneAsync(
        act.Session, act.Copy, [.. directory.Agencies(act.Session.Council).Select(a => new AgencyChoice(a.Key, a.Name))], who, act.Clock, act.Cancellation);

    private async Task<ActResult> ChangeAsync(
        Act act, Func<Conference, IReadOnlyList<KnownAttendee>, IReadOnlyList<KnownAttendee>, Task<Refusal?>> change)
    {
        if (act.Copy is not { Kind: CardKind.Attendee or CardKind.AttendeeGroup, Conference: { } id }) return new ActResult.No(new NotAllowed());
        var conference = await DescribeCard.ConferenceAsync(act.Session, id, act.Cancellation);
        if (!LookAgain.IsComing(conference, act.Clock)) return new ActResult.No(new TaskClosed());
        var all = await act.Session.Attendees.OfConferenceAsync(id, act.Cancellation);
        var chosen = DescribePeople.Behind(act.Copy, id, all);
        if (chosen.Count == 0) return new ActResult.No(new StaleCard());
        if (await change(conference, all, chosen) is { } refusal) return new ActResult.No(refusal);
        await KeepOpenAsync(act);
        return new ActResult.Done(id.Value);
    }

    /// <summary>The card stays open where the administrator is in it; an update puts it away again after a while, and what was shown with it.</summary>
    private async Task KeepOpenAsync(Act act)
    {
        var copy = await act.Session.Cards.FindAsync(act.Copy.Id, act.Cancellation) ?? act.Copy;
        while (copy.Parent is { } parent && await act.Session.Cards.FindAsync(parent, act.Cancellation) is { } above) copy = above;
        if (copy.ActivityId is not null)
            await act.Session.Cards.SaveAsync(copy.Showing(machine.GetUtcNow()), act.Cancellation);
    }
}
