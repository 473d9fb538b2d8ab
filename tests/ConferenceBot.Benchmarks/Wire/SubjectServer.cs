using System.Text.Json;
using ConferenceBot.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ConferenceBot.Benchmarks;

/// <summary>The bot's own wire, registered as the host registers it, with turns that answer at once.</summary>
internal static class SubjectServer
{
    public static IEnumerable<KeyValuePair<string, string?>> Settings(string metadata, string issuer) => new Dictionary<string, string?>
    {
        ["Councils:sampleshire:Teams:AppId"] = Issuer.AppId,
        ["Councils:sampleshire:Teams:TenantId"] = Issuer.TenantId,
        ["Councils:sampleshire:Teams:OpenIdMetadataUrl"] = metadata,
        ["Councils:sampleshire:Teams:TokenIssuer"] = issuer,
        ["Councils:sampleshire:Teams:AllowedHosts:0"] = "smba.trafficmanager.net",
        ["Councils:sampleshire:Teams:AllowedHosts:1"] = "127.0.0.1",
        ["Councils:sampleshire:Identity:Kind"] = "LoopbackToken",
        ["Councils:sampleshire:Identity:Secret"] = "none",
        ["Councils:sampleshire:Identity:TokenUrl"] = $"{new Uri(metadata).GetLeftPart(UriPartial.Authority)}/token",
    };

    public static void Configure(WebApplicationBuilder builder, string metadata, string issuer)
    {
        builder.Configuration.AddInMemoryCollection(Settings(metadata, issuer));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ITeamsTurns, AnsweringTurns>();
        builder.Services.AddTeams();
    }

    public static void Map(WebApplication app) => app.MapTeams();

    private sealed class AnsweringTurns : ITeamsTurns
    {
        private readonly JsonElement _card = JsonSerializer.SerializeToElement(Samples.Card());

        public Task OnMessageAsync(TeamsTurn turn, string text, CancellationToken ct) => Task.CompletedTask;

        public Task OnElsewhereAsync(TeamsTurn turn, CancellationToken ct) => Task.CompletedTask;

        public Task<InvokeResponse> OnCardActionAsync(TeamsTurn turn, CardAction action, CancellationToken ct) =>
            Task.FromResult(InvokeReplies.Card(_card));

        public Task OnSubmitAsync(TeamsTurn turn, CardAction action, CancellationToken ct) => Task.CompletedTask;

        public Task OnInstallationAsync(TeamsTurn turn, bool installed, CancellationToken ct) => Task.CompletedTask;

        public Task OnPresenceAsync(TeamsTurn turn, CancellationToken ct) => Task.CompletedTask;
    }
}
