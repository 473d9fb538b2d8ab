using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Page;

/// <summary>What plays and benchmarks ask of the Graph half: counters, broken mailboxes, lifecycle events, accounts.</summary>
internal sealed class GraphActs(SandboxServer sandbox)
{
    private TenantServices Services => sandbox.Services;

    /// <summary>GET /api/graph/counters</summary>
    public Answer Counters()
    {
        var json = Services.Graph.Counters.ToJson();
        json["notices"] = Services.Notices.Post.ToJson();
        json["subscriptions"] = Services.Notices.Book.All().Count;
        return new Answer(200, json);
    }

    /// <summary>POST /api/graph/counters begins again at nothing.</summary>
    public Answer Reset()
    {
        Services.Graph.Counters.Reset();
        Services.Notices.Post.Reset();
        return new Answer(200, new JsonObject { ["ok"] = true });
    }

    /// <summary>POST /api/graph/mailboxes: <c>{ "mailbox": address, "mode": a mode of the part mailbox }</c></summary>
    public Answer Break(JsonObject body) =>
        body.Text("mailbox") is { } address && Services.Mailboxes.At(address) is { } box
        && Services.Graph.Faults.Mailboxes.TrySet(box.Address, body.Text("mode") ?? "")
            ? new Answer(200, new JsonObject { ["ok"] = true })
            : PageEndpoints.Bad("mailbox or mode is unknown.");

    /// <summary>POST /api/graph/lifecycle: <c>{ "event": …, "mailbox": address? }</c></summary>
    public Answer Lifecycle(JsonObject body)
    {
        var mailbox = body.Text("mailbox") is { } address ? Services.Mailboxes.At(address) : null;
        if (body.ContainsKey("mailbox") && mailbox is null)
            return PageEndpoints.Bad("mailbox is unknown.");
        int? sent = body.Text("event") switch
        {
            "expired" => Services.Notices.Expire(mailbox),
            "reauthorizationRequired" or "subscriptionRemoved" or "missed" => Services.Notices.Lifecycle(body.Text("event")!, mailbox),
            _ => null,
        };
        return sent is null
            ? PageEndpoints.Bad("event must be reauthorizationRequired, subscriptionRemoved, missed or expired.")
            : new Answer(200, new JsonObject { ["subscriptions"] = sent });
    }

    /// <summary>POST /api/people/account: <c>{ "person": name, role, mail or id, "left", "disabled", "unlicensed", "replies", "from", "to" }</c></summary>
    public Answer Account(JsonObject body)
    {
        var name = body.Text("person");
        var person = Guid.TryParse(name, out var id) ? Services.Tenant.Find(id) : Services.Tenant.People.FirstOrDefault(one => one.Name == name || one.Role == name || one.Mail == name);
        var replies = body.Text("replies");
        if (person is null || replies is not (null or "disabled" or "scheduled" or "alwaysEnabled"))
            return PageEndpoints.Bad("person must be of the tenant, and replies disabled, scheduled or alwaysEnabled.");
        Services.Tenant.States[person.Id] = new AccountState(body.Flag("left"), body.Flag("disabled"), body.Flag("unlicensed"),
            replies is null ? null : new AutomaticReplies(replies, Iso.Read(body.Text("from")), Iso.Read(body.Text("to"))));
        Services.Feed.Publish("people");
        return new Answer(200, new JsonObject { ["ok"] = true });
    }
}
