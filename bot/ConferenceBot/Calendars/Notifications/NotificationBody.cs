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

    /// <summary>The notifications, or the status the request is refused with: 413 too large, 400 not a list of notifications or cut short.</summary>
    public static async Task<(IReadOnlyList<Notification>? Items, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes) return (null, StatusCodes.Status413PayloadTooLarge);

        // One byte more than allowed, so that the body that is too large shows itself.
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, MaxBytes + 1), MaxBytes + 1, throwOnEndOfStream: false, cancellationToken);
            return length > MaxBytes ? (null, StatusCodes.Status413PayloadTooLarge) : Parse(buffer.AsMemory(0, length));
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
