using System.Globalization;
using ConferenceBot.Domain.Conferences;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ConferenceBot.Tests.Histories;

/// <summary>A conference as the store has it.</summary>
internal sealed record Stored(
    string Id, ConferenceType Type, DateTimeOffset Start, DateTimeOffset End, int Version, bool Cancelled, string? Chair, int Unknown, string Known);

/// <summary>Compares the host's store with what the calendars say.</summary>
internal sealed class HistoryCheck(CalendarWorld world)
{
    /// <summary>The conference of each key that was linked to it last, and how it was at the last comparison.</summary>
    private readonly Dictionary<string, string> current = [];
    private readonly Dictionary<string, Stored> before = [];
    private readonly Dictionary<string, List<Said>> earlierSaid = [];

    /// <summary>
    /// What calendars said that do not hold the conference any more. It stays so until another calendar says something new: a copy that was
    /// not believed before does not take the conference back.
    /// </summary>
    private readonly Dictionary<string, List<Said>> dropped = [];

    /// <summary>Conferences of which the calendar to be believed has once said that they stand.</summary>
    private readonly HashSet<string> believed = [];

    /// <summary>Calendars that could not be read since the last comparison: meanwhile news from another counts, and is not taken back.</summary>
    private readonly HashSet<string> troubled = [];
    private bool partly = true;

    /// <summary>Conferences compared: those of which one thing only can be right, and those that calendars disagree about.</summary>
    public int Strict { get; private set; }
    public int Loose { get; private set; }

    /// <summary>Some calendars may have been read since the last comparison, and some not.</summary>
    public void Partly()
    {
        partly = true;
        troubled.UnionWith(world.Column("SELECT Mailbox FROM Mailboxes WHERE Problem IS NOT NULL"));
        Link(Stored());
        var truth = Truth.Of(world.Services.Mailboxes, world.Services.Tenant, Until());
        foreach (var key in truth.Keys.Union(earlierSaid.Keys)) Drop(key, truth.GetValueOrDefault(key, []));
    }

    /// <summary>Every calendar has been read to its end and nothing has changed since.</summary>
    public void Whole()
    {
        var now = world.Services.Clock.Now;
        var until = Until();
        Assert.All(until.Values, end => Assert.True(end >= now.AddDays(193), "The window does not roll."));
        var truth = Truth.Of(world.Services.Mailboxes, world.Services.Tenant, until);
        var stored = Stored();
        Link(stored);
        foreach (var key in truth.Keys.Union(current.Keys).Order(StringComparer.Ordinal))
            Compare(key, truth.GetValueOrDefault(key, []), current.TryGetValue(key, out var id) ? stored[id] : null, now);
        Assert.Equal([], stored.Keys.Except(current.Values.Concat(before.Values.Select(one => one.Id))).Where(id => !stored[id].Cancelled && stored[id].End > now));
        partly = false;
        troubled.Clear();
    }

