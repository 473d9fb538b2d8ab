using System.Net.Http.Headers;
using System.Text.Json;

namespace ConferenceBot.Councils;

/// <summary>
/// Gives a refusal that is no Graph error (a gateway's page, an empty body) the shape of one without a code, so that its status and
/// Retry-After reach the caller instead of a complaint about its body. A redirect is a refusal too; the SDK would take some for an empty success.
/// </summary>
internal sealed class GraphRefusalHandler : DelegatingHandler
{
    private const int LongestBody = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode) return response;
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            response.Dispose();
            throw new RedirectRefusedException();
        }
        var body = await BodyAsync(response.Content, cancellationToken);
        response.Content.Dispose();
        response.Content = new ByteArrayContent(IsObject(body) ? body : "{}"u8.ToArray())
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
        return response;
    }

    private static async Task<byte[]> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new byte[LongestBody];
        var length = await stream.ReadAtLeastAsync(body, LongestBody, throwOnEndOfStream: false, cancellationToken);
        return body[..length];
    }

    private static bool IsObject(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>Graph answered with a redirect; it was not followed.</summary>
internal sealed class RedirectRefusedException() : Exception("A redirect was not followed.");
