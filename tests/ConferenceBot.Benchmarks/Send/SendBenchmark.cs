using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using ConferenceBot.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConferenceBot.Benchmarks;

/// <summary>What a card costs on its way out: the address check, the token, the size check, the JSON and the answer.</summary>
internal sealed class SendBenchmark : IBenchmark
{
    private const int Cards = 5_000, WarmUps = 10, Rounds = 5, AtOnce = 16;

    public string Name => "send";

    public string Subject => $"{Cards:N0} cards to {Cards:N0} conversations with the bot's connector client, {Rounds} rounds";

    public string Floor => "an HttpClient that posts the same bytes with a token and reads the id";

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Part part, CancellationToken cancellationToken)
    {
        using var sink = await SinkServer.StartAsync(cancellationToken);
        using var sender = part == Part.Subject ? Wire(sink.Address) : Bare(sink.Address);
        for (var round = 0; round < WarmUps; round++) await RoundAsync(sender, cancellationToken);
        var (before, started) = (Heap(), Stopwatch.GetTimestamp());
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        for (var round = 0; round < Rounds; round++) await RoundAsync(sender, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        return
        [
            new("cpu", cpu.TotalMicroseconds / (Rounds * Cards), "us/card"),
            new("throughput", Rounds * Cards / elapsed.TotalSeconds, "cards/s"),
            new("growth", (Heap() - before) / 1024.0 / 1024.0, "MB"),
        ];
    }

    private static Task RoundAsync(Sender sender, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, Cards), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (number, token) =>
        {
            if (await sender.Send($"a:conversation-{number}", token) is not { Length: > 0 }) throw new PartFailedException("An answer had no id.");
        });

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Teams.Activity Message() => new()
    {
        Type = ActivityTypes.Message,
        Summary = "You have a task due Thursday. Open when private.",
        Attachments = [Attachment.AdaptiveCard(JsonSerializer.SerializeToElement(Samples.Card()))],
    };

    private static Sender Wire(Uri sink)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(SubjectServer.Settings($"{sink}metadata", "http://127.0.0.1/login"));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTeams();
        var host = builder.Build();
        var connector = host.Services.GetRequiredService<IConnectorClient>();
        var (address, message) = (new ConnectorAddress("sampleshire", sink.AbsoluteUri), Message());
        return new Sender(async (conversation, token) => (await connector.SendToConversationAsync(address, conversation, message, token)).Id, host);
    }

    private static Sender Bare(Uri sink)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var bytes = JsonSerializer.SerializeToUtf8Bytes(Message(), TeamsJson.Wire.Activity);
        var authorization = new AuthenticationHeaderValue("Bearer", new string('t', 1200));
        return new Sender(async (conversation, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sink, $"/v3/conversations/{Uri.EscapeDataString(conversation)}/activities"));
            request.Headers.Authorization = authorization;
            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
            using var response = await http.SendAsync(request, token);
            response.EnsureSuccessStatusCode();
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(token));
            return answer.RootElement.GetProperty("id").GetString();
        }, http);
    }

    private sealed class Sender(Func<string, CancellationToken, Task<string?>> send, IDisposable owned) : IDisposable
    {
        public Func<string, CancellationToken, Task<string?>> Send => send;

        public void Dispose() => owned.Dispose();
    }
}
