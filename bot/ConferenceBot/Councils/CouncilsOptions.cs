namespace ConferenceBot.Councils;

/// <summary>
/// The councils this host serves, as written in the settings (<c>Councils:{key}:…</c>). Only the sections every part needs are here;
/// Graph, calendars, people, procedure and delivery bind their own under the same key.
/// Values are text so that validation can name every bad key at once; <see cref="CouncilsLookup"/> holds the typed form.
/// </summary>
internal sealed class CouncilsOptions
{
    /// <summary>By council key: lower-case letters, digits and hyphens, at most 40.</summary>
    public Dictionary<string, CouncilOptions> Councils { get; set; } = [];
}

/// <summary>One council's own settings: <c>Councils:{key}</c>.</summary>
internal sealed class CouncilOptions
{
    /// <summary><c>true</c> on exactly one council; may be left out when there is only one.</summary>
    public string? Default { get; set; }

    public TeamsOptions Teams { get; set; } = new();

    public IdentityOptions Identity { get; set; } = new();
}