    /// <summary>What holds of the store as a whole.</summary>
    public void Store()
    {
        var everything = world.Everything();
        Assert.DoesNotContain(Occasion.Secret, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(CalendarHistory.Outsider, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("CP-4017", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@mail.example", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sampleshire.example", everything, StringComparison.OrdinalIgnoreCase);
        foreach (var person in world.Services.Tenant.People.Where(person => world.Services.Tenant.Membership.GroupsOf(person).Count == 0 && !world.Services.Tenant.Administrators.Contains(person.Id)))
            Assert.DoesNotContain(person.Id.ToString(), everything, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(world.Column("SELECT Conference || Author FROM ReportTasks GROUP BY Conference, Author HAVING COUNT(*) > 1"));
        Assert.Empty(world.Column(
            "SELECT NoticeKey FROM Notices n WHERE Conference IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Conferences c WHERE c.Id = n.Conference)"));
        Assert.Empty(world.Column("SELECT n.NoticeKey FROM Notices n JOIN Conferences c ON c.Id = n.Conference WHERE n.NoticeKey LIKE 'moved/%' "
            + "GROUP BY n.Subject HAVING COUNT(*) >= MAX(c.ScheduleVersion)"));
    }

    private void Compare(string key, List<Said> said, Stored? row, DateTimeOffset now)
    {
        Drop(key, said);
        var far = said.FindAll(one => one.Beyond);
        said = said.FindAll(one => !one.Beyond);
        var earlier = before.GetValueOrDefault(key);
        if (row is not null) before[key] = row;
        if (row?.End <= now) return;
        if (far.Count > 0)
        {
            Loose++;
            Assert.True(row is null or { Cancelled: true } || said.Concat(far).Any(one => (one.Type, one.Start, one.End) == (row.Type, row.Start, row.End))
                || dropped[key].Exists(one => one.Start == row.Start), $"{key} is {row}.");
            return;
        }

        var heard = Heard(said);
        if (heard.Any(one => !one.Cancelled)) heard = [.. heard.Where(one => !one.Cancelled)];
        if (heard.All(one => one.Cancelled))
        {
            // A copy that was cancelled before the conference was first known is not remembered; one that stands elsewhere then counts.
            var unheard = !believed.Contains(key) && said.Exists(one => !one.Cancelled);
            Assert.True(unheard || row is null or { Cancelled: true }, $"{key} stands in no calendar and is planned.");
            return;
        }

        if (row is null)
        {
            Assert.False(heard.TrueForAll(one => one.End > now), $"{key} is lost.");
            return;
        }

        var gone = dropped.GetValueOrDefault(key, []);
        if (partly && gone.Count > 0) gone = [.. gone, new Said("", true, false, row.Type, row.Start, row.End, row.Known, row.Unknown)];
        var times = heard.Concat(gone).Select(one => (one.Type, one.Start, one.End)).Distinct().ToList();
        var people = heard.Concat(gone).Select(one => (one.Known, one.Unknown)).Distinct().ToList();
        believed.Add(key);
        if (times.Count == 1) Strict++;
        else Loose++;
        Assert.False(row.Cancelled, $"{key} stands and is cancelled.");
        Assert.True(times.Contains((row.Type, row.Start, row.End)), $"{key} is {row.Type} {row.Start:u} to {row.End:u}, but should be {string.Join(" or ", times)}.");
        if (times.Count == 1 && people.Count == 1)
            Assert.True(people[0] == (row.Known, row.Unknown), $"{key} has {row.Known} and {row.Unknown}, but should have {people[0]}.");
        Assert.True(row.Chair is null == !heard.Exists(one => Chairs(one.Known).Any()) || people.Count > 1, $"{key} has the chair {row.Chair}.");
        if (row.Chair is { } chair) Assert.Contains(chair, row.Known, StringComparison.OrdinalIgnoreCase);
        Versions(key, earlier, row, exact: !partly && times.Count == 1 && said.TrueForAll(one => one.Cancelled || (one.Start, one.End) == (row.Start, row.End)));
    }

    /// <summary>Whom to believe: the organiser's calendar, where it is read, and otherwise any.</summary>
    private static List<Said> Heard(List<Said> said) => said.Exists(one => one.Organiser) ? said.FindAll(one => one.Organiser) : said;

    private void Drop(string key, List<Said> said)
    {
        var standing = said.Where(one => one is { Cancelled: false, Beyond: false }).ToList();
        var were = earlierSaid.GetValueOrDefault(key, []);
        if (!dropped.TryGetValue(key, out var gone)) dropped[key] = gone = [];
        if (standing.Count == 0 || Heard(standing).Except(were).Any()) gone.Clear();
        gone.AddRange(were.Where(one => standing.TrueForAll(other => other.Mailbox != one.Mailbox)));
        if (standing.Exists(one => one.Organiser && troubled.Contains(one.Mailbox))) gone.AddRange(standing.Where(one => !one.Organiser));
        earlierSaid[key] = standing;
    }

    private static void Versions(string key, Stored? earlier, Stored row, bool exact)
    {
        var fresh = earlier is null || earlier.Id != row.Id;
        Assert.False(fresh && earlier is { Cancelled: false } && exact, $"{key} is announced as another conference.");
        var least = fresh ? 1 : earlier!.Cancelled || (earlier.Start, earlier.End) != (row.Start, row.End) ? earlier.Version + 1 : earlier.Version;
        Assert.True(exact ? row.Version == least : row.Version >= least, $"{key} has schedule version {row.Version}, but should have {least}.");
    }

    private IEnumerable<string> Chairs(string known) => known.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(id => world.Services.Tenant.Find(Guid.Parse(id))!.Groups.Contains(world.Services.Tenant.ChairsGroup));

    private void Link(Dictionary<string, Stored> stored)
    {
        foreach (var line in world.Column("SELECT DISTINCT ICalUId || ' ' || Conference FROM CalendarEvents"))
        {
            var (key, id) = (line.Split(' ')[0], line.Split(' ')[1]);
            if (current.TryGetValue(key, out var other) && other != id && stored[other] is { Cancelled: false } old && old.End > world.Services.Clock.Now)
                Assert.Fail($"{key} is two conferences.");
            current[key] = id;
        }
    }

    private Dictionary<string, DateTimeOffset> Until() => world.Column("SELECT Mailbox || ' ' || WindowEnd FROM Mailboxes").Select(line => line.Split(' '))
        .ToDictionary(line => line[0], line => new DateTimeOffset(long.Parse(line[1], CultureInfo.InvariantCulture), TimeSpan.Zero));

    private Dictionary<string, Stored> Stored()
    {
        var people = world.Column("SELECT Conference || ' ' || lower(Person) FROM Participants").Select(line => line.Split(' ')).ToLookup(line => line[0], line => line[1]);
        using var connection = new SqliteConnection($"Data Source={world.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Type, StartsAt, EndsAt, ScheduleVersion, Status, lower(Chair), Unconfirmed FROM Conferences";
        using var reader = command.ExecuteReader();
        Dictionary<string, Stored> all = [];
        while (reader.Read())
        {
            var id = reader.GetString(0);
            all[id] = new Stored(id, Enum.Parse<ConferenceType>(reader.GetString(1)), new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero),
                new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero), reader.GetInt32(4), reader.GetString(5) == "Cancelled",
                reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetInt32(7), string.Join(' ', people[id].Order(StringComparer.Ordinal)));
        }

        return all;
    }
}
