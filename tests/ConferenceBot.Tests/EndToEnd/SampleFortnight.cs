using System.Collections.Concurrent;
using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>One walk through the whole sample, with answers, a concern and an escalation on the way; the tests look at what it left.</summary>
public sealed class SampleFortnight : IAsyncLifetime
{
    internal const string Lead = "Designated safeguarding lead", Visitor = "Health visitor", Officer = "Police officer", Practitioner = "General practitioner";
    internal const string Seen = "Zebrafish shouting in the corridor", Tried = "Quokka telephoned twice", Wanted = "Narwhal wants it written down";
    private readonly Town _town = new();

    internal Town Town => _town;

    /// <summary>The first prompts, before anybody answered.</summary>
    internal IReadOnlyDictionary<string, ChatMessage> First { get; private set; } = new Dictionary<string, ChatMessage>();

    /// <summary>What the general practitioner's client showed: the list, the opened item, its settled card, the list again.</summary>
    internal IReadOnlyList<ActionAnswer> Opened { get; private set; } = [];

    /// <summary>Every card the bot ever showed, as text, with its toast.</summary>
    internal ConcurrentBag<ChatMessage> Shown { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await _town.InitializeAsync();
        var stage = _town.Stage;
        First = new Dictionary<string, ChatMessage>
        {
            [Visitor] = await _town.CardAsync(Visitor, "prep.answer"),
            [Lead] = await _town.CardAsync(Lead, "prep.answer"),
            [Officer] = await _town.CardAsync(Officer, "prep.open"),
            [Practitioner] = await _town.CardAsync(Practitioner, "prep.open"),
        };
        await stage.FillAndPressAsync(_town.Who(Visitor), First[Visitor].Id, "prep.answer", ("sentToChair", "true"), ("familyShared", "all"));
        await OpenAsync();
        await stage.PressAsync(_town.Who(Lead), First[Lead].Id, "flag.open");
        await stage.FillAndPressAsync(_town.Who(Lead), First[Lead].Id, "flag.raise", ("seen", Seen), ("familyTold", "told"), ("indicators", "1"));
        await stage.SayAsync(_town.Who(Visitor), "escalate");
        var form = await _town.CardAsync(Visitor, "escalation.raise");
        await stage.FillAndPressAsync(_town.Who(Visitor), form.Id, "escalation.raise", ("conference", "1"), ("reason", "1"), ("tried", Tried), ("wanted", Wanted));
        for (var day = 1; day <= 23; day++)
        {
            Remember();
            await stage.WalkToAsync(_town.Services.Tenant.Start.AddDays(day).AddHours(4));
        }

        await _town.UntilQuietAsync();
        Remember();
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    private async Task OpenAsync()
    {
        var (person, list) = (_town.Who(Practitioner), First[Practitioner].Id);
        var opened = await _town.Stage.PressAsync(person, list, "prep.open");
        var answered = await _town.Stage.FillAndPressAsync(person, list, "prep.answer", ("sentToChair", "true"), ("familyShared", "all"));
        var back = await _town.Stage.PressAsync(person, list, "list.open");
        Opened = [opened, answered, back];
    }

    private void Remember()
    {
        foreach (var message in _town.Services.Chats.All.SelectMany(chat => chat.Messages()).Where(message => message.From == "bot"))
            Shown.Add(message);
    }
}

/// <summary>Shares the walk.</summary>
[CollectionDefinition(nameof(SampleFortnight))]
public sealed class SampleFortnightGroup : ICollectionFixture<SampleFortnight>;
