using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.People;

/// <summary>What the settings of the people must be; every fault begins with its full key.</summary>
internal static class PeopleOptionsRules
{
    public static IEnumerable<string> Failures(PeopleOptions options, string path, bool development) =>
    [
        .. Agencies(options.Agencies, path + ":Agencies"),
        .. Chairs(options.Chairs, path + ":Chairs"),
        .. options.Administrators.Length == 0 ? [$"{path}:Administrators: at least one is required"] : Ids(options.Administrators, path + ":Administrators"),
    ];

    private static IEnumerable<string> Agencies(AgencyOptions[] agencies, string path)
    {
        if (agencies.Length == 0)
            yield return $"{path}: at least one is required, nobody else is ever asked for a report";
        foreach (var (index, agency) in agencies.Index())
        {
            var at = $"{path}:{index}";
            if (string.IsNullOrWhiteSpace(agency.Key) || agency.Key.Length > 40)
                yield return $"{at}:Key: must be 1 to 40 characters";
            else if (CouncilPeople.IsReserved(agency.Key))
                yield return $"{at}:Key: is reserved";
            else if (agencies.Take(index).Any(other => agency.Key.Equals(other.Key, StringComparison.OrdinalIgnoreCase)))
                yield return $"{at}:Key: is used twice";
            if (string.IsNullOrWhiteSpace(agency.Name) || agency.Name.Length > 100)
                yield return $"{at}:Name: must be 1 to 100 characters";
            if (!Enum.GetNames<AgencyKind>().Contains(agency.Kind))
                yield return $"{at}:Kind: must be one of {string.Join(", ", Enum.GetNames<AgencyKind>())}";
            foreach (var failure in Members(agencies, index, at).Concat(Domains(agencies, index, at)))
                yield return failure;
        }
    }

    private static IEnumerable<string> Members(AgencyOptions[] agencies, int index, string at)
    {
        var agency = agencies[index];
        if (string.IsNullOrEmpty(agency.GroupId) && agency.Departments.Length == 0)
            yield return $"{at}:GroupId: a group or Departments is required";
        if (!string.IsNullOrEmpty(agency.GroupId) && !IsId(agency.GroupId))
            yield return $"{at}:GroupId: must be a guid";
        foreach (var (key, members) in new[] { ("Managers", agency.Managers), ("DeputyManagers", agency.DeputyManagers) })
        {
            if (!string.IsNullOrEmpty(members.GroupId) && !IsId(members.GroupId))
                yield return $"{at}:{key}:GroupId: must be a guid";
            foreach (var failure in Ids(members.People, $"{at}:{key}:People"))
                yield return failure;
        }
        foreach (var (number, department) in agency.Departments.Index())
        {
            if (string.IsNullOrWhiteSpace(department))
                yield return $"{at}:Departments:{number}: must not be empty";
            else if (agencies.Take(index).SelectMany(other => other.Departments).Contains(department, StringComparer.OrdinalIgnoreCase))
                yield return $"{at}:Departments:{number}: belongs to another agency";
        }
    }

    private static IEnumerable<string> Domains(AgencyOptions[] agencies, int index, string at)
    {
        foreach (var (number, domain) in agencies[index].Domains.Index())
        {
            if (string.IsNullOrWhiteSpace(domain) || domain.Contains('@', StringComparison.Ordinal) || Uri.CheckHostName(domain) != UriHostNameType.Dns)
                yield return $"{at}:Domains:{number}: must be a mail domain, such as school.example";
            else if (MailDomains.IsConsumer(domain.Trim().ToLowerInvariant()))
                yield return $"{at}:Domains:{number}: anybody can have an address there, it suggests nothing";
            else if (agencies.Take(index).SelectMany(other => other.Domains).Contains(domain, StringComparer.OrdinalIgnoreCase))
                yield return $"{at}:Domains:{number}: belongs to another agency";
        }
    }

    private static IEnumerable<string> Chairs(ChairsOptions chairs, string path)
    {
        if (string.IsNullOrEmpty(chairs.GroupId) && chairs.People.Length == 0)
            yield return $"{path}:GroupId: a group or People is required, warnings go to the chair";
        if (!string.IsNullOrEmpty(chairs.GroupId) && !IsId(chairs.GroupId))
            yield return $"{path}:GroupId: must be a guid";
        foreach (var (key, group) in new[] { ("DeputiesGroupId", chairs.DeputiesGroupId), ("DutyGroupId", chairs.DutyGroupId) })
            if (!string.IsNullOrEmpty(group) && !IsId(group))
                yield return $"{path}:{key}: must be a guid";
        foreach (var failure in Ids(chairs.People, path + ":People").Concat(Ids(chairs.Deputies, path + ":Deputies")))
            yield return failure;
    }

    private static IEnumerable<string> Ids(string[] ids, string path) =>
        ids.Index().Where(pair => !IsId(pair.Item)).Select(pair => $"{path}:{pair.Index}: must be a person's object id, a guid");

    private static bool IsId(string? value) => Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty;
}
