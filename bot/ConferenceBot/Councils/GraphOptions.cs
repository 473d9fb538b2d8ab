namespace ConferenceBot.Councils;

/// <summary>Where one council's Microsoft Graph is: <c>Councils:{key}:Graph</c>.</summary>
internal sealed class GraphOptions
{
    public const string PublicBaseUrl = "https://graph.microsoft.com/v1.0";

    /// <summary>
    /// The endpoint with its version, such as the default, the public one. https; http and loopback only in Development.
    /// The council's token is sent to this origin and to no other.
    /// </summary>
    public string BaseUrl { get; set; } = PublicBaseUrl;

    /// <summary>
    /// The address at which Graph reaches this host, for change notifications: absolute https, without a query; http and loopback only in
    /// Development. Empty (the default) = no notifications, the calendars are read by the clock alone.
    /// </summary>
    public string NotificationUrl { get; set; } = "";

    /// <summary>What is wrong with the settings, each beginning with its full key.</summary>
    internal static IEnumerable<string> Failures(GraphOptions options, string path, bool development)
    {
        if (Problem(options.BaseUrl, development) is { } problem)
            yield return $"{path}:BaseUrl: {problem}";
        if (!string.IsNullOrEmpty(options.NotificationUrl) && Problem(options.NotificationUrl, development) is { } own)
            yield return $"{path}:NotificationUrl: {own}";
    }

    private static string? Problem(string? value, bool development)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return "must be an absolute https address";
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return "must have no user name, no query and no fragment";
        if (uri.IsLoopback)
            return development ? null : "may be a loopback address only in Development";
        return uri.Scheme == "https" ? null : "must be https (http only for a loopback address in Development)";
    }
}
