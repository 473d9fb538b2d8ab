using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>The keyed hashes under which attendees and what was said of them are kept; the key is outside the database.</summary>
internal sealed class AttendeeKeys(IKeyedHash hash)
{
    public string OfAddress(CouncilKey council, string address) => Of("address", council, address.ToLowerInvariant());

    public string OfPerson(CouncilKey council, PersonId person) => Of("person", council, person.ToString());

    public string OfGroup(CouncilKey council, string kind, string name) => Of("group." + kind, council, name.Trim().ToLowerInvariant());

    /// <summary>"Not a professional here" holds for this conference...</summary>
    public string Scope(CouncilKey council, ConferenceId conference) => Of("conference", council, conference.ToString());

    /// <summary>...and for every other conference of the same case: a parent is still a parent at the review.</summary>
    public string CaseScope(CouncilKey council, string caseNumber) => Of("case", council, caseNumber.Trim().ToUpperInvariant());

    /// <summary>The subject of the button that decides a whole group of one conference.</summary>
    public static Guid GroupId(ConferenceId conference, string group)
    {
        var bytes = Convert.FromHexString(group.AsSpan(0, 32));
        var other = conference.Value.ToByteArray();
        for (var i = 0; i < bytes.Length; i++) bytes[i] ^= other[i];
        return new Guid(bytes);
    }

    private string Of(string kind, CouncilKey council, string text) => hash.Of($"attendee.{kind}\n{council}\n{text}");
}
