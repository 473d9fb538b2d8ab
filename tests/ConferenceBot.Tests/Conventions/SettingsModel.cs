using ConferenceBot.Calendars;
using ConferenceBot.Clockwork;
using ConferenceBot.Councils;
using ConferenceBot.Delivery;
using ConferenceBot.People;
using ConferenceBot.Store;

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
        ("", typeof(CouncilsOptions)),
        ("Councils:{key}:Graph", typeof(GraphOptions)),
        ("Councils:{key}:Calendars", typeof(CalendarsOptions)),
        ("Councils:{key}:People", typeof(PeopleOptions)),
        ("Councils:{key}:Procedure", typeof(ProcedureOptions)),
        ("Councils:{key}:Delivery", typeof(DeliveryOptions)),
        ("Store", typeof(StoreOptions)),
        ("Protection", typeof(ProtectionOptions)),
        ("Clockwork", typeof(ClockworkOptions)),
    ];

    /// <summary>Sections of the template that the framework reads.</summary>
    public static IReadOnlyList<string> OfTheFramework { get; } = ["Logging", "Urls"];
}
