using System.Collections.Frozen;
using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.People;

/// <summary>One council's people settings in typed form.</summary>
internal sealed class CouncilPeople
{
    /// <summary>The agency of a chair who is in none: chairs are independent of those who report.</summary>
    private static readonly Agency ChairsAgency = new("chair", "Conference chair", AgencyKind.Other);

    /// <summary>The agency of an administrator who is in none.</summary>
    private static readonly Agency AdministratorsAgency = new("administration", "Conference administration", AgencyKind.Other);

    private readonly ImmutableArray<(Guid Group, Agency Agency)> byGroup;
    private readonly FrozenDictionary<string, Agency> byDepartment;
    private readonly FrozenSet<PersonId> chairs;
    private readonly Guid? chairsGroup;
    private readonly FrozenDictionary<string, (Members Managers, Members Deputies)> managers;

    /// <param name="options">Checked at start.</param>
    public CouncilPeople(PeopleOptions options)
    {
        var agencies = options.Agencies
            .Select(given => (Given: given, Agency: new Agency(given.Key!, given.Name!, Enum.Parse<AgencyKind>(given.Kind!)))).ToList();
        Agencies = [.. agencies.Select(one => one.Agency)];
        byGroup = [.. agencies.Where(one => !string.IsNullOrEmpty(one.Given.GroupId)).Select(one => (Guid.Parse(one.Given.GroupId!), one.Agency))];
        byDepartment = agencies.SelectMany(one => one.Given.Departments.Select(department => (Department: department.Trim(), one.Agency)))
            .DistinctBy(pair => pair.Department, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(pair => pair.Department, pair => pair.Agency, StringComparer.OrdinalIgnoreCase);
        chairsGroup = string.IsNullOrEmpty(options.Chairs.GroupId) ? null : Guid.Parse(options.Chairs.GroupId);
        chairs = Ids(options.Chairs.People).ToFrozenSet();
        Deputies = new Members(Ids(options.Chairs.Deputies), [.. new[] { options.Chairs.DeputiesGroupId, options.Chairs.DutyGroupId }.SelectMany(Group).Distinct()]);
        managers = agencies.ToFrozenDictionary(one => one.Agency.Key, one => (Of(one.Given.Managers), Of(one.Given.DeputyManagers)));
        AutomaticReplies = options.AutomaticReplies;
        Administrators = Ids(options.Administrators);
        Groups = [.. byGroup.Select(pair => pair.Group).Concat(chairsGroup is { } group ? [group] : []).Distinct()];
    }

    public ImmutableArray<Agency> Agencies { get; }

    /// <summary>Deputy chairs, then duty chairs.</summary>
    public Members Deputies { get; }

    public bool AutomaticReplies { get; }

    public ImmutableArray<PersonId> Administrators { get; }

    /// <summary>Every group that says something about a person, each once.</summary>
    public ImmutableArray<Guid> Groups { get; }

    public static bool IsReserved(string key) =>
        key.Equals(ChairsAgency.Key, StringComparison.OrdinalIgnoreCase) || key.Equals(AdministratorsAgency.Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is known of a person's part; null when it is nothing: then nobody may contact them.</summary>
    /// <param name="groups">Those of <see cref="Groups"/> the person is in.</param>
    public (Agency Agency, ParticipantRole Role)? PartOf(PersonId person, string? department, IReadOnlySet<Guid> groups)
    {
        var agency = byGroup.FirstOrDefault(pair => groups.Contains(pair.Group)).Agency
            ?? byDepartment.GetValueOrDefault(department?.Trim() ?? "");
        if (chairs.Contains(person) || (chairsGroup is { } group && groups.Contains(group)))
            return (agency ?? ChairsAgency, ParticipantRole.Chair);
        if (Administrators.Contains(person))
            return (agency ?? AdministratorsAgency, ParticipantRole.Administrator);
        return agency is null ? null : (agency, ParticipantRole.Practitioner);
    }

    public Members ManagersOf(Agency agency) => managers.GetValueOrDefault(agency.Key).Managers ?? Members.None;

    public Members DeputyManagersOf(Agency agency) => managers.GetValueOrDefault(agency.Key).Deputies ?? Members.None;

    private static Members Of(MembersOptions given) => new(Ids(given.People), [.. Group(given.GroupId)]);

    private static IEnumerable<Guid> Group(string? id) => string.IsNullOrEmpty(id) ? [] : [Guid.Parse(id)];

    private static ImmutableArray<PersonId> Ids(string[] ids) => [.. ids.Select(id => new PersonId(Guid.Parse(id))).Distinct()];
}

/// <summary>People of the settings: a list, then the members of groups.</summary>
internal sealed record Members(ImmutableArray<PersonId> Listed, ImmutableArray<Guid> Groups)
{
    public static readonly Members None = new([], []);

    public bool IsEmpty => Listed.IsEmpty && Groups.IsEmpty;
}
