namespace ConferenceBot.Domain;

/// <summary>The short key of a council in the settings; part of every stored row.</summary>
public readonly record struct CouncilKey(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A professional, by Entra object id. Never a family member.</summary>
public readonly record struct PersonId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

public readonly record struct ConferenceId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

public readonly record struct ReportTaskId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

public readonly record struct FlagId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

public readonly record struct EscalationId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
