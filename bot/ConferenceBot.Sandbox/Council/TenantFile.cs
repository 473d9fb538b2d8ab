using System.Globalization;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Council;

/// <summary>Reads the sample council from its JSON files: tenant.json and people.json. They are part of the program, so a mistake in them throws.</summary>
internal static class TenantFile
{
    public static Tenant Load(string folder)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "tenant.json")))!;
        var people = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "people.json")))!;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(root.Text("timeZone")!);
        var mailbox = root.Object("mailbox")!;
        var chairs = root.Object("chairs")!;
        var agencies = root.Items("agencies").Select(ReadAgency).ToList();
        return new Tenant
        {
            Key = root.Text("key")!,
            Name = root.Text("name")!,
            TenantId = root.Id("tenantId"),
            Zone = zone,
            Start = Iso.InZone(root.Text("start")!, zone),
            DutyNumber = root.Text("dutyNumber")!,
            Mailbox = new SharedMailbox(mailbox.Id("id"), mailbox.Text("name")!, mailbox.Text("address")!),
            OtherMailboxes = [.. root.Items("otherMailboxes").Select(box =>
                new SharedMailbox(box.Id("id"), box.Text("name")!, box.Text("address")!) { IsRoom = box.Flag("room") })],
            ChairsGroup = chairs.Id("groupId"),
            Deputies = [.. chairs.Items("deputies").Select(id => Guid.Parse(id!.GetValue<string>()))],
            Administrators = [.. root.Items("administrators").Select(id => Guid.Parse(id!.GetValue<string>()))],
            Agencies = agencies,
            People = [.. people.Items("people").Select(person => ReadPerson(person, agencies, chairs.Id("groupId")))],
            Holidays = root.Items("bankHolidays").Select(day => Day(day!.GetValue<string>())).ToHashSet(),
            Cast = root.Object("cast") is { } cast ? ReadCast(cast) : null,
            Changes = [.. root.Items("changes").Select(change => ReadChange(change, zone))],
        };
    }

    private static Agency ReadAgency(JsonNode? node) =>
        new(node.Text("key")!, node.Text("name")!, node.Text("kind")!, node.Id("groupId"));

    private static Person ReadPerson(JsonNode? node, IReadOnlyList<Agency> agencies, Guid chairsGroup)
    {
        var agency = agencies.FirstOrDefault(candidate => candidate.Key == node.Text("agency"));
        var manager = node.Id("manager");
        var groups = new List<Guid>();
        if (agency is not null)
            groups.Add(agency.GroupId);
        if (node.Flag("chair"))
            groups.Add(chairsGroup);
        return new Person(node.Id("id"), node.Text("name")!, node.Text("mail")!, node.Text("jobTitle")!, node.Text("department"),
            agency?.Key, manager == Guid.Empty ? null : manager)
        {
            Groups = groups,
            Awaits = node.Flag("awaits"),
            Leave = node.Object("leave") is { } leave ? (Day(leave.Text("first")!), Day(leave.Text("last")!)) : null,
        };
    }

    private static Cast ReadCast(JsonObject cast)
    {
        Guid? Id(string part) => cast.Id(part) is var id && id != Guid.Empty ? id : null;
        return new Cast(Id("practitioner"), Id("colleague"), Id("chair"), Id("manager"), Id("moved"), Id("cancelled"));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CalendarChange ReadChange(JsonNode? node, TimeZoneInfo zone)
    {
        DateTimeOffset? Local(string name) => node.Text(name) is { } text ? Iso.InZone(text, zone) : null;
        return new CalendarChange(Local("at")!.Value, node.Text("event")!, Local("start"), Local("end"), node.Flag("keepCancelled"))
        {
            Appears = node.Flag("appears"),
        };
    }
}
