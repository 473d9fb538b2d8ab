using System.Diagnostics;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Cards;

/// <summary>The lines of the toasts: never a fact of a case.</summary>
internal static class Toasts
{
    public static string Line(Words words, ToastKind kind, DateTimeOffset? due, DateOnly? today) => (kind, Ahead(due, today)) switch
    {
        (ToastKind.Task, { } at) => words.Say("Toast.TaskDue", Day(words, at, today)),
        (ToastKind.Task, null) => words["Toast.Task"],
        (ToastKind.Reply, { } at) when today is null || today != DateWords.Of(at) => words.Say("Toast.ReplyBy", Day(words, at, today)),
        (ToastKind.Reply, _) => words["Toast.Reply"],
        (ToastKind.Answer, _) => words["Toast.Answer"],
        (ToastKind.Moved, _) => words["Toast.Moved"],
        (ToastKind.Quiet, _) => words["Toast.Quiet"],
        _ => throw new UnreachableException(),
    };

    /// <summary>A day that has passed is not said: "due last Friday" helps nobody.</summary>
    private static DateTimeOffset? Ahead(DateTimeOffset? due, DateOnly? today) =>
        due is { } at && today is { } day && DateWords.Of(at) < day ? null : due;

    private static string Day(Words words, DateTimeOffset at, DateOnly? today) => today is null || DateWords.IsNear(at, today.Value)
        ? words.Dates.Weekday(DateWords.Of(at))
        : words.Dates.FullDay(DateWords.Of(at));
}
