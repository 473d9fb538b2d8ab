using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ConferenceBot.Benchmarks;

/// <summary>Stands in for the connector: takes every activity, answers with an id, gives a token to whoever asks.</summary>
internal static class SinkServer
{
    public static Task<int> ServeAsync() => ServerProcess.ServeAsync(_ => { }, Map);

    public static Task<ServerProcess> StartAsync(CancellationToken cancellationToken) => ServerProcess.StartAsync(cancellationToken, "--sink");

    private static void Map(WebApplication app)
    {
        var number = 0;
        app.MapPost("/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = new string('t', 1200) }));
        app.MapPost("/v3/conversations/{conversation}/activities", async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Response.StatusCode = 201;
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync($$"""{"id":"{{Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture)}}"}""");
        });
    }
}
