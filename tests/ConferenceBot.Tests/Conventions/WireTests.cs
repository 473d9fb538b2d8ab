using System.Text.RegularExpressions;
using ConferenceBot.Teams;
using Xunit;

namespace ConferenceBot.Tests.Conventions;

/// <summary>The shape of the folder that speaks to Teams: the SDK's names, generated JSON, nothing lost, and a page that is true.</summary>
public sealed partial class WireTests
{
    private const string Folder = "bot/ConferenceBot/Teams/";

    /// <summary>The members of the Bot Framework's Activity, as its SDK names them on the wire.</summary>
    private static readonly string[] OfAnActivity =
    [
        "type", "id", "timestamp", "localTimestamp", "localTimezone", "serviceUrl", "channelId", "from", "conversation", "recipient", "textFormat",
        "attachmentLayout", "membersAdded", "membersRemoved", "reactionsAdded", "reactionsRemoved", "topicName", "historyDisclosed", "locale",
        "text", "speak", "inputHint", "summary", "suggestedActions", "attachments", "entities", "channelData", "action", "replyToId", "label",
        "valueType", "value", "name", "relatesTo", "code", "expiration", "importance", "deliveryMode", "listenFor", "textHighlights",
        "semanticAction", "callerId",
    ];

    /// <summary>The SDK's own types, with the members it gives them on the wire.</summary>
    private static readonly Dictionary<Type, string[]> Sdk = new()
    {
        [typeof(Activity)] = OfAnActivity,
        [typeof(ChannelAccount)] = ["id", "name", "aadObjectId", "role", "givenName", "surname", "email", "userPrincipalName", "userRole", "tenantId"],
        [typeof(ConversationAccount)] = ["id", "name", "isGroup", "conversationType", "tenantId", "aadObjectId", "role"],
        [typeof(ConversationReference)] = ["activityId", "user", "bot", "conversation", "channelId", "locale", "serviceUrl"],
        [typeof(ConversationParameters)] = ["isGroup", "bot", "members", "topicName", "tenantId", "activity", "channelData"],
        [typeof(Attachment)] = ["contentType", "contentUrl", "content", "name", "thumbnailUrl"],
        [typeof(Entity)] = ["type", "mentioned", "text"],
        [typeof(TeamsChannelData)] = ["channel", "eventType", "team", "notification", "tenant", "meeting", "settings", "onBehalfOf", "source", "app"],
        [typeof(TenantInfo)] = ["id"],
        [typeof(NotificationInfo)] = ["alert", "alertInMeeting", "externalResourceUrl"],
        [typeof(ResourceResponse)] = ["id"],
        [typeof(ConversationResourceResponse)] = ["id", "activityId", "serviceUrl"],
        [typeof(AdaptiveCardInvokeValue)] = ["action", "authentication", "state", "trigger"],
        [typeof(AdaptiveCardInvokeAction)] = ["type", "id", "verb", "data"],
        [typeof(AdaptiveCardInvokeResponse)] = ["statusCode", "type", "value"],
        [typeof(ErrorResponse)] = ["error"],
    };

    /// <summary>What is read from a turn, and must not lose what it does not know.</summary>
    private static readonly Type[] Inbound =
    [
        typeof(Activity), typeof(ChannelAccount), typeof(ConversationAccount), typeof(Attachment), typeof(Entity), typeof(TeamsChannelData),
        typeof(TenantInfo), typeof(NotificationInfo), typeof(AdaptiveCardInvokeValue), typeof(AdaptiveCardInvokeAction),
    ];

    [Fact]
    public void Wire_types_have_the_names_and_members_of_the_SDK()
    {
        foreach (var (type, names) in Sdk)
        {
            var members = TeamsJson.Wire.GetTypeInfo(type)!.Properties.Where(p => !p.IsExtensionData).Select(p => p.Name);
            Offences.None(members.Except(names).Select(name => $"{type.Name}.{name}"));
        }
    }

    [Fact]
    public void Outside_Teams_and_Cards_nobody_uses_a_type_of_the_wire()
    {
        var wire = Sdk.Keys.Append(typeof(IConnectorClient)).Append(typeof(ActivityTypes)).Select(type => type.FullName!).ToHashSet();
        var strangers = Layers.May.Keys.Append(Layers.Domain).Where(folder => folder is not ("Teams" or "Cards"));
        Offences.None(strangers.SelectMany(Layers.Uses).Where(use => wire.Contains(use.To)));
        Assert.Contains(Layers.Uses("Delivery"), use => use.To == typeof(TeamsMessages).FullName);
    }

    [Fact]
    public void What_is_read_from_a_turn_keeps_the_members_it_does_not_know()
    {
        Offences.None(Inbound.Where(type => !TeamsJson.Wire.GetTypeInfo(type)!.Properties.Any(p => p.IsExtensionData)).Select(type => type.Name));
    }

    [Fact]
    public void JSON_of_wire_and_cards_is_generated_at_build_time()
    {
        var files = Repository.CSharp("bot/ConferenceBot/Teams").Concat(Repository.CSharp("bot/ConferenceBot/Cards"));
        Offences.None(files.SelectMany(file => Call().Matches(file.Content)
            .Where(call => !Generated().IsMatch(call.Value))
            .Select(call => $"{file.Path}: {call.Value}")));
        Assert.Contains(files, file => Call().IsMatch(file.Content));
    }

    [Fact]
    public void The_page_beside_the_code_names_every_file_once_and_none_that_is_gone()
    {
        var files = Repository.CSharp("bot/ConferenceBot/Teams").Select(f => f.Path[Folder.Length..]).ToList();
        var named = FileName().Matches(Repository.Files.Single(f => f.Path == Folder + "README.md").Content).Select(m => m.Groups[1].Value).ToList();
        Offences.None(files.Except(named).Select(file => $"not on the page: {file}"));
        Offences.None(named.Except(files).Select(file => $"gone: {file}"));
        Offences.None(named.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"named twice: {same.Key}"));
    }

    [Fact]
    public void The_page_answers_every_section_of_the_protocol()
    {
        var page = Repository.Files.Single(f => f.Path == Folder + "README.md").Content;
        foreach (var section in new[] { "A.2", "A.3", "A.4", "A.7", "A.8", "B", "C", "D", "E", "F", "G" })
            Assert.Contains($"| {section} ", page, StringComparison.Ordinal);
    }

    /// <summary>A call of the serializer, to the end of its statement.</summary>
    [GeneratedRegex(@"(?:JsonSerializer\.\w+|\.Deserialize)(?:<[^(]*>)?\([^;]*;")]
    private static partial Regex Call();

    [GeneratedRegex(@"TeamsJson\.Wire\.|CardJson\.|Wire\.|, type\)")]
    private static partial Regex Generated();

    /// <summary>A file name of the first column.</summary>
    [GeneratedRegex(@"`((?:\w+/)?[\w.]+\.cs)`")]
    private static partial Regex FileName();
}
