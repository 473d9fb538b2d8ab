using ConferenceBot.Clockwork;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace ConferenceBot.Tests.ClockworkTests;

public sealed class RecordEndpointTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1:1/clock", true)]
    public async Task The_record_is_offered_only_where_a_walking_clock_is_configured(string? clockUrl, bool offered)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Settling>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<RecordEndpoint>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton(Options.Create(new ClockworkOptions { ClockUrl = clockUrl }));
        builder.Services.AddSingleton<ProcedureClock>();
        await using var app = builder.Build();

        app.MapClockwork();

        var paths = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText).ToList();
        Assert.Equal(offered, paths.Contains("/clockwork/record"));
        Assert.Equal(offered, paths.Count > 0);
    }
}
