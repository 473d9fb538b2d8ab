using System.Buffers;
using System.Text.Json;

namespace ConferenceBot.Teams;

/// <summary>Reads a request's body once, with a hard cap, into an activity.</summary>
internal static class ActivityReader
{
    /// <summary>The largest body accepted, in bytes.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>The activity, or the status the request is refused with: 413 too large, 400 not an activity or cut short.</summary>
    public static async Task<(Activity? Activity, int Status)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBodyBytes)
            return (null, StatusCodes.Status413PayloadTooLarge);

        // One byte more than allowed, so that the body that is too large shows itself.
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBodyBytes + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, MaxBodyBytes + 1), MaxBodyBytes + 1, throwOnEndOfStream: false, ct);
            return length > MaxBodyBytes ? (null, StatusCodes.Status413PayloadTooLarge) : Parse(buffer.AsSpan(0, length));
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode);
        }
        catch (IOException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static (Activity? Activity, int Status) Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var activity = JsonSerializer.Deserialize(body, TeamsJson.Wire.Activity);
            return string.IsNullOrEmpty(activity?.Type) ? (null, StatusCodes.Status400BadRequest) : (activity, StatusCodes.Status200OK);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}
