using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>Real requests over loopback with really signed tokens, each wrong in one way.</summary>
public sealed class InboundMatrixTests(InboundMatrixTests.World world) : IClassFixture<InboundMatrixTests.World>
{
    public static TheoryData<string> Names => [.. InboundMatrix.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_wrong_request_is_answered_with_its_status(string name)
    {
        var row = InboundMatrix.Rows.Single(row => row.Name == name);
        var host = world.Teams.Fresh();
        var request = new WireRequest(host, world.Teams.Issuer) { Keys = world.Keys };
        row.Spoil(request);

        using var response = await request.SendAsync();

        Assert.Equal(row.Status, (int)response.StatusCode);
        Assert.Equal(row.Status == 401 ? "Bearer" : "", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(row.Status == 405 ? ["HEAD", "POST"] : [], response.Content.Headers.Allow.Order());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        if (row.Status != 200)
            Assert.Empty(host.Turns.Told);
    }

    [Fact]
    public void The_matrix_has_at_least_sixty_rows_and_no_name_twice()
    {
        Assert.True(InboundMatrix.Rows.Count >= 60, $"{InboundMatrix.Rows.Count} rows");
        Assert.Equal(InboundMatrix.Rows.Count, InboundMatrix.Rows.Select(row => row.Name).Distinct().Count());
    }

    /// <summary>The odd keys are there before the first keys are fetched.</summary>
    public sealed class World : IAsyncLifetime
    {
        internal TeamsWorld Teams { get; } = new();

        internal OddKeys Keys { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Teams.InitializeAsync();
            Keys = new OddKeys(Teams.Issuer);
        }

        public ValueTask DisposeAsync() => Teams.DisposeAsync();
    }
}
