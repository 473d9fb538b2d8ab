using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Page;

/// <summary>
/// Every card in every state: the samples that the tests hold equal to what the program draws, copied beside the sandbox when it is
/// built, with titles in plain words.
/// </summary>
internal static class Gallery
{
    private const string Titles = "titles.json";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "gallery");

    private static readonly Lazy<Answer> All = new(() => new Answer(200, Read(Folder)));

    public static Answer Get() => All.Value;

    /// <summary>In the order of the titles; a sample without a title comes last, under its own name.</summary>
    public static JsonObject Read(string folder)
    {
        var samples = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Where(path => Path.GetFileName(path) != Titles)
                .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal)
            : [];
        var named = Groups(folder).Where(card => samples.ContainsKey(card.Name)).ToList();
        var others = samples.Keys.Except(named.Select(card => card.Name)).Order(StringComparer.Ordinal).Select(name => (Group: "Others", Name: name, Title: name));
        return new JsonObject
        {
            ["cards"] = new JsonArray([.. named.Concat(others).Select(card => (JsonNode)new JsonObject
            {
                ["name"] = card.Name,
                ["group"] = card.Group,
                ["title"] = card.Title,
                ["card"] = JsonReading.ParseObject(File.ReadAllText(samples[card.Name])),
            })]),
        };
    }

    private static IEnumerable<(string Group, string Name, string Title)> Groups(string folder)
    {
        var path = Path.Combine(folder, Titles);
        var groups = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonArray : null;
        return (groups ?? []).SelectMany(group => group.Object("cards") ?? [],
            (group, card) => (group.Text("group") ?? "", card.Key, card.Value?.ToString() ?? card.Key));
    }
}
