using System.Text.Json;
using Xunit;

namespace ConferenceBot.Tests.Conventions;

public sealed class SettingsTests
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    [Fact]
    public void The_template_and_the_options_classes_name_the_same_keys()
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Repository.At("appsettings.template.json")), WithComments);
        var differences = SettingsTree.Of(SettingsModel.Sections).Differences(template.RootElement);
        Offences.None(differences.Where(d => !SettingsModel.OfTheFramework.Any(section => d.StartsWith(section + ":", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_options_class_of_the_host_is_in_the_model()
    {
        var all = Layers.Written(Layers.HostAssembly).Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal));
        var read = SettingsTree.Of(SettingsModel.Sections).Read;
        Assert.NotEmpty(read);
        Offences.None(all.Where(type => !read.Contains(type)).Select(type => type.FullName));
    }

    [Theory]
    [InlineData("""{ "Store": { "Name": "a", "Hosts": ["b"] }, "Towns": { "x": { "Size": 1, "People": [ { "Age": null } ], "Graph": { "Url": "u" } } } }""")]
    public void A_template_with_every_key_differs_in_nothing(string template) => Offences.None(Compare(template));

    [Theory]
    [InlineData("""{ "Store": { "Name": "a", "Hosts": [] }, "Towns": {} }""", "Towns: needs an entry as an example")]
    [InlineData("""{ "Store": { "name": "a", "Hosts": [] }, "Towns": { "x": { "Size": 1, "People": [ {} ], "Graph": [] } } }""",
        "Store:name: no options class reads it", "Store:Name: missing from the template",
        "Towns:x:Graph: the options class reads a section", "Towns:x:People:0:Age: missing from the template")]
    [InlineData("""{ "Store": { "Name": { "a": 1 }, "Hosts": [ {} ], "More": 1 }, "Towns": { "x": { "Size": 1, "Graph": { "Url": "u" } } } }""",
        "Store:More: no options class reads it", "Store:Hosts: the options class reads one value or a list of values",
        "Store:Name: the options class reads one value or a list of values", "Towns:x:People: missing from the template")]
    public void A_template_that_differs_is_told_where(string template, params string[] differences) => Assert.Equal(differences, Compare(template));

    private static IEnumerable<string> Compare(string template)
    {
        using var json = JsonDocument.Parse(template);
        var tree = SettingsTree.Of([("Store", typeof(SampleStore)), ("", typeof(SampleRoot)), ("Towns:{key}:Graph", typeof(SampleGraph))]);
        return [.. tree.Differences(json.RootElement)];
    }

    private sealed class SampleStore
    {
        public static string Fixed => "";
        public string? Name { get; set; }
        public IList<string> Hosts { get; } = [];
        public int Count => Hosts.Count;
    }

    private sealed class SampleRoot
    {
        public Dictionary<string, SampleTown> Towns { get; init; } = [];
    }

    private sealed class SampleTown
    {
        public int? Size { get; set; }
        public SamplePerson[] People { get; set; } = [];
    }

    private sealed class SamplePerson
    {
        public TimeSpan? Age { get; set; }
    }

    private sealed class SampleGraph
    {
        public Uri? Url { get; set; }
    }
}
