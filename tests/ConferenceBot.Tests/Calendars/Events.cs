namespace ConferenceBot.Tests.Calendars;

/// <summary>Events as Graph writes them, by hand.</summary>
internal static class Events
{
    public static string Conference(
        string id, string subject = "ICPC CP-10482", string start = "2026-05-19T09:00:00", string end = "2026-05-19T11:00:00",
        string sensitivity = "normal", bool cancelled = false, string categories = "", string more = "") => $$$"""
        {"@odata.type":"#microsoft.graph.event","@odata.etag":"W/\"1\"","id":"{{{id}}}","iCalUId":"uid-{{{id}}}","type":"singleInstance","seriesMasterId":null,
         "subject":"{{{subject}}}","bodyPreview":"Invented body of the Exampleton family","body":{"contentType":"text","content":"Invented body of the Exampleton family"},
         "location":{"displayName":"Secret House, room 2"},"categories":[{{{categories}}}],"sensitivity":"{{{sensitivity}}}","isAllDay":false,
         "isCancelled":{{{(cancelled ? "true" : "false")}}},"isOrganizer":true,"showAs":"busy","lastModifiedDateTime":"2026-05-08T15:00:00.0000000Z",
         "start":{"dateTime":"{{{start}}}.0000000","timeZone":"UTC"},"end":{"dateTime":"{{{end}}}.0000000","timeZone":"UTC"},
         "organizer":{"emailAddress":{"name":"Conferences","address":"Conferences@council.example"}},
         "attendees":[
          {"type":"required","status":{"response":"accepted","time":"0001-01-01T00:00:00Z"},"emailAddress":{"name":"Ada Sampleton","address":"Ada.Sampleton@Council.example"}},
          {"type":"optional","status":{"response":"none","time":"0001-01-01T00:00:00Z"},"emailAddress":{"name":"Gita Demoworth","address":"gita.demoworth@health.example"}},
          {"type":"resource","status":{"response":"accepted","time":"0001-01-01T00:00:00Z"},"emailAddress":{"name":"Room 2","address":"room2@council.example"}},
          {"type":"required","status":{"response":"none","time":"0001-01-01T00:00:00Z"},"emailAddress":{"name":"Ada again","address":"ada.sampleton@council.example"}}]{{{more}}}}
        """;

    public static string Removed(string id) => $$"""{"@odata.type":"#microsoft.graph.event","id":"{{id}}","@removed":{"reason":"deleted"} }""";

    public static string Occurrence(string id, string master, string start, string end) => $$$"""
        {"@odata.type":"#microsoft.graph.event","id":"{{{id}}}","type":"occurrence","seriesMasterId":"{{{master}}}",
         "start":{"dateTime":"{{{start}}}.0000000","timeZone":"UTC"},"end":{"dateTime":"{{{end}}}.0000000","timeZone":"UTC"}}
        """;

    public static string Master(string id, string subject = "RCPC LCS 204417") =>
        Conference(id, subject).Replace("\"type\":\"singleInstance\"", "\"type\":\"seriesMaster\"", StringComparison.Ordinal);
}
