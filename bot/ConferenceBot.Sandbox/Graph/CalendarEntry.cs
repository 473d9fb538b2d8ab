namespace ConferenceBot.Sandbox.Graph;

/// <summary>Somebody on an event.</summary>
/// <param name="Kind">required, optional or resource.</param>
/// <param name="Response">none, organizer, tentativelyAccepted, accepted, declined or notResponded.</param>
internal sealed record Invitee(string Name, string Address, string Kind, string Response);

/// <summary>One event, series master, occurrence or exception of a mailbox.</summary>
/// <param name="Key">Identifies the entry inside the mailbox: the UID, for an occurrence with its original start.</param>
/// <param name="Type">singleInstance, seriesMaster, occurrence or exception.</param>
internal sealed record CalendarEntry(string Key, string Uid, string Type)
{
    /// <summary>The master's key, for occurrences and exceptions.</summary>
    public string? MasterKey { get; init; }
    public DateTimeOffset Start { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset End { get; init; }
    public DateTimeOffset? OriginalStart { get; init; }
    public bool IsAllDay { get; init; }
    public bool IsCancelled { get; init; }
    public string Subject { get; init; } = "";
    public string Body { get; init; } = "";
    public string Location { get; init; } = "";

    /// <summary>normal, personal, private or confidential.</summary>
    public string Sensitivity { get; init; } = "normal";

    /// <summary>free, tentative, busy, oof or workingElsewhere.</summary>
    public string ShowAs { get; init; } = "busy";
    public IReadOnlyList<string> Categories { get; init; } = [];
    public Invitee? Organizer { get; init; }
    public IReadOnlyList<Invitee> Invitees { get; init; } = [];
    public DateTimeOffset LastModified { get; init; }

    /// <summary>The mailbox's version at the last change; also the change key.</summary>
    public long Version { get; init; }
    public bool IsDeleted { get; init; }

    /// <summary>Mixed into the ids, so that they differ in every mailbox.</summary>
    public string Salt { get; init; } = "";

    /// <summary>The time zone it was booked in, as whoever booked it named it.</summary>
    public string Zone { get; init; } = "GMT Standard Time";
}
