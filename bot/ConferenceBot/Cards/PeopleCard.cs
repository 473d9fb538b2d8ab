using System.Globalization;
using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Cards;

/// <summary>The people invited to one conference, without naming one, with one tap for each.</summary>
internal static class PeopleCard
{
    private const int RowsAPage = PeopleContent.RowsAPage, MostGroups = 2;

    public static Sketch Draw(PeopleContent content, Pen pen)
    {
        var own = pen with { Stamp = content.Card };
        var waiting = Count(content, AttendeeStanding.Waiting);
        return new Sketch(
            PeopleListCard.FirstLine(waiting, pen),
            Toasts.Line(pen.Words, waiting == 0 ? ToastKind.Quiet : ToastKind.Task, null, null),
            [
                .. pen.Conference(content.Conference),
                pen.Line("PeopleList.Intro"),
                pen.Subtle(
                    "People.Counts", waiting, Count(content, AttendeeStanding.Contacted), Count(content, AttendeeStanding.NotInTeams), Count(content, AttendeeStanding.NotHere)),
                .. content.Groups.Take(MostGroups).Select(group => Group(group, pen)),
                .. content.Rows.Skip(content.First).Take(RowsAPage).Select(row => Row(row, pen)),
                .. Pages(content, own),
                Parts.Buttons(
                    own.Plain(Verbs.LookAtPeopleAgain, "Button.LookAgain"), content.FromList ? own.Plain(Verbs.Back, "Button.Back") : null),
            ]);
    }

    private static int Count(PeopleContent content, AttendeeStanding standing) => content.Rows.Count(row => row.Standing == standing);

    private static Container Group(AttendeeGroup group, Pen pen) => new()
    {
        Style = ContainerStyle.Emphasis,
        Items =
        [
            AttendeeLines.Group(group, pen),
            Parts.Buttons(
                group.Suggested is { } agency
                    ? Pen.Of(group.Card, Verbs.ConfirmSuggested, pen.Say("Button.GroupProfessional", group.Count, AttendeeLines.Short(agency)))
                    : null,
                Pen.Of(group.Card, Verbs.OpenAttendee, pen.Say("Button.GroupChoose", group.Count))),
        ],
    };

    private static Container Row(AttendeeRow row, Pen pen) => new()
    {
        Separator = true,
        Items = [.. AttendeeLines.Of(row, pen), .. row.Card is { } card ? [Parts.Buttons(Buttons(row, card, pen))] : Array.Empty<CardElement>()],
    };

    private static IEnumerable<CardAction?> Buttons(AttendeeRow row, CardStamp card, Pen pen)
    {
        var waits = row.Standing == AttendeeStanding.Waiting;
        if (waits && row.Suggested is { } agency)
            yield return Pen.Of(card, Verbs.ConfirmSuggested, pen.Say("Button.Professional", AttendeeLines.Short(agency)));
        if (row.DecidedAt is not null)
            yield return Pen.Of(card, Verbs.TakeVerdictBack, pen.Say("Button.ChangeThis"));
        else
            yield return Pen.Of(card, Verbs.SayNotHere, pen.Say("Button.NotHere"));
        yield return Pen.Of(card, Verbs.OpenAttendee, pen.Say(waits && row.Suggested is null ? "Button.ProfessionalChoose" : "Button.More"));
    }

    private static IEnumerable<CardElement> Pages(PeopleContent content, Pen pen)
    {
        if (content.Rows.Length <= RowsAPage) yield break;
        var pages = Enumerable.Range(0, (content.Rows.Length + RowsAPage - 1) / RowsAPage).Select(page => page * RowsAPage);
        yield return pen.Dropdown(
            InputIds.Rows, "People.Rows.Label",
            pages.Select(first => new InputChoice(
                pen.Say("People.Rows", first + 1, Math.Min(first + RowsAPage, content.Rows.Length), content.Rows.Length),
                first.ToString(CultureInfo.InvariantCulture))),
            (content.First + RowsAPage < content.Rows.Length ? content.First + RowsAPage : 0).ToString(CultureInfo.InvariantCulture)) with { Separator = true };
        yield return Parts.Buttons(pen.Other(Verbs.ShowPeoplePage, "Button.ShowRows"));
    }
}
