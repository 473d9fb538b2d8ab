using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Benchmarks;

/// <summary>
/// The least anybody would write: a minimal API that validates the same RS256 token with JwtBearer, parses the same invoke with
/// source-generated JSON and answers with a card of the same size. No council, no endorsement, no service URL, no tenant.
/// </summary>
internal static class FloorServer
{
    public static void Configure(WebApplicationBuilder builder, string metadata, string issuer)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MetadataAddress = metadata;
            options.RequireHttpsMetadata = false;
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = issuer, ValidAudience = Issuer.AppId, ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            };
        });
        builder.Services.AddAuthorization();
    }

    public static void Map(WebApplication app)
    {
        var card = JsonSerializer.SerializeToElement(Samples.Card());
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPost("/api/messages", async (HttpContext http) =>
        {
            var invoke = await JsonSerializer.DeserializeAsync(http.Request.Body, FloorJson.Default.FloorInvoke, http.RequestAborted);
            if (invoke is not { Type: "invoke", Value.Action.Verb.Length: > 0 })
            {
                http.Response.StatusCode = 400;
                return;
            }

            http.Response.ContentType = "application/json; charset=utf-8";
            await JsonSerializer.SerializeAsync(http.Response.Body,
                new FloorReply(200, "application/vnd.microsoft.card.adaptive", card), FloorJson.Default.FloorReply, http.RequestAborted);
        }).RequireAuthorization();
    }
}

internal sealed record FloorInvoke(
    string? Type, string? Id, string? ServiceUrl, FloorAccount? From, FloorAccount? Conversation, FloorValue? Value);

internal sealed record FloorAccount(string? Id, string? AadObjectId);

internal sealed record FloorValue(FloorAction? Action, string? Trigger);

internal sealed record FloorAction(string? Verb, JsonElement? Data);

internal sealed record FloorReply(int StatusCode, string Type, JsonElement Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FloorInvoke))]
[JsonSerializable(typeof(FloorReply))]
internal sealed partial class FloorJson : JsonSerializerContext;
