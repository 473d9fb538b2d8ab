using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>Who is contacted at all, and who is asked in place of somebody who is not there.</summary>
internal static class CalendarPeople
{
    public static readonly IReadOnlyList<PlayStep> Steps =
    [
        new("Somebody with an address that nobody has confirmed is not contacted", UnconfirmedAsync),
        new("Somebody whose account is closed is not contacted", stage => NotContactedAsync(stage, new AccountState(Disabled: true))),
        new("Somebody who has left is not contacted", stage => NotContactedAsync(stage, new AccountState(Left: true))),
        new("Of two who have been asked one loses the licence and the other the account; the administrator is told of both", NotReachedAsync),
        new("The chair has automatic replies; the deputy is warned in place", DeputyAsync),
    ];

    private static async Task<string> UnconfirmedAsync(Stage stage)
    {
        var person = stage.Sandbox.Services.Tenant.People.First(one => !stage.Sandbox.Services.Tenant.Membership.IsKnown(one));
        var (planned, before) = (stage.Plan(), stage.CountFromBot(person));
        await stage.BookAndSeeAsync(planned with { Entry = planned.Entry with { Invitees = [.. planned.Entry.Invitees, CalendarScene.Guest(person)] } });
        return await stage.SeeNothingAsync(person, before);
    }

    private static async Task<string> NotContactedAsync(Stage stage, AccountState state)
    {
        var (planned, other) = (stage.Plan(), stage.Free());
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
        var administrator = stage.Sandbox.Services.Tenant.Find(stage.Sandbox.Services.Tenant.Administrators[0])!;
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

    private static async Task<string> DeputyAsync(Stage stage)
    {
        var (booked, card) = await stage.BookAndSeeAsync();
        var tenant = stage.Sandbox.Services.Tenant;
        var (chair, deputy) = (stage.Who("Conference chair, south"), tenant.Find(tenant.Deputies[0])!);
        tenant.States[chair.Id] = new AccountState(Replies: new AutomaticReplies("alwaysEnabled"));
        stage.Sandbox.Services.Desk.ReplaceChair(booked.Place, chair);
        await stage.SettleQuietAsync();
        await stage.RaiseConcernAsync(booked.Person, card.Id);
        var alert = await stage.SeeButtonAsync(deputy, "flag.plan");
        return $"activity {alert.Id} for the deputy";
    }
}
