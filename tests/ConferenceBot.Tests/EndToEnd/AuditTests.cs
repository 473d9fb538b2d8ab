using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Hosting;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The audit chains of a host that has stopped, walked by the command line.</summary>
public sealed class AuditTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task The_chains_of_a_worked_database_hold_and_one_edited_row_shows()
    {
        var card = await town.CardAsync("Health visitor", "prep.answer");
        await town.Stage.FillAndPressAsync(town.Who("Health visitor"), card.Id, "prep.answer", ("familyShared", "all"));
        await town.PostAsync(town.Activity("Headteacher", "prep.answer",
            new System.Text.Json.Nodes.JsonObject { ["k"] = Ids.RandomGuid().ToString("N"), ["v"] = 1 }));
        await town.Sandbox.KillHostAsync();

        var whole = await VerifyAsync();
        Assert.True(whole.Exit == 0, whole.Output + whole.Error);
        Assert.Contains("unbroken", whole.Output);

        town.Database.Tamper("UPDATE Audit SET Act = 'prep.correct' WHERE Act = 'prep.answer'");
        var edited = await VerifyAsync();
        Assert.Equal(1, edited.Exit);
        Assert.Contains("BROKEN", edited.Output);
    }

    private Task<Ended> VerifyAsync()
    {
        var key = File.ReadAllText(Path.Combine(town.Sandbox.DataPath, "audit.key")).Trim();
        Tenant tenant = town.Services.Tenant;
        var settings = HostSettings.For(tenant, town.Services.Registration, "http://127.0.0.1:0", town.Sandbox.DataPath, key);
        return Programs.RunAsync(Programs.Host, settings, "audit", "verify");
    }
}
