using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Page;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>Who plays the main job, by the calendar's cast; a part that nobody can play skips its step.</summary>
internal static class Company
{
    public static Person Practitioner(Stage stage) =>
        Find(stage, Cast(stage).Practitioner, "nobody who writes a report is invited to a conference with a chair");

    public static Person Colleague(Stage stage) => Find(stage, Cast(stage).Colleague, "nobody else who writes a report is invited to that conference");

    public static Person Chair(Stage stage) => Find(stage, Cast(stage).Chair, "no conference has a chair");

    public static Person Manager(Stage stage) => Find(stage, Cast(stage).Manager, "the practitioner has no manager");

    public static Person Moved(Stage stage) => Find(stage, Cast(stage).Moved, "nobody is invited only to another conference");

    public static Person Cancelled(Stage stage) => Find(stage, Cast(stage).Cancelled, "nobody is invited only to a third conference");

    /// <returns>The conference that the person is invited to and that still stands.</returns>
    public static CalendarEntry ConferenceOf(Stage stage, Person person) => CalendarActs.ConferenceOf(stage.Sandbox, person)
        ?? throw new SkippedException("the person's conference is gone");

    private static Cast Cast(Stage stage) => stage.Sandbox.Services.Tenant.Cast ?? throw new SkippedException("the calendar gives no cast");

    private static Person Find(Stage stage, Guid? id, string otherwise) =>
        id is { } given && stage.Sandbox.Services.Tenant.Find(given) is { } person ? person : throw new SkippedException(otherwise);
}
