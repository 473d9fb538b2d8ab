using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>Who is contacted at all, and who is asked in place of somebody who is not there.</summary>
internal static class CalendarPeople
{
    /// <summary>First-time attendees are gathered for two minutes before an administrator is asked.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMinutes(3);

    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("Somebody whom nobody has confirmed is invited, and is not contacted", UnconfirmedAsync),
        new("The administrator says that it is a professional and of which agency; the person is asked now", ConfirmedAsync),
        new("Somebody whose account is closed is not contacted", stage => NotContactedAsync(stage, "Detective constable", new AccountState(Disabled: true))),
        new("Somebody who has left is not contacted", stage => NotContactedAsync(stage, "Detective inspector", new AccountState(Left: true))),
        new("Of two who have been asked one loses the licence and the other the account; the administrator is told of both", NotReachedAsync),
        new("The chair has automatic replies; the deputy is warned in place", DeputyAsync),
    ];

    private static async Task<string> UnconfirmedAsync(Stage stage)
    {
        var (person, administrator) = (Unconfirmed(stage), Administrator(stage));
        var (planned, before) = (stage.Plan(), stage.CountFromBot(person));
        var (booked, _) = await stage.BookAndSeeAsync(planned with
        {
            Entry = planned.Entry with { Invitees = [.. planned.Entry.Invitees, CalendarScene.Guest(person)] },
        });
        stage.Keep("unconfirmed", Iso.Write(booked.Entry.Start));
        await stage.WalkToAsync(stage.Now + Gathering);
        var list = await stage.SeeButtonAsync(administrator, "prep.open");
        stage.Keep("attendees", list.Id);
        return list.BaseCard!.ToJsonString() is var shown && (shown.Contains(person.Mail, StringComparison.OrdinalIgnoreCase) || shown.Contains(person.Name, StringComparison.OrdinalIgnoreCase))
            ? throw new NotObservedException("the administrator's card says who it is before anybody has asked")
            : $"{await stage.SeeNothingAsync(person, before)}, activity {list.Id} for the administrator";
    }

    private static async Task<string> ConfirmedAsync(Stage stage)
    {
        var (person, administrator, list) = (Unconfirmed(stage), Administrator(stage), stage.Kept("attendees"));
        await stage.PressAsync(administrator, list, "prep.open");
        await stage.PressAsync(administrator, list, "people.open");
        await stage.FillAndPressAsync(administrator, list, "people.as", ("agency", person.AgencyKey!));
        var card = await stage.SeePromptAsync(person, Iso.Read(stage.Kept("unconfirmed"))!.Value);
        return $"activity {card.Id}";
    }

    private static Person Unconfirmed(Stage stage) => stage.Sandbox.Services.Tenant.People.First(one => !stage.Sandbox.Services.Tenant.Membership.IsKnown(one));

    private static Person Administrator(Stage stage) => stage.Sandbox.Services.Tenant.Find(stage.Sandbox.Services.Tenant.Administrators[0])!;

    /// <summary>Somebody whom the bot has not looked up yet: what the directory says of somebody is kept for a quarter of an hour.</summary>
    private static async Task<string> NotContactedAsync(Stage stage, string role, AccountState state)
    {
        var (planned, other) = (stage.Plan(person: stage.Who(role)), stage.Free());
        stage.Sandbox.Services.Tenant.States[planned.Person.Id] = state;
        var before = stage.CountFromBot(planned.Person);
        stage.Book(planned with { Entry = planned.Entry with { Invitees = [.. planned.Entry.Invitees, CalendarScene.Guest(other)] } });
        var card = await stage.SeePromptAsync(other, planned.Entry.Start);
        return $"{await stage.SeeNothingAsync(planned.Person, before)}, the other one has activity {card.Id}";
    }

    /// <summary>The bot looks at everybody again when it starts.</summary>
    private static async Task<string> NotReachedAsync(Stage stage)
    {
        var (first, _) = await stage.BookAndSeeAsync();
        var (second, _) = await stage.BookAndSeeAsync();
        var administrator = Administrator(stage);
        var (before, told) = (Count(stage, first, second), stage.CountFromBot(administrator));
        stage.Sandbox.Services.Tenant.States[first.Person.Id] = new AccountState(Unlicensed: true);
        stage.Sandbox.Services.Tenant.States[second.Person.Id] = new AccountState(Disabled: true);
        await stage.Sandbox.RestartHostAsync(stage.Cancellation);
        var card = await stage.SeeAsync(() => stage.CountFromBot(administrator) >= told + 2 ? stage.Chat(administrator).Last(message => message.From == "bot") : null,
            () => $"the administrator was told {stage.CountFromBot(administrator) - told} things: {stage.Describe(administrator)}");
        var start = stage.InDays(35);
        foreach (var booked in new[] { first, second })
            stage.Sandbox.Services.Desk.Move(booked.Place, start, start.AddHours(1));
        await stage.SettleQuietAsync();
        return Count(stage, first, second) == before
            ? $"activity {card.Id} for the administrator; nothing for the two although their conferences move"
            : throw new NotObservedException("somebody was contacted");
    }

    private static int Count(Stage stage, params Booked[] all) => all.Sum(booked => stage.CountFromBot(booked.Person));

    /// <summary>A chair whom the bot has not looked at yet.</summary>
    private static async Task<string> DeputyAsync(Stage stage)
    {
        var (booked, card) = await stage.BookAndSeeAsync();
        var tenant = stage.Sandbox.Services.Tenant;
        var (chair, deputy) = (stage.Who("Conference chair, east"), tenant.Find(tenant.Deputies[0])!);
        tenant.States[chair.Id] = new AccountState(Replies: new AutomaticReplies("alwaysEnabled"));
        stage.Sandbox.Services.Desk.ReplaceChair(booked.Place, chair);
        await stage.SettleQuietAsync();
        await stage.RaiseConcernAsync(booked.Person, card.Id);
        var alert = await stage.SeeButtonAsync(deputy, "flag.plan");
        return $"activity {alert.Id} for the deputy";
    }
}
