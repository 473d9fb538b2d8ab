using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The administrator is asked to ring; never says what it is about.</summary>
internal static class AdministratorItemCard
{
    public static Sketch Draw(AdministratorItemContent content, Pen pen) => new(
        content.StillOpen ? pen.Say($"Administrator.First.{content.Matter}") : pen.Say("Administrator.First.Done"),
        Toasts.Line(pen.Words, content.StillOpen ? ToastKind.Reply : ToastKind.Quiet, null, null),
        [
            .. pen.Conference(content.Conference),
            pen.Line(content.StillOpen ? $"Administrator.{content.Matter}" : "Administrator.Done"),
            pen.Facts([("Fact.Since", pen.Dates.Full(content.Since)), .. Agency(content)]),
        ]);

    private static IEnumerable<(string, string)> Agency(AdministratorItemContent content) =>
        content.Agency is { } agency ? [("Fact.Agency", agency)] : [];
}
