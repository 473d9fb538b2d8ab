using System.Buffers;
using System.Text.Json;

namespace ConferenceBot.Calendars.Notifications;

/// <summary>What one notification says, as far as it counts; a member that is missing or no text is empty.</summary>
internal readonly record struct Notification(string SubscriptionId, string ClientState, string LifecycleEvent);

/// <summary>Reads the body of a notification once, with a hard cap. What it says of events is not looked at.</summary>
internal static class NotificationBody
{
    /// <summary>The largest body accepted, in bytes; Graph's batches of bare notifications are far smaller.</summary>
    public const int MaxBytes = 512 * 1024;

    private const int FirstBytes = 4 * 1024;

    /// <summary>The notifications, or the status the request is refused with: 413 too large, 400 not a list of notifications or cut short.</summary>
    public static async Task<(IReadOnlyList<Notification>? Items, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes) return (null, StatusCodes.Status413PayloadTooLarge);

        // It grows with what has arrived: whoever only says that much will come holds no memory with it.
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
        var length = 0;
        try
        {
            while (await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken) is var read and > 0)
            {
                length += read;
                if (length > MaxBytes) return (null, StatusCodes.Status413PayloadTooLarge);
                if (length == buffer.Length) buffer = Larger(buffer);
            }

            return Parse(buffer.AsMemory(0, length));
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode);
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

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * full.Length);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full, clearArray: true);
        return larger;
    }

    private static (IReadOnlyList<Notification>? Items, int Status) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("value", out var items)
                || items.ValueKind != JsonValueKind.Array)
                return (null, StatusCodes.Status400BadRequest);
            return ([.. items.EnumerateArray().Select(Read)], StatusCodes.Status202Accepted);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static Notification Read(JsonElement item) => item.ValueKind == JsonValueKind.Object
        ? new Notification(Text(item, "subscriptionId"), Text(item, "clientState"), Text(item, "lifecycleEvent"))
        : default;

    private static string Text(JsonElement of, string name)
    {
        try
        {
            return of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            // A text with half a character in it.
            return "";
        }
    }
}
