using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The host is killed between deciding and sending.</summary>
public sealed class CrashTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task What_was_decided_before_a_kill_arrives_exactly_once_after_it()
    {
        const string lead = "Designated safeguarding lead", visitor = "Health visitor", chair = "Conference chair";
        var (asked, prompt) = (await town.CardAsync(visitor, "prep.answer"), await town.CardAsync(lead, "prep.answer"));
        await town.Stage.PressAsync(town.Who(lead), prompt.Id, "flag.open");
        var before = town.ChatOf(chair).Messages().Count;

        town.Services.Faults.TrySet("connector", "off");
        await town.Stage.FillAndPressAsync(town.Who(visitor), asked.Id, "prep.answer", ("sentToChair", "true"), ("familyShared", "all"));
        await town.Stage.FillAndPressAsync(town.Who(lead), prompt.Id, "flag.raise",
            ("seen", "Shouting made two people leave."), ("familyTold", "told"), ("indicators", "1"));
        Assert.True(town.Database.Count("SELECT COUNT(*) FROM Deliveries WHERE State = 'Pending'") > 0);
        Assert.True(town.Database.Count("SELECT COUNT(*) FROM CardCopies WHERE ActivityId IS NOT NULL AND Shown < Version") > 0);
        Assert.Equal(before, town.ChatOf(chair).Messages().Count);
        await town.Sandbox.KillHostAsync();
        town.Services.Faults.TrySet("connector", "on");
        await town.Sandbox.RestartHostAsync();
        await town.UntilQuietAsync();

        Assert.Equal(0, town.Database.Count("SELECT COUNT(*) FROM Deliveries WHERE State <> 'Sent'"));
        Assert.Equal(0, town.Database.Count("SELECT COUNT(*) FROM CardCopies WHERE ActivityId IS NOT NULL AND Shown <> Version"));
        Assert.Single(town.ChatOf(chair).Messages(), message => CardReader.Button(message.BaseCard, "flag.plan") is not null);
        Assert.Null(CardReader.Button(town.ChatOf(visitor).Find(asked.Id)!.BaseCard, "prep.answer"));
        var kept = town.Database.Column("SELECT ActivityId FROM CardCopies WHERE ActivityId IS NOT NULL");
        var shown = town.Services.Chats.All.SelectMany(chat => chat.Messages()).Where(m => m is { From: "bot", BaseCard: not null }).Select(m => m.Id);
        Assert.Equal(kept.Order(), shown.Order());
    }
}
