using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The administrator's list of first-time attendees, over the wire.</summary>
public sealed class ConfirmTests(Town town) : IClassFixture<Town>
{
    private const string Administrator = "Conference administrator";

    [Fact]
    public async Task An_administrator_sees_who_it_is_on_request_and_says_who_is_no_professional_here()
    {
        await town.CardAsync(Administrator, "prep.open");
        var list = town.ChatOf(Administrator).Messages().Last(message => message.From == "bot" && Texts(message).Contains("on an invitation for the first time", StringComparison.Ordinal));
        Assert.DoesNotContain("@", Texts(list), StringComparison.Ordinal);

        var administrator = town.Who(Administrator);
        await town.Stage.PressAsync(administrator, list.Id, "prep.open");
        Assert.DoesNotContain("@", Texts(Now(list)), StringComparison.Ordinal);
        await town.Stage.PressAsync(administrator, list.Id, "people.open");
        await town.Stage.PressAsync(administrator, list.Id, "people.show");
        Assert.Contains("@", Texts(Now(list)), StringComparison.Ordinal);
        Assert.Equal(1, town.Database.Count("SELECT COUNT(*) FROM Audit WHERE Act = 'people.show'"));
        Assert.DoesNotContain("@", Now(list).BaseCard!.ToJsonString(), StringComparison.Ordinal);

        await town.Stage.PressAsync(administrator, list.Id, "people.hide");
        Assert.DoesNotContain("@", Texts(Now(list)), StringComparison.Ordinal);
        await town.Stage.PressAsync(administrator, list.Id, "people.notHere");
        Assert.Equal(1, town.Database.Count("SELECT COUNT(*) FROM Attendees WHERE Standing = 'NotHere'"));
        await town.Stage.PressAsync(administrator, list.Id, "people.again");
        Assert.Equal(1, town.Database.Count("SELECT COUNT(*) FROM Attendees WHERE Standing = 'NotHere'"));
    }

    private ChatMessage Now(ChatMessage message) => town.ChatOf(Administrator).Messages().Single(one => one.Id == message.Id);

    private static string Texts(ChatMessage message) => message.Card is { } card ? CardReader.Texts(card) : message.Text ?? "";
}
