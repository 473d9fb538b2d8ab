using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Tests.Teams.Support;

namespace ConferenceBot.Tests.Teams;

internal static partial class InboundMatrix
{
    /// <summary>What token and activity have to agree on.</summary>
    private static IEnumerable<Row> Agreement() =>
    [
        new("no service URL claimed", 403, r => r.Claim("serviceurl", null)),
        new("an empty service URL claimed", 403, r => r.Claim("serviceurl", "")),
        new("a service URL claimed that is a number", 403, r => r.Claim("serviceurl", 7)),
        new("another region claimed", 403, r => r.Claim("serviceurl", "https://smba.trafficmanager.net/amer/")),
        new("two slashes at the end of the claim", 403, r => r.Claim("serviceurl", TeamsHost.ServiceUrl + "/")),
        new("one slash less in the claim", 200, r => r.Claim("serviceurl", TeamsHost.ServiceUrl.TrimEnd('/'))),
        new("the claim in capitals", 200, r => r.Claim("serviceurl", TeamsHost.ServiceUrl.ToUpperInvariant())),
        new("the claim's name in capitals", 403, r => { r.Claim("serviceurl", null); r.Claim("serviceUrl", TeamsHost.ServiceUrl); }),
        new("no service URL in the activity", 403, r => r.Activity.Remove("serviceUrl")),
        new("a service URL of somebody else in both", 403, r => Both(r, "https://connector.example/")),
        new("a service URL over plain http in both", 403, r => Both(r, "http://smba.trafficmanager.net/emea/")),
        new("a service URL with a user name in both", 403, r => Both(r, "https://me@smba.trafficmanager.net/emea/")),
        new("a service URL that is no address in both", 403, r => Both(r, "smba")),
        new("a key endorsed for another channel only", 403, r => r.Key = r.Keys!.SkypeOnly),
        new("a key without endorsements", 403, r => r.Key = r.Keys!.WithoutEndorsements),
        new("a key with no endorsement in its list", 403, r => r.Key = r.Keys!.EmptyEndorsements),
        new("a key endorsed for MSTEAMS", 403, r => r.Key = r.Keys!.InCapitals),
        new("a key published for encryption", 401, r => r.Key = r.Keys!.ForEncryption),
        new("another channel in the activity", 403, r => r.Activity["channelId"] = "skype"),
        new("no channel in the activity", 403, r => r.Activity.Remove("channelId")),
        new("the channel in capitals", 403, r => r.Activity["channelId"] = "MSTEAMS"),
        new("another tenant", 403, r => r.Activity.With("channelData.tenant.id", OtherTenant)),
        new("no tenant", 403, r => r.Activity.Remove("channelData")),
        new("another tenant in the conversation", 403, r => r.Activity.With("conversation.tenantId", OtherTenant)),
        new("no tenant in the conversation", 200, r => r.Activity.Without("conversation.tenantId")),
        new("the other council's audience with this council's tenant", 403, r => r.Claim("aud", TeamsHost.OtherAppId.ToString())),
        new("the other council's audience and tenant", 200, r =>
        {
            r.Claim("aud", TeamsHost.OtherAppId.ToString());
            r.Activity.With("channelData.tenant.id", OtherTenant).With("conversation.tenantId", OtherTenant);
        }),
        new("a caller id of the sender's own choice", 200, r => r.Activity["callerId"] = "urn:botframework:azure"),
    ];

    private static IEnumerable<Row> Bodies() =>
    [
        new("an empty body", 400, r => r.Text = ""),
        new("null", 400, r => r.Text = "null"),
        new("a list", 400, r => r.Text = "[]"),
        new("a text", 400, r => r.Text = "\"message\""),
        new("half an object", 400, r => r.Text = "{\"type\":\"message\""),
        new("an object and more", 400, r => r.Text = r.Activity.ToJsonString() + "{}"),
        new("a comment", 400, r => r.Text = "/* x */" + r.Activity.ToJsonString()),
        new("a comma at the end", 400, r => r.Text = r.Activity.ToJsonString()[..^1] + ",}"),
        new("bytes that are no UTF-8", 400, r => r.Body = [.. Encoding.UTF8.GetBytes("{\"type\":\""), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"}")]),
        new("UTF-16", 400, r => r.Body = Encoding.Unicode.GetBytes(r.Activity.ToJsonString())),
        new("no type", 400, r => r.Activity.Remove("type")),
        new("an empty type", 400, r => r.Activity["type"] = ""),
        new("a type that is a number", 400, r => r.Activity["type"] = 7),
        new("a type nobody knows", 200, r => r.Activity["type"] = "somethingNew"),
        new("a message without id", 400, r => r.Activity.Remove("id")),
        new("a message without sender", 400, r => r.Activity.Remove("from")),
        new("a message whose sender has no id", 400, r => r.Activity.Without("from.id")),
        new("a message without conversation", 400, r => r.Activity.Remove("conversation")),
        new("a sender that is a text", 400, r => r.Activity["from"] = "me"),
        new("entities that are no list", 400, r => r.Activity["entities"] = "x"),
        new("channel data of the wrong shape", 400, r => r.Activity["channelData"] = "text"),
        new("a tenant of the wrong shape", 400, r => r.Activity.With("channelData.tenant", "text")),
        new("members we do not know", 200, r => r.Activity["somethingNew"] = new JsonObject { ["a"] = new JsonArray(1, null, "x") }),
        new("50 levels deep", 200, r => r.Text = Nested(r, 50)),
        new("80 levels deep", 400, r => r.Text = Nested(r, 80)),
        new("exactly 256 KB", 200, r => Fill(r, 256 * 1024)),
        new("one byte over 256 KB", 413, r => Fill(r, (256 * 1024) + 1)),
        new("plain text", 415, r => r.ContentType = "text/plain"),
        new("a form", 415, r => r.ContentType = "application/x-www-form-urlencoded"),
        new("no content type", 415, r => r.ContentType = null),
        new("JSON by another name", 200, r => r.ContentType = "application/vnd.microsoft.activity+json"),
        new("a bad token outweighs a bad body", 401, r => { r.Key = null; r.Text = "{"; r.ContentType = "text/plain"; }),
    ];

    private static IEnumerable<Row> Verbs() =>
    [
        new("GET", 405, r => r.Method = HttpMethod.Get),
        new("PUT", 405, r => r.Method = HttpMethod.Put),
        new("DELETE", 405, r => r.Method = HttpMethod.Delete),
        new("OPTIONS", 405, r => r.Method = HttpMethod.Options),
        new("HEAD, which tools probe with", 200, r => r.Method = HttpMethod.Head),
    ];

    private static void Both(WireRequest request, string url)
    {
        request.Claim("serviceurl", url);
        request.Activity["serviceUrl"] = url;
    }

    private static string Nested(WireRequest request, int levels) =>
        request.Activity.ToJsonString()[..^1] + ",\"extra\":" + new string('[', levels) + new string(']', levels) + "}";

    private static void Fill(WireRequest request, int bytes)
    {
        request.Activity["text"] = "";
        request.Activity["text"] = new string('x', bytes - Encoding.UTF8.GetByteCount(request.Activity.ToJsonString()));
    }
}
