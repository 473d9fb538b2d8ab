using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Identity;
using ConferenceBot.Workflows;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace ConferenceBot.Councils;

/// <summary>
/// Asks Graph within a limit of machine time and turns every failure of the wire into a <see cref="CalendarAwayException"/>. What Graph says
/// about a failure can hold an address, so only its code is kept.
/// </summary>
internal sealed class GraphCalls(TimeProvider machine)
{
    /// <summary>How long one call may take, to the last byte of its answer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>How Graph's refusals are read, whatever their status.</summary>
    public static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new() { ["XXX"] = ODataError.CreateFromDiscriminatorValue };

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <exception cref="CalendarAwayException">Refused, away, too slow, or the answer could not be read.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, machine);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await call(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CalendarAwayException("timeout", null, null);
        }
        catch (ApiException refusal)
        {
            throw new CalendarAwayException(Code(refusal), RetryAfter(refusal), null);
        }
        catch (ForeignLinkException foreign)
        {
            throw new CalendarAwayException("foreign-link", null, foreign);
        }
        catch (RedirectRefusedException redirect)
        {
            throw new CalendarAwayException("redirect", null, redirect);
        }
        catch (AuthenticationFailedException noToken)
        {
            throw new CalendarAwayException("token", null, noToken);
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            throw new CalendarAwayException("unreachable", null, away);
        }
        catch (Exception garbled) when (garbled is JsonException or FormatException or InvalidOperationException)
        {
            throw new CalendarAwayException("unreadable", null, null);
        }
    }

    /// <summary>Graph's own error code when it is one, otherwise <c>http-</c> and the status.</summary>
    public static string Code(ApiException refusal) =>
        refusal is ODataError { Error.Code: { } code } && IsCode(code) ? code : $"http-{refusal.ResponseStatusCode}";

    /// <summary>Whether a text can only be a code, with room for nobody's address.</summary>
    public static bool IsCode(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    private TimeSpan? RetryAfter(ApiException refusal) => RetryAfter(refusal.ResponseHeaders?
        .FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault());

    /// <summary>Seconds or a date; never negative, at most a day. Null when Graph names none.</summary>
    public TimeSpan? RetryAfter(string? text)
    {
        if (text is null || !RetryConditionHeaderValue.TryParse(text, out var header))
            return null;
        var wait = header.Delta ?? header.Date - machine.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }
}
