using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConferenceBot.Tests.Teams.Fuzz;

/// <summary>Bodies like real ones and wrong in one to four places. The same number makes the same body.</summary>
internal sealed class ActivityMutations(IReadOnlyList<JsonObject> corpus)
{
    /// <summary>In every text that is made up here, so that it can be looked for where it must not be.</summary>
    public const string Marker = "zqxmark";

    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    private static readonly string[] Texts =
    [
        "", " ", Marker, Marker + "\0", Marker + "\r\nForged: line", "<at>" + Marker, "${" + Marker + "}", "../" + Marker, "é" + Marker + "😀\u202E",
        "<script>" + Marker, "29:" + Marker, "\uFEFF" + Marker, "2026-02-31", "00000000-0000-0000-0000-000000000000", "true", "-1", "1e999",
        "' OR 1=1 --" + Marker, "00000000000040008000000000000001", "help", "prep.answer", "flag.show", "personal", "message", "invoke",
    ];

    private static readonly string[] Inner = ["value", "value", "channelData", "entities", "conversation", "membersAdded"];

    private static readonly string[] Tails = ["", "}", ",", "{}", "\0", " ", "/* x */", "]", "\uFEFF"];

    public byte[] Make(int number)
    {
        var dice = new Random(number);
        var activity = (JsonObject)Any(corpus, dice).DeepClone();
        if (dice.Next(4) == 0)
            activity["id"] = number.ToString(CultureInfo.InvariantCulture);
        for (var left = 1 + dice.Next(4); left > 0; left--)
            Change(activity, dice);
        var text = activity.ToJsonString(Raw);
        return dice.Next(12) == 0 ? Spoil(text, dice) : Encoding.UTF8.GetBytes(dice.Next(3) == 0 ? Escape(text, dice) : text);
    }

    private void Change(JsonObject activity, Random dice)
    {
        // Half of the changes are inside what is read later than the rest, where a mistake comes further.
        var inside = dice.Next(2) == 0 ? Places(activity[Any(Inner, dice)]) : [];
        var (owner, key, index) = Any(inside.Count > 0 ? inside : Places(activity), dice);
        switch (dice.Next(8))
        {
            case 0 when owner is JsonObject from:
                from.Remove(key!);
                break;
            case 1 when owner is JsonObject renamed:
                var value = renamed[key!];
                renamed.Remove(key!);
                renamed[dice.Next(2) == 0 ? key!.ToUpperInvariant() : key + Marker] = value;
                break;
            case 2:
                Put(owner, key, index, Any(Places(Any(corpus, dice)), dice).Value?.DeepClone());
                break;
            case 3:
                Put(owner, key, index, new JsonArray([.. Enumerable.Range(0, dice.Next(60)).Select(i => (JsonNode?)Any(Texts, dice))]));
                break;
            case 4:
                Put(owner, key, index, Nested(1 + dice.Next(90)));
                break;
            case 5:
                Put(owner, key, index, string.Concat(Enumerable.Repeat(Any(Texts, dice), 1 + dice.Next(3_000))));
                break;
            case 6:
                Put(owner, key, index, Odd(dice));
                break;
            default:
                Put(owner, key, index, Any(Texts, dice));
                break;
        }
    }

    private static JsonNode? Odd(Random dice) => dice.Next(8) switch
    {
        0 => null,
        1 => JsonNode.Parse("1e400"),
        2 => -1,
        3 => long.MaxValue,
        4 => true,
        5 => new JsonObject(),
        6 => JsonNode.Parse("0.000000000000000000000000000001"),
        _ => new JsonArray((JsonNode?)null),
    };

    private static JsonNode Nested(int levels)
    {
        JsonNode node = Marker;
        for (var i = 0; i < levels; i++)
            node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["a"] = node };
        return node;
    }

    private static void Put(JsonNode owner, string? key, int index, JsonNode? value)
    {
        if (owner is JsonObject fields)
            fields[key!] = value;
        else
            ((JsonArray)owner)[index] = value;
    }

    /// <summary>Every member and element, at any depth.</summary>
    private static List<Place> Places(JsonNode? root)
    {
        List<Place> places = [];
        Collect(root, places);
        return places;
    }

    private static void Collect(JsonNode? node, List<Place> places)
    {
        if (node is JsonObject fields)
        {
            foreach (var (key, value) in fields)
            {
                places.Add(new Place(fields, key, -1));
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                places.Add(new Place(list, null, i));
                Collect(list[i], places);
            }
        }
    }

    /// <summary>Halves of surrogate pairs, doubled members and other things that only text can say.</summary>
    private static string Escape(string text, Random dice)
    {
        var inside = dice.Next(2) == 0 ? Math.Max(0, text.IndexOf("\"value\":", StringComparison.Ordinal)) : 0;
        return dice.Next(6) switch
        {
            < 4 => text.IndexOf('"', dice.Next(inside, text.Length)) is > 0 and var at ? text.Insert(at + 1, @"\ud800") : text,
            4 => "{\"type\":\"" + Marker + "\",\"text\":\"" + Marker + "\"," + text[1..],
            _ => text.Insert(1, @"""\udfff"":1,"),
        };
    }

    private static byte[] Spoil(string text, Random dice)
    {
        var bytes = Encoding.UTF8.GetBytes(text + Any(Tails, dice));
        for (var left = dice.Next(4); left > 0; left--)
            bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        return dice.Next(2) == 0 ? bytes : bytes[..dice.Next(bytes.Length)];
    }

    private static T Any<T>(IReadOnlyList<T> from, Random dice) => from[dice.Next(from.Count)];

    private readonly record struct Place(JsonNode Owner, string? Key, int Index)
    {
        public JsonNode? Value => Key is not null ? Owner[Key] : Owner[Index];
    }
}
