namespace ConferenceBot.People;

/// <summary>Whose professional role is known in one council, and as what: <c>Councils:{key}:People</c>. People are Entra object ids, never names.</summary>
internal sealed class PeopleOptions
{
    /// <summary>The agencies of the partnership; at least one. Someone who fits several belongs to the first: by group before by department.</summary>
    public AgencyOptions[] Agencies { get; set; } = [];

    public ChairsOptions Chairs { get; set; } = new();

    /// <summary>Those who run conferences; at least one, since what the bot cannot settle itself goes to them.</summary>
    public string[] Administrators { get; set; } = [];

    /// <summary>
    /// Whether automatic replies are read, so that the deputy of somebody who is away is asked. Default: true. Needs the role
    /// Application MailboxSettings.Read in Exchange; where it is not given nobody counts as away.
    /// </summary>
    public bool AutomaticReplies { get; set; } = true;
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

    /// <summary>Asked for support and escalations where the directory knows no line manager. Default: none.</summary>
    public MembersOptions Managers { get; set; } = new();

    /// <summary>Asked beside or instead of a manager who is away. Default: none.</summary>
    public MembersOptions DeputyManagers { get; set; } = new();
}

/// <summary>People by list, by group, or both; the list comes first.</summary>
internal sealed class MembersOptions
{
    /// <summary>An Entra group; its direct members.</summary>
    public string? GroupId { get; set; }

    public string[] People { get; set; } = [];
}

/// <summary>Who chairs conferences: a group, a list, or both.</summary>
internal sealed class ChairsOptions
{
    public string? GroupId { get; set; }

    public string[] People { get; set; } = [];

    /// <summary>An Entra group of deputy chairs; its direct members.</summary>
    public string? DeputiesGroupId { get; set; }

    /// <summary>Deputy chairs, asked when a chair does not answer or is away. Default: none.</summary>
    public string[] Deputies { get; set; } = [];

    /// <summary>An Entra group of duty chairs, asked beside the deputies; its direct members.</summary>
    public string? DutyGroupId { get; set; }
}
