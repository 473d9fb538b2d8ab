using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConferenceBot.Benchmarks;

/// <summary>What a stretch of load saw.</summary>
/// <param name="Answers">Answers with status 200 and a whole body.</param>
/// <param name="Refused">Answers with another status.</param>
/// <param name="Cut">Connections that ended in the middle of an exchange.</param>
/// <param name="Longest">The longest time in which no connection got an answer.</param>
internal sealed record Seen(int Answers, int Refused, int Cut, TimeSpan Elapsed, TimeSpan Longest);

/// <summary>
/// So many connections, each asking again as soon as it was answered. Written on sockets, because a client of the framework would cost as
/// much as the server and hide the difference between two of them.
/// </summary>
internal sealed class Load(Uri address, byte[] body, string token)
{
    private readonly byte[] _request = [.. Encoding.ASCII.GetBytes(
        $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json; charset=utf-8\r\n"
        + $"Content-Length: {body.Length}\r\n\r\n"), .. body];

    private int _answers, _refused, _cut;
    private long _last, _longest;

    public async Task<Seen> RunAsync(int connections, TimeSpan time, CancellationToken cancellationToken)
    {
        (_answers, _refused, _cut, _longest) = (0, 0, 0, 0);
        var started = _last = Stopwatch.GetTimestamp();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(time);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => ConnectionAsync(end.Token)));
        return new Seen(_answers, _refused, _cut, Stopwatch.GetElapsedTime(started), Stopwatch.GetElapsedTime(0, _longest));
    }

    /// <summary>Each exchange that has begun is finished, also after the end.</summary>
    private async Task ConnectionAsync(CancellationToken end)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var buffer = new byte[32 * 1024];
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, address.Port, CancellationToken.None);
            while (!end.IsCancellationRequested)
            {
                await socket.SendAsync(_request, SocketFlags.None, CancellationToken.None);
                if (await AnswerAsync(socket, buffer) is not { } status)
                {
                    Interlocked.Increment(ref _cut);
                    return;
                }

                Interlocked.Increment(ref status == 200 ? ref _answers : ref _refused);
                Note();
            }
        }
        catch (SocketException)
        {
            Interlocked.Increment(ref _cut);
        }
    }

    private void Note()
    {
        var now = Stopwatch.GetTimestamp();
        var gap = now - Interlocked.Exchange(ref _last, now);
        for (var longest = Volatile.Read(ref _longest); gap > longest; longest = Volatile.Read(ref _longest))
            if (Interlocked.CompareExchange(ref _longest, gap, longest) == longest) break;
    }

    /// <returns>The status of a whole answer; null when the connection ended first.</returns>
    private static async Task<int?> AnswerAsync(Socket socket, byte[] buffer)
    {
        for (var length = 0; length < buffer.Length;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), SocketFlags.None);
            if (read == 0) return null;
            length += read;
            if (IsWhole(buffer.AsSpan(0, length))) return int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), System.Globalization.CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException("The answer is longer than expected.");
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var start = answer[..head].IndexOf("Content-Length: "u8);
        if (start < 0) return answer.EndsWith("0\r\n\r\n"u8) && answer[..head].IndexOf("chunked"u8) > 0;
        var digits = answer[(start + "Content-Length: ".Length)..head];
        var end = digits.IndexOf((byte)'\r');
        var length = int.Parse(end < 0 ? digits : digits[..end], System.Globalization.CultureInfo.InvariantCulture);
        return answer.Length == head + 4 + length;
    }
}
