using Xunit;

namespace ConferenceBot.Tests.Store;

/// <summary>What runs with every tick, turn or delivery is found by an index, never by reading a whole table.</summary>
public sealed class PlanTests : StoreTest
{
    [Theory]
    [InlineData("SELECT * FROM Dues WHERE Council = 'c' AND At <= 5 ORDER BY At", "IX_Dues_Council_At")]
    [InlineData("SELECT * FROM Deliveries WHERE Council = 'c' AND State = 'Pending' AND NotBefore <= 5", "IX_Deliveries_Council_State_NotBefore")]
    [InlineData("SELECT * FROM Deliveries WHERE Council = 'c' AND Card = 'x'", "IX_Deliveries_Council_Card")]
    [InlineData("SELECT * FROM CardCopies WHERE Council = 'c' AND Subject = 'x'", "IX_CardCopies_Council_Subject")]
    [InlineData("SELECT * FROM CardCopies WHERE Council = 'c' AND Behind ORDER BY CreatedAt, Sequence", "IX_CardCopies_Behind")]
    [InlineData("SELECT * FROM CardCopies WHERE Council = 'c' AND HideTextAt <= 5", "IX_CardCopies_Council_HideTextAt")]
    [InlineData("SELECT * FROM Notices WHERE Council = 'c' AND \"To\" = 'x' AND Waiting", "IX_Notices_Council_To_Waiting")]
    [InlineData("SELECT * FROM CalendarEvents WHERE Council = 'c' AND ICalUId = 'x'", "IX_CalendarEvents_Council_ICalUId")]
    [InlineData("SELECT * FROM Conferences WHERE Council = 'c' AND Status = 'Planned' AND EndsAt > 5", "IX_Conferences_Council_Status_EndsAt")]
    [InlineData("SELECT * FROM ReportTasks WHERE Council = 'c' AND Conference = 'x'", "IX_ReportTasks_Council_Conference")]
    [InlineData("SELECT * FROM RiskFlags WHERE Council = 'c' AND Conference = 'x'", "IX_RiskFlags_Council_Conference")]
    [InlineData("SELECT * FROM Escalations WHERE Council = 'c' AND Conference = 'x'", "IX_Escalations_Council_Conference")]
    public void The_index_is_used(string query, string index)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Host.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {query}";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Contains($"USING INDEX {index} ", reader.GetString(3), StringComparison.Ordinal);
    }
}
