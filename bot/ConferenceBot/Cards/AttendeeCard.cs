using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Cards;

/// <summary>One attendee, or a group, opened in place: the agency is chosen here, and who it is can be shown.</summary>
internal static class AttendeeCard
{
    /// <summary>Agencies offered; more would not fit into the size that Teams takes.</summary>
    private const int MostAgencies = 40;

    public static Sketch Draw(AttendeeContent content, Pen pen) => new(
        content.Group is { } some ? pen.Say("Attendee.First.Group", some.Count) : pen.Say("Attendee.First"),
        Toasts.Line(pen.Words, ToastKind.Quiet, null, null),
        [
            .. pen.Conference(content.Conference),
            .. content.One is { } one ? AttendeeLines.Of(one, pen) : [],
            .. content.Group is { } group ? [AttendeeLines.Group(group, pen)] : Array.Empty<CardElement>(),
            .. content.One is null or { Standing: AttendeeStanding.Waiting } ? Form(content, pen) : [],
            .. content.One is { } row ? Said(row, content.Who, pen) : [],
            pen.Subtle("Attendee.Remembered"),
            Parts.Buttons(pen.Plain(Verbs.Back, "Button.Back")),
        ]);

    private static IEnumerable<CardElement> Form(AttendeeContent content, Pen pen) =>
    [
        pen.Dropdown(
            InputIds.Agency, "Attendee.Agency", content.Agencies.Take(MostAgencies).Select(a => new InputChoice(PlainText.Of(AttendeeLines.Short(a.Name)), a.Key)),
            null, required: true) with { Separator = true },
        Parts.Buttons(pen.Main(Verbs.ConfirmAs, "Button.ProfessionalChoose")),
    ];

    private static IEnumerable<CardElement> Said(AttendeeRow row, string? who, Pen pen)
    {
        yield return Parts.Buttons(
            row.DecidedAt is null ? pen.Plain(Verbs.SayNotHere, "Button.NotHere") : pen.Plain(Verbs.TakeVerdictBack, "Button.ChangeThis"),
            who is null ? pen.Plain(Verbs.ShowWho, "Button.ShowWho") : null);
        if (who is not null)
            yield return new Container
            {
                Style = ContainerStyle.Emphasis,
                Items =
                [
                    pen.Subtle("Attendee.Who"),
                    .. PlainText.Lines(who).Select(line => new RichTextBlock { Inlines = [new TextRun { Text = line }] }),
                    Parts.Buttons(pen.Plain(Verbs.HideWho, "Button.Hide")),
                ],
            };
    }
}
