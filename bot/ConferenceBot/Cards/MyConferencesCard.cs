using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The person's coming conferences, as they asked for them.</summary>
internal static class MyConferencesCard
{
    public static Sketch Draw(MyConferencesContent content, Pen pen)
    {
        var toast = Toasts.Line(pen.Words, ToastKind.Quiet, null, null);
        if (content.Unknown) return new Sketch(pen.Say("Mine.First.Unknown"), toast, [pen.Line("Mine.Unknown")]);
        return content.Items.Length switch
        {
            0 => new Sketch(pen.Say("Mine.First.None"), toast, [pen.Line("Mine.None")]),
            1 => new Sketch(pen.Say("Mine.First.One"), toast, [.. ListRows.Draw(content.Items, pen)]),
            var count => new Sketch(pen.Say("Mine.First.Many", count), toast, [.. ListRows.Draw(content.Items, pen)]),
        };
    }
}
