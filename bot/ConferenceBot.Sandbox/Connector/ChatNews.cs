using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>Tells the log and the open pages what happens in the chats. A message without summary shows as "a message".</summary>
internal sealed class ChatNews(Happenings log, ChangeFeed feed)
{
    public void Arrived(Person person, ChatMessage message)
    {
        log.Add("delivery", person.Id, $"{person.Name} gets: {message.Summary ?? (message.Text is null ? "a card" : "a message")}", message.Id);
        feed.Publish("chat", person.Id);
    }

    public void Updated(Person person, string activityId)
    {
        log.Add("delivery", person.Id, $"A card of {person.Name} is brought up to date.", activityId);
        feed.Publish("chat", person.Id);
    }

    public void Acted(Person person, string text)
    {
        log.Add("person", person.Id, text);
        feed.Publish("chat", person.Id);
    }

    /// <param name="title">The button's own words, which the bot wrote.</param>
    public void Pressed(Person person, string activityId, string title)
    {
        log.Add("reply", person.Id, $"{person.Name} presses “{title}”.", activityId);
        feed.Publish("chat", person.Id);
    }

    public void Answered(Person person, string text)
    {
        log.Add("bot", person.Id, text);
        feed.Publish("chat", person.Id);
    }
}
