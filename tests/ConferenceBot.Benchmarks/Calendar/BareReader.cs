using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ConferenceBot.Benchmarks;

/// <summary>
/// The least anybody would write: asks each mailbox's calendar page by page with a token and parses the answers. No rule, no store, no
/// directory, no back-off. It works in a process of its own, a line of its input at a time.
/// </summary>
internal sealed class BareReader(Uri graph, string token, IReadOnlyList<string> mailboxes) : IDisposable
{
    private const int AtOnce = 8;
    private const string Window = "startDateTime=2026-04-01T00:00:00Z&endDateTime=2027-04-01T00:00:00Z";
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> _links = [];
    private int _items;

    /// <summary>
    /// <c>warm</c> reads the first mailbox, <c>first</c> all of them from their beginning, <c>again N</c> asks N times what has changed; each
    /// is answered with <c>read ITEMS</c>. The end of the input ends the process.
    /// </summary>
    public static async Task<int> WorkAsync(string graph, string token, IReadOnlyList<string> mailboxes)
    {
        using var reader = new BareReader(new Uri(graph), token, mailboxes);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            reader._items = 0;
            await (line.Split(' ') switch
            {
                ["warm"] => reader.ReadAsync(mailboxes[0]),
                ["first"] => reader.AllAsync(),
                ["again", var times] => reader.AgainAsync(int.Parse(times, CultureInfo.InvariantCulture)),
                _ => throw new InvalidOperationException(line),
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read {reader._items}"));
        }

        return 0;
    }

    public void Dispose() => _http.Dispose();

    private async Task AgainAsync(int times)
    {
        for (var time = 0; time < times; time++) await AllAsync();
    }

    private Task AllAsync() => Parallel.ForEachAsync(
        mailboxes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (mailbox, _) => await ReadAsync(mailbox));

    private async Task ReadAsync(string mailbox)
    {
        string? link;
        lock (_links) link = _links.GetValueOrDefault(mailbox);
        link ??= $"{graph}/users/{Uri.EscapeDataString(mailbox)}/calendarView/delta?{Window}";
        for (var more = true; more;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Add("Prefer", ["outlook.timezone=\"UTC\"", "odata.maxpagesize=100", "IdType=\"ImmutableId\""]);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync();
            using var json = await JsonDocument.ParseAsync(body);
            Interlocked.Add(ref _items, json.RootElement.GetProperty("value").GetArrayLength());
            more = json.RootElement.TryGetProperty("@odata.nextLink", out var next);
            link = (more ? next : json.RootElement.GetProperty("@odata.deltaLink")).GetString();
        }

        lock (_links) _links[mailbox] = link!;
    }
}
