namespace ConferenceBot.Teams;

/// <summary>The words of a message.</summary>
internal static class MessageText
{
    /// <summary>The text without mentions of the bot and without outer blanks; empty when there is none.</summary>
    public static string For(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is { Type: Entity.Mention, Text: { Length: > 0 } words, Mentioned.Id: { } id } && id == activity.Recipient?.Id)
                text = text.Replace(words, "", StringComparison.Ordinal);
        }

        return text.Trim();
    }
}
