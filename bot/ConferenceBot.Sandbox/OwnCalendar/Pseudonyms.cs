using System.Globalization;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>
/// Gives every address of a file an invented name and address that keep only the sort of domain. The same address gets the same ones
/// throughout; the true ones are forgotten with this object.
/// </summary>
internal sealed class Pseudonyms(string mailbox, Domains domains)
{
    public const string HomeDomain = "council.example";
    private readonly Dictionary<string, Invitee> _given = [];
    private readonly Dictionary<string, string> _domains = [];
    private readonly Dictionary<string, string> _agencies = [];
    private int _people;
    private int _guests;
    private int _rooms;

    /// <summary>Addresses of people at agencies, in the order in which they were met, with the key of the agency.</summary>
    public IReadOnlyDictionary<string, string> People => _agencies;

    /// <summary>How many are at domains that are neither an agency's nor a consumer's.</summary>
    public int Strangers { get; private set; }

    public int Guests => _guests;

    public static SharedMailbox Mailbox { get; } = new(Ids.GuidFrom("mailbox of a file"), "Conferences", "conferences@" + HomeDomain);

    public Invitee Replace(Invitee original)
    {
        var address = original.Address.Trim().ToLowerInvariant();
        if (!_given.TryGetValue(address, out var given))
            _given[address] = given = Invent(address, original.Kind == "resource");
        return given with { Kind = original.Kind, Response = original.Response };
    }

    private Invitee Invent(string address, bool resource)
    {
        if (address == mailbox)
            return new Invitee(Mailbox.Name, Mailbox.Address, "", "");
        if (resource)
            return Named("Room", "room", ++_rooms, HomeDomain);
        var domain = Domains.Of(address);
        if (domains.AgencyOf(domain) is not { } agency)
        {
            var consumer = Domains.IsConsumer(domain) || domain.Length == 0;
            Strangers += consumer ? 0 : 1;
            return Named("Guest", "guest", ++_guests, consumer ? "mail.example" : "elsewhere.example");
        }
        var person = Named("Person", "person", ++_people, Neutral(domain, agency));
        _agencies[person.Address] = agency;
        return person;
    }

    private string Neutral(string domain, string agency)
    {
        if (domains.IsHome(domain))
            return HomeDomain;
        if (!_domains.TryGetValue(domain, out var neutral))
            _domains[domain] = neutral = string.Create(CultureInfo.InvariantCulture, $"{Sort(domain, agency)}-{_domains.Count + 1}.example");
        return neutral;
    }

    private static string Sort(string domain, string agency) => agency switch
    {
        Domains.Home => "council",
        "health-visiting" or "school-nursing" or "general-practice" => "nhs",
        _ => agency,
    };

    private static Invitee Named(string name, string local, int number, string domain) => new(
        string.Create(CultureInfo.InvariantCulture, $"{name} {number}"), string.Create(CultureInfo.InvariantCulture, $"{local}{number}@{domain}"), "", "");
}
