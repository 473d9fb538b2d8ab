namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>
/// Guesses who chairs: a calendar does not say it. Of the home organisation's people the one invited to most conferences chairs those, then
/// the one invited to most of the rest, as long as it is more than one conference or somebody else of the home organisation is there too.
/// </summary>
internal static class OwnChairs
{
    public static IReadOnlySet<string> Choose(IEnumerable<Replaced> conferences, Pseudonyms names)
    {
        var left = conferences.Select(item => item.Entry.Invitees.Select(invitee => invitee.Address)
            .Where(address => names.People.GetValueOrDefault(address) is Domains.Home && Domains.Of(address) == Pseudonyms.HomeDomain)
            .Distinct().ToList()).Where(home => home.Count > 0).ToList();
        var chairs = new HashSet<string>();
        while (left.Count > 0)
        {
            var next = left.SelectMany(home => home).CountBy(address => address).MaxBy(pair => pair.Value);
            if (chairs.Count > 0 && next.Value == 1 && left.TrueForAll(home => home.Count == 1))
                break;
            chairs.Add(next.Value > 1 || chairs.Count == 0 ? next.Key : left.First(home => home.Count > 1)[0]);
            left.RemoveAll(home => home.Exists(chairs.Contains));
        }
        return chairs;
    }
}
