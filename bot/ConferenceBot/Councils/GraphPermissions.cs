using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ConferenceBot.Councils;

/// <summary>Where a permission is given, and so how far it reaches.</summary>
internal enum GrantedIn
{
    /// <summary>An application permission in Entra: it reaches the whole tenant.</summary>
    Entra,

    /// <summary>An application role in Exchange with a scope of mailboxes, and never in Entra beside it, since grants add up.</summary>
    Exchange,

    /// <summary>Comes with another: a batch needs what its parts need.</summary>
    Nowhere,
}

/// <summary>One request of the program to Graph and the least application permission that it needs.</summary>
/// <param name="Path">After the version; <c>{}</c> is one id, address or link.</param>
internal sealed record GraphPermission(string Method, string Path, string Permission, GrantedIn In, string What)
{
    private readonly Regex pattern = new(
        "^" + Regex.Escape(Path).Replace(@"\{}", "[^/]+", StringComparison.Ordinal) + @"(\(\))?/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <param name="path">Without its query.</param>
    public bool Covers(string method, string path) =>
        string.Equals(method, Method, StringComparison.OrdinalIgnoreCase) && pattern.IsMatch(path);
}

/// <summary>
/// Every request that the program sends to Graph. A request that is not here fails the tests; whoever adds one says here what it needs, and in
/// the operator's guide what the council is to give.
/// </summary>
internal static class GraphPermissions
{
    private const string Calendars = "Calendars.Read", Users = "User.Read.All", Groups = "GroupMember.Read.All",
        Install = "TeamsAppInstallation.ReadWriteSelfForUser.All";

    public static ImmutableArray<GraphPermission> All { get; } =
    [
        new("GET", "/users/{}/calendarView/delta", Calendars, GrantedIn.Exchange, "what has changed in a conference mailbox"),
        new("GET", "/users/{}/events/{}", Calendars, GrantedIn.Exchange, "one event, or the master of a series"),
        new("GET", "/subscriptions", Calendars, GrantedIn.Exchange, "the program's own subscriptions"),
        new("POST", "/subscriptions", Calendars, GrantedIn.Exchange, "to be told that a mailbox has changed, without what"),
        new("PATCH", "/subscriptions/{}", Calendars, GrantedIn.Exchange, "to be told for longer"),
        new("DELETE", "/subscriptions/{}", Calendars, GrantedIn.Exchange, "not to be told any more"),
        new("POST", "/$batch", "", GrantedIn.Nowhere, "several of the requests below in one"),
        new("GET", "/users", Users, GrantedIn.Entra, "which account an invited address is"),
        new("GET", "/users/{}", Users, GrantedIn.Entra, "whether an account is open and licensed"),
        new("GET", "/users/{}/manager", Users, GrantedIn.Entra, "whom an escalation goes to"),
        new("POST", "/users/{}/checkMemberGroups", Groups, GrantedIn.Entra, "which agency a person is of, and who chairs"),
        new("GET", "/groups/{}/members", Groups, GrantedIn.Entra, "managers, deputies and duty chairs"),
        new("GET", "/users/{}/mailboxSettings/automaticRepliesSetting", "MailboxSettings.Read", GrantedIn.Exchange, "whether somebody is away"),
        new("GET", "/users/{}/teamwork/installedApps", Install, GrantedIn.Entra, "whether a person has the bot"),
        new("POST", "/users/{}/teamwork/installedApps", Install, GrantedIn.Entra, "to come to a person who does not have it"),
        new("GET", "/users/{}/teamwork/installedApps/{}/chat", Install, GrantedIn.Entra, "the chat with that person"),
    ];

    /// <summary>The permissions the app registration gets in Entra; no others.</summary>
    public static ImmutableArray<string> InEntra { get; } = Given(GrantedIn.Entra);

    /// <summary>The application roles in Exchange, each with a scope of its own.</summary>
    public static ImmutableArray<string> InExchange { get; } = Given(GrantedIn.Exchange);

    private static ImmutableArray<string> Given(GrantedIn where) =>
        [.. All.Where(one => one.In == where).Select(one => one.Permission).Distinct().Order(StringComparer.Ordinal)];
}
