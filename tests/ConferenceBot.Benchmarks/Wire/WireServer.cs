namespace ConferenceBot.Benchmarks;

/// <summary>The two servers of the wire benchmark: the bot's wire and the floor.</summary>
internal static class WireServer
{
    public static Task<int> ServeAsync(Part part, string metadata, string issuer) => part == Part.Subject
        ? ServerProcess.ServeAsync(builder => SubjectServer.Configure(builder, metadata, issuer), SubjectServer.Map)
        : ServerProcess.ServeAsync(builder => FloorServer.Configure(builder, metadata, issuer), FloorServer.Map);

    public static Task<ServerProcess> StartAsync(Part part, Issuer issuer, CancellationToken cancellationToken) => ServerProcess.StartAsync(
        cancellationToken, "--serve", part.ToString(), "--metadata", issuer.MetadataUrl, "--issuer", issuer.Name);
}
