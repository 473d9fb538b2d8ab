using System.Globalization;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>What a person would put into an input.</summary>
internal static class Filler
{
    /// <returns>The value, or null to leave the input as it is.</returns>
    public static string? Value(JsonObject input, IReadOnlyList<(string Id, string Wish)> wishes, DateTimeOffset now)
    {
        var wish = wishes.FirstOrDefault(candidate => candidate.Id == input.Text("id")).Wish;
        var needed = wish is not null || (input.Flag("isRequired") && input.Text("value") is null);
        if (!needed)
            return null;
        return input.Text("type") switch
        {
            "Input.Toggle" => wish is null or "false" ? input.Text("valueOff") ?? "false" : input.Text("valueOn") ?? "true",
            "Input.ChoiceSet" => Choice(input, wish ?? ""),
            "Input.Date" => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "Input.Time" => "10:00",
            "Input.Number" => "1",
            _ => wish ?? "Nothing more.",
        };
    }

    private static string? Choice(JsonObject input, string wish)
    {
        var values = input.Items("choices").Select(choice => choice.Text("value")).OfType<string>().ToList();
        return wish.Split('|').Select(word => values.Find(value => value.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(value => value is not null) ?? values.FirstOrDefault();
    }
}
