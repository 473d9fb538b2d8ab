namespace ConferenceBot.Tests.Conventions;

/// <summary>Which options class reads which section of the settings: the list that <c>appsettings.template.json</c> is compared with.</summary>
internal static class SettingsModel
{
    /// <summary>
    /// Section and class. A name in braces stands for any key, such as <c>Councils:{key}:Graph</c>; the empty section is the root.
    /// Sections may overlap: their classes are read together.
    /// </summary>
    public static IReadOnlyList<(string Section, Type Options)> Sections { get; } =
    [
    ];

    /// <summary>Sections of the template that the framework reads.</summary>
    public static IReadOnlyList<string> OfTheFramework { get; } = ["Logging", "Urls"];
}
