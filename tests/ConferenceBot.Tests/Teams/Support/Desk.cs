using System.Globalization;
using System.Text.Json.Nodes;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>Cards that lie in the chat of <see cref="TeamsHost.Person"/>, and what is pressed on them.</summary>
internal static class Desk
{
    public const string Conversation = "a:1xyz";

    public static readonly PersonId Person = new(TeamsHost.Person);

    public static Reach Reach { get; } = new(Person, Conversation, TeamsHost.ServiceUrl, null, "cy-GB");

    /// <summary>A prompt to answer; its activity is <c>1795000000000</c>.</summary>
    public static async Task<CardCopy> PromptAsync(WholeBot bot, Guid? id = null)
    {
        var conference = Some.Conference(Person);
        var task = new ReportTask
        {
            Council = StoreHost.Here, Id = new ReportTaskId(Some.Id()), Conference = conference.Id, Author = Person, Agency = Some.School,
            InvitedAt = StoreHost.Now,
        };
        var copy = Copy(CardKind.Prompt, task.Id.Value, conference.Id) with { Id = id ?? Some.Id() };
        await bot.WriteAsync(async session =>
        {
            await session.People.SaveAsync(Reach, default);
            await session.Conferences.SaveAsync(conference, default);
            await session.Tasks.SaveAsync(task, default);
            await session.Cards.SaveAsync(copy, default);
        });
        return copy;
    }

    /// <summary>An alert to the person as chair, with something written in it.</summary>
    public static async Task<CardCopy> AlertAsync(WholeBot bot, string written)
    {
        var conference = Some.Conference(Some.Person()) with { Chair = Person };
        var flag = Some.Flag(conference.Id) with
        {
            RaisedBy = conference.Participants[0].Person, To = Person, PassedTo = [], State = FlagState.Sent, ReadAt = null,
            PlannedAt = null, Plans = [], PassedOnAt = null, Version = 1,
        };
        var copy = Copy(CardKind.ChairAlert, flag.Id.Value, conference.Id);
        await bot.WriteAsync(async session =>
        {
            await session.People.SaveAsync(Reach, default);
            await session.Conferences.SaveAsync(conference, default);
            await session.Flags.SaveAsync(flag, default);
            await session.Text.PutAsync(flag.Id.Value, "seen", written, default);
            await session.Cards.SaveAsync(copy, default);
        });
        return copy;
    }

    /// <summary>What a button of the card carries, with what was typed.</summary>
    public static JsonObject Data(CardCopy copy, params (string Input, string Value)[] typed)
    {
        var data = new JsonObject { ["k"] = copy.Id.ToString("N"), ["v"] = copy.Version.ToString(CultureInfo.InvariantCulture) };
        foreach (var (input, value) in typed)
            data[input] = value;
        return data;
    }

    public static JsonObject Press(CardCopy copy, string verb, params (string Input, string Value)[] typed) =>
        Activities.CardAction(verb).With("value.action.data", Data(copy, typed));

    /// <summary>The same from a client that only knows submit.</summary>
    public static JsonObject Submit(CardCopy copy, string verb, params (string Input, string Value)[] typed) =>
        Activities.Message().Without("text").With("value", Data(copy, [("verb", verb), .. typed]));

    private static CardCopy Copy(CardKind kind, Guid subject, ConferenceId conference) => new()
    {
        Id = Some.Id(), Person = Person, Kind = kind, Subject = subject, Conference = conference, Version = 1, Shown = 1,
        ActivityId = "1795000000000", ConversationId = Conversation, CreatedAt = StoreHost.Now,
    };
}
