namespace ConferenceBot.People;

/// <summary>Whose professional role is known in one council, and as what: <c>Councils:{key}:People</c>. People are Entra object ids, never names.</summary>
internal sealed class PeopleOptions
{
    /// <summary>The agencies of the partnership; at least one. Someone who fits several belongs to the first: by group before by department.</summary>
    public AgencyOptions[] Agencies { get; set; } = [];

    public ChairsOptions Chairs { get; set; } = new();

    /// <summary>Those who run conferences; at least one, since what the bot cannot settle itself goes to them.</summary>
    public string[] Administrators { get; set; } = [];
}

/// <summary>An agency and how its people are known: by a group, by departments, or both.</summary>
internal sealed class AgencyOptions
{
    /// <summary>Short and stable, unique in the council: stored with participants.</summary>
    public string? Key { get; set; }

    /// <summary>As shown on cards.</summary>
    public string? Name { get; set; }

    /// <summary>One of <see cref="Domain.Conferences.AgencyKind"/>, by name.</summary>
    public string? Kind { get; set; }

    /// <summary>An Entra group; nested groups count.</summary>
    public string? GroupId { get; set; }

    /// <summary>Values of the directory's department, compared without case.</summary>
    public string[] Departments { get; set; } = [];

    /// <summary>Mail domains of its people, such as <c>school.example</c>: they suggest the agency on the administrator's card and are never proof. Default: none.</summary>
    public string[] Domains { get; set; } = [];
}

/// <summary>Who chairs conferences: a group, a list, or both.</summary>
internal sealed class ChairsOptions
{
    public string? GroupId { get; set; }

    public string[] People { get; set; } = [];

    /// <summary>Deputy or duty chairs, asked when a chair does not answer. Default: none.</summary>
    public string[] Deputies { get; set; } = [];
}
