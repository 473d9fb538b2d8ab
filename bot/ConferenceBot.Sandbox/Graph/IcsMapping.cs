using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>One exported event → one entry. What the file does not say gets what Outlook would assume.</summary>
internal static class IcsMapping
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static CalendarEntry ToEntry(CalendarEvent item, string key, string type)
    {
        var start = Utc(item.Start!);
        var end = item.End is { } stated ? Utc(stated) : Utc(item.Start!.Add(item.EffectiveDuration));
        return new CalendarEntry(key, item.Uid!, type)
        {
            Start = start,
            End = end < start ? start : end,
            IsAllDay = item.IsAllDay,
            IsCancelled = item.Status == "CANCELLED",
            Subject = item.Summary ?? "",
            Body = item.Description ?? "",
            Location = item.Location ?? "",
            Sensitivity = Sensitivity(item.Class),
            ShowAs = ShowAs(item),
            Categories = [.. item.Categories],
            Organizer = item.Organizer is { } organizer ? OrganizerOf(organizer) : null,
            Invitees = [.. item.Attendees.Where(attendee => attendee.Value is not null).Select(ToInvitee)],
        };
    }

    /// <summary>The instant; a time without a zone is London's, a day without a time begins at midnight UTC, as Graph has it.</summary>
    public static DateTimeOffset Utc(CalDateTime time) => time is { HasTime: true, IsFloating: true }
        ? new DateTimeOffset(time.Value, London.GetUtcOffset(time.Value)).ToUniversalTime()
        : new DateTimeOffset(DateTime.SpecifyKind(time.AsUtc, DateTimeKind.Utc));

    private static Invitee OrganizerOf(Organizer organizer)
    {
        var address = Address(organizer.Value);
        return new Invitee(organizer.CommonName ?? address, address, "required", "organizer");
    }

    private static Invitee ToInvitee(Attendee attendee)
    {
        var address = Address(attendee.Value);
        var kind = attendee.Type is "RESOURCE" or "ROOM" ? "resource"
            : attendee.Role is "OPT-PARTICIPANT" or "NON-PARTICIPANT" ? "optional"
            : "required";
        var response = attendee.ParticipationStatus switch
        {
            "ACCEPTED" => "accepted",
            "DECLINED" => "declined",
            "TENTATIVE" => "tentativelyAccepted",
            "NEEDS-ACTION" => "notResponded",
            _ => "none",
        };
        return new Invitee(attendee.CommonName ?? address, address, kind, response);
    }

    private static string Address(Uri? value)
    {
        var text = value?.OriginalString ?? "";
        return text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..] : text;
    }

    private static string Sensitivity(string? classification) => classification switch
    {
        "PRIVATE" => "private",
        "CONFIDENTIAL" => "confidential",
        "X-PERSONAL" => "personal",
        _ => "normal",
    };

    private static string ShowAs(CalendarEvent item) =>
        item.Properties["X-MICROSOFT-CDO-BUSYSTATUS"]?.Value?.ToString() switch
        {
            "FREE" => "free",
            "TENTATIVE" => "tentative",
            "OOF" => "oof",
            "WORKINGELSEWHERE" => "workingElsewhere",
            _ => "busy",
        };
}
