using System.Text.RegularExpressions;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>The part of OData that the directory understands here: mail, userPrincipalName and id with eq or in, joined by or.</summary>
internal static partial class DirectoryFilter
{
    /// <summary>Graph refuses more than this many clauses joined by or.</summary>
    public const int MostClauses = 15;

    /// <returns>Pairs of property and wanted value; null when the filter is not understood.</returns>
    public static IReadOnlyList<(string Property, string Value)>? Parse(string filter)
    {
        var clauses = new List<(string, string)>();
        foreach (var term in Or().Split(filter).Select(part => part.Trim()))
        {
            var inner = term.StartsWith('(') && term.EndsWith(')') ? term[1..^1].Trim() : term;
            if (Equal().Match(inner) is { Success: true } equal)
                clauses.Add((equal.Groups[1].Value, Unquote(equal.Groups[2].Value)));
            else if (In().Match(inner) is { Success: true } list)
                clauses.AddRange(Literal().Matches(list.Groups[2].Value).Select(value => (list.Groups[1].Value, Unquote(value.Value))));
            else
                return null;
        }
        return clauses;
    }

    private static string Unquote(string literal) => literal[1..^1].Replace("''", "'");

    [GeneratedRegex(@"\s+or\s+(?=(?:[^']*'[^']*')*[^']*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Or();

    [GeneratedRegex(@"^(mail|userPrincipalName|id)\s+eq\s+('(?:[^']|'')*')$", RegexOptions.IgnoreCase)]
    private static partial Regex Equal();

    [GeneratedRegex(@"^(mail|userPrincipalName|id)\s+in\s*\(((?:\s*'(?:[^']|'')*'\s*,?)+)\)$", RegexOptions.IgnoreCase)]
    private static partial Regex In();

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Literal();
}
