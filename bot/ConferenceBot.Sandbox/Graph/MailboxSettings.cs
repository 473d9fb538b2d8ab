using System.Globalization;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>GET users/{id}/mailboxSettings: time zone and automatic replies, without a word of the reply itself.</summary>
internal sealed class MailboxSettings(Tenant tenant, string baseAddress, Func<DateTimeOffset> now)
{
    public Answer Whole(JsonObject user, GraphCall call) => Unlicensed(user) ?? new Answer(200, new JsonObject
    {
        ["@odata.context"] = Context(user) + "/mailboxSettings",
        ["archiveFolder"] = null,
        ["timeZone"] = "GMT Standard Time",
        ["delegateMeetingMessageDeliveryOptions"] = "sendToDelegateOnly",
        ["dateFormat"] = "dd/MM/yyyy",
        ["timeFormat"] = "HH:mm",
        ["userPurpose"] = tenant.Find(user.Id("id")) is not null ? "user" : IsRoom(user) ? "room" : "shared",
        ["automaticRepliesSetting"] = Replies(user),
    });

    public Answer AutomaticReplies(JsonObject user, GraphCall call)
    {
        if (Unlicensed(user) is { } refusal)
            return refusal;
        var replies = Replies(user);
        replies.Insert(0, "@odata.context", Context(user) + "/mailboxSettings/automaticRepliesSetting");
        return new Answer(200, replies);
    }

    public static Answer NoMailbox() => GraphAnswers.Error(404, "MailboxNotEnabledForRESTAPI",
        "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");

    private Answer? Unlicensed(JsonObject user) => tenant.States.HasMailbox(user.Id("id")) ? null : NoMailbox();

    private bool IsRoom(JsonObject user) => tenant.OtherMailboxes.Any(box => box.IsRoom && box.Id == user.Id("id"));

    private string Context(JsonObject user) => $"{baseAddress}/$metadata#users('{user.Text("id")}')";

    private JsonObject Replies(JsonObject user)
    {
        var replies = tenant.States.RepliesOf(user.Id("id"), tenant.Find(user.Id("id")));
        var start = replies.Start ?? now();
        return new JsonObject
        {
            ["status"] = replies.Status,
            ["externalAudience"] = "all",
            ["internalReplyMessage"] = "",
            ["externalReplyMessage"] = "",
            ["scheduledStartDateTime"] = Time(start),
            ["scheduledEndDateTime"] = Time(replies.End ?? start.AddDays(1)),
        };
    }

    private static JsonObject Time(DateTimeOffset instant) => new()
    {
        ["dateTime"] = instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.0000000'", CultureInfo.InvariantCulture),
        ["timeZone"] = "UTC",
    };
}
