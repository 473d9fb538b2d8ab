using System.Text.Json;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Serialization.Json;

namespace ConferenceBot.Calendars;

/// <summary>
/// One page of a delta answer, read item by item so that one item that cannot be read does not take the others with it. An item named
/// twice counts as it came last.
/// </summary>
/// <param name="Unreadable">Ids of items left out; empty text for one without an id.</param>
internal sealed record DeltaPage(
    IReadOnlyList<Event> Events, IReadOnlyList<string> RemovedIds, IReadOnlyList<string> Unreadable, string Link, bool IsLast)
{
    /// <exception cref="JsonException">Not a page: no JSON, no list of items, or no link to go on from.</exception>
    public static async Task<DeltaPage> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("value", out var items) || items.ValueKind != JsonValueKind.Array)
            throw new JsonException("No list of items.");
        var next = Text(root, "@odata.nextLink");
        var link = next ?? Text(root, "@odata.deltaLink") ?? throw new JsonException("No link to go on from.");

        var last = new OrderedDictionary<string, Event?>(StringComparer.Ordinal);
        var unreadable = new List<string>();
        foreach (var item in items.EnumerateArray())
        {
            var id = item.ValueKind == JsonValueKind.Object ? Text(item, "id") : null;
            if (string.IsNullOrEmpty(id))
                unreadable.Add("");
            else if (item.TryGetProperty("@removed", out _))
                last[id] = null;
            else if (ReadEvent(item) is { } read)
                last[id] = read;
            else
                unreadable.Add(id);
        }
        return new DeltaPage(
            [.. last.Values.OfType<Event>()], [.. last.Where(pair => pair.Value is null).Select(pair => pair.Key)], unreadable, link, next is null);
    }

    /// <summary>One event; null when it cannot be read. A sensitivity that the model does not know counts as confidential.</summary>
    public static Event? ReadEvent(JsonElement item)
    {
        try
        {
            var read = new JsonParseNode(item).GetObjectValue(Event.CreateFromDiscriminatorValue);
            if (read.Sensitivity is null && item.TryGetProperty("sensitivity", out var said) && said.ValueKind != JsonValueKind.Null)
                read.Sensitivity = Sensitivity.Confidential;
            return read;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or JsonException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
