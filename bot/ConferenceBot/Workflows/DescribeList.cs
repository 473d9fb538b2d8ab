using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;

namespace ConferenceBot.Workflows;

/// <summary>Cards that list conferences: "my conferences" and the escalation form.</summary>
internal static class DescribeList
{
    public static async Task<CardContent> MineAsync(
        IStoreSession session, CardCopy list, RuleClock clock, CancellationToken cancellationToken)
    {
        var items = (await DescribeCard.ItemsAsync(session, list, clock, cancellationToken)).ToBuilder();
        foreach (var conference in await session.Conferences.ComingForAsync(list.Person, clock.Now, cancellationToken))
            if (conference.Chair == list.Person)
                items.Add(new ListItem(null, DescribeConference.Line(conference, clock), ListState.Chairing, null));
        var unknown = items.Count == 0
            && (await session.Conferences.ComingForAsync(list.Person, DateTimeOffset.MinValue, cancellationToken)).Count == 0;
        return new MyConferencesContent([.. items.OrderBy(i => i.Conference.Start)], unknown);
    }

    public static async Task<CardContent> FormAsync(
        IStoreSession session, CardCopy form, RuleClock clock, CancellationToken cancellationToken)
    {
        var choices = new List<(string Key, Conference Conference)>();
        foreach (var choice in await session.Cards.OfParentAsync(form.Id, cancellationToken))
            choices.Add((choice.Id.ToString("N"), await DescribeCard.ConferenceAsync(session, new ConferenceId(choice.Subject), cancellationToken)));
        return DescribeEscalation.Form(choices.OrderBy(c => c.Conference.Slot.Start), clock);
    }

    /// <summary>Copies behind the choices of an escalation form: they make the keys opaque and are never shown.</summary>
    public static CardCopy Choice(CardCopy form, Guid id, Conference conference) => new()
    {
        Id = id,
        Person = form.Person,
        Kind = CardKind.EscalationForm,
        Subject = conference.Id.Value,
        Conference = conference.Id,
        Parent = form.Id,
        CreatedAt = form.CreatedAt,
    };
}
