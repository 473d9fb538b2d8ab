using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>What becomes of a conference and of those who are invited to it.</summary>
internal static class CalendarFates
{
    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("The organiser cancels a conference and it stays, marked; its card is withdrawn", stage => GoneAsync(stage, stage.Sandbox.Services.Desk.CancelAndKeep)),
        new("A conference is deleted; its card is withdrawn", stage => GoneAsync(stage, stage.Sandbox.Services.Desk.Delete)),
        new("One conference in two calendars; there is one card", TwiceAsync),
        new("It is deleted from one of them; it stays", OnceAsync),
        new("It is deleted from the other one too; its card is withdrawn", NowhereAsync),
        new("Somebody is invited later and is asked; answers of invited people tell nobody anything", InvitedAsync),
        new("Somebody is no longer invited; only that card is withdrawn", UninvitedAsync),
        new("Somebody else chairs; a concern goes to the new chair alone", ChairAsync),
    ];

    private static async Task<string> GoneAsync(Stage stage, Func<CalendarPlace, bool> go)
    {
        var (booked, card) = await stage.BookAndSeeAsync();
        return go(booked.Place) ? await stage.SeeWithdrawnAsync(booked.Person, card) : throw new NotObservedException("the calendar could not be changed");
    }

    private static async Task<string> TwiceAsync(Stage stage)
    {
        var planned = stage.Plan();
        var before = stage.CountFromBot(planned.Person);
        var (booked, card) = await stage.BookAndSeeAsync(planned, stage.Team(), CalendarScene.East);
        Keep(stage, "twice", booked, card);
        return $"in {stage.Sandbox.Services.Mailboxes.Holding(booked.Entry.Uid).Count} calendars, {await stage.SeeNothingAsync(booked.Person, before + 1)}, activity {card.Id}";
    }

    private static async Task<string> OnceAsync(Stage stage)
    {
        var (person, card, uid) = Kept(stage, "twice");
        var before = stage.CountFromBot(person);
        stage.Sandbox.Services.Desk.Delete(new CalendarPlace(uid, CalendarScene.East));
        var seen = await stage.SeeNothingAsync(person, before);
        return stage.Prompts(person).Any(message => message.Id == card.Id) ? $"activity {card.Id} can be answered, {seen}" : throw new NotObservedException("the card is gone");
    }

    private static async Task<string> NowhereAsync(Stage stage)
    {
        var (person, card, uid) = Kept(stage, "twice");
        stage.Sandbox.Services.Desk.Delete(new CalendarPlace(uid));
        return await stage.SeeWithdrawnAsync(person, card);
    }

    private static async Task<string> InvitedAsync(Stage stage)
    {
        var (booked, card) = await stage.BookAndSeeAsync();
        var late = stage.Free();
        stage.Sandbox.Services.Desk.Invite(booked.Place, CalendarScene.Guest(late));
        var theirs = await stage.SeePromptAsync(late, booked.Entry.Start);
        Keep(stage, "invited", booked, card);
        stage.Keep("late", late.Mail);
        var (first, second) = (stage.CountFromBot(booked.Person), stage.CountFromBot(late));
        stage.Sandbox.Services.Desk.Respond(booked.Place, booked.Person.Mail, "declined");
        stage.Sandbox.Services.Desk.Respond(booked.Place, late.Mail, "accepted");
        await stage.SeeNothingAsync(booked.Person, first);
        await stage.SeeNothingAsync(late, second);
        return $"activity {theirs.Id}, nothing new after two answers";
    }

    private static async Task<string> UninvitedAsync(Stage stage)
    {
        var (person, card, uid) = Kept(stage, "invited");
        var other = stage.Sandbox.Services.Tenant.FindByMail(stage.Kept("late"))!;
        var (theirs, before) = (stage.Prompts(other).Single(), stage.CountFromBot(person));
        stage.Sandbox.Services.Desk.Uninvite(new CalendarPlace(uid), other.Mail);
        var seen = await stage.SeeWithdrawnAsync(other, theirs);
        await stage.SeeNothingAsync(person, before);
        return stage.Prompts(person).Any(message => message.Id == card.Id) ? $"{seen}, activity {card.Id} stays" : throw new NotObservedException("both cards went");
    }

    private static async Task<string> ChairAsync(Stage stage)
    {
        var (booked, card) = await stage.BookAndSeeAsync();
        var (old, chair) = (stage.Who("Conference chair, north"), stage.Who("Conference chair, south"));
        stage.Sandbox.Services.Desk.ReplaceChair(booked.Place, chair);
        await stage.SettleQuietAsync();
        var before = stage.CountFromBot(old);
        await stage.RaiseConcernAsync(booked.Person, card.Id);
        var alert = await stage.SeeButtonAsync(chair, "flag.plan");
        return stage.CountFromBot(old) == before ? $"activity {alert.Id}" : throw new NotObservedException("the chair before was sent something as well");
    }

    private static void Keep(Stage stage, string name, Booked booked, ChatMessage card)
    {
        stage.Keep(name + " person", booked.Person.Mail);
        stage.Keep(name + " card", card.Id);
        stage.Keep(name + " event", booked.Entry.Uid);
    }

    private static (Council.Person Person, ChatMessage Card, string Uid) Kept(Stage stage, string name)
    {
        var person = stage.Sandbox.Services.Tenant.FindByMail(stage.Kept(name + " person"))!;
        return (person, stage.Message(person, stage.Kept(name + " card")), stage.Kept(name + " event"));
    }
}
