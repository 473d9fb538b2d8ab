using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>Who is asked, how often, and when it stops.</summary>
[Collection(nameof(SampleFortnight))]
public sealed class PreparationTests(SampleFortnight fortnight)
{
    private static readonly DateTimeOffset Start = new(2026, 5, 19, 10, 0, 0, TimeSpan.FromHours(1));
    private readonly Town _town = fortnight.Town;

    [Fact]
    public void Nobody_gets_two_prompts_on_one_day()
    {
        var twice = _town.Database.Column("""
            SELECT n."To" || ' ' || (c.CreatedAt / 864000000000) FROM Notices n JOIN CardCopies c ON c.Id = n.ToldBy
            WHERE n.Urgency = 'Routine' GROUP BY n."To", c.CreatedAt / 864000000000 HAVING COUNT(DISTINCT n.ToldBy) > 1
            """);

        Assert.Empty(twice);
    }

    [Fact]
    public void Several_conferences_of_one_person_come_as_one_list_with_a_button_for_each()
    {
        var list = fortnight.First[SampleFortnight.Practitioner];
        var morning = _town.ChatOf(SampleFortnight.Practitioner).Messages().Where(message => message.SentAt == list.SentAt);

        Assert.Equal(3, CardReader.Buttons(list.BaseCard!).Count(button => button.Action.Text("verb") == "prep.open"));
        Assert.Single(morning, message => message.BaseCard is not null && message.Summary == list.Summary);
    }

    [Fact]
    public void An_item_of_a_list_opens_takes_an_answer_and_leads_back()
    {
        var cards = fortnight.Opened.Select(answer => Assert.IsType<JsonObject>(answer.Value)).ToList();

        Assert.NotNull(CardReader.Button(cards[0], "prep.answer"));
        Assert.NotNull(CardReader.Button(cards[0], "list.open"));
        Assert.Null(CardReader.Button(cards[1], "prep.answer"));
        Assert.NotNull(CardReader.Button(cards[1], "list.open"));
        Assert.Equal(3, CardReader.Buttons(cards[2]).Count(button => button.Action.Text("verb") == "prep.open"));
    }

    [Fact]
    public void Nobody_without_a_confirmed_agency_gets_a_message()
    {
        Assert.All(_town.Services.Chats.All.Where(chat => chat.Person.AgencyKey is null && !_town.Services.Tenant.Administrators.Contains(chat.Person.Id)),
            chat => Assert.DoesNotContain(chat.Messages(), message => message.From == "bot"));
        Assert.DoesNotContain(_town.Services.Chats.All, chat => chat.Person.Mail.StartsWith("parent", StringComparison.Ordinal));
        Assert.Equal(0, _town.Database.Count("SELECT COUNT(*) FROM ReportTasks WHERE Author NOT LIKE '5A4D504C-0000-4000-8000-%'"));
    }

    [Fact]
    public void Nobody_without_a_confirmed_agency_is_asked_for_a_report()
    {
        var unconfirmed = _town.Services.Tenant.People.Where(person => person.AgencyKey is null).Select(person => person.Id.ToString().ToUpperInvariant());

        Assert.Empty(_town.Database.Column("SELECT Author FROM ReportTasks").Intersect(unconfirmed));
    }

    [Fact]
    public void The_police_are_never_asked_about_the_family()
    {
        var police = _town.Services.Chats.All.Where(chat => chat.Person.AgencyKey == "police").SelectMany(chat => chat.Messages()).Select(m => m.Id).ToHashSet();
        var cards = fortnight.Shown.Where(message => police.Contains(message.Id) && message.Card is not null).ToList();

        Assert.NotEmpty(cards);
        Assert.All(cards, message => Assert.Null(CardReader.Input(message.Card!, "familyShared")));
    }

    [Fact]
    public void The_bot_is_silent_to_people_in_a_conference()
    {
        var present = _town.Database.Column("SELECT p.Person FROM Participants p JOIN Conferences c ON c.Id = p.Conference WHERE c.StartsAt = " + Start.UtcTicks);

        Assert.NotEmpty(present);
        Assert.All(present.Select(id => _town.Services.Chats.Of(Guid.Parse(id))!), chat =>
            Assert.DoesNotContain(chat.Messages(), message => message.From == "bot" && message.SentAt >= Start && message.SentAt < Start.AddHours(2)));
    }

    [Fact]
    public void A_full_answer_ends_the_reminders()
    {
        var prompts = _town.ChatOf(SampleFortnight.Visitor).Messages().Where(message => message.From == "bot"
            && (CardReader.Button(message.BaseCard, "prep.answer") is not null || CardReader.Button(message.BaseCard, "prep.correct") is not null));

        Assert.DoesNotContain(prompts, message => message.Id != fortnight.First[SampleFortnight.Visitor].Id);
        Assert.Equal(1, _town.Database.Count(
            "SELECT COUNT(*) FROM Notices WHERE Card = 'Prompt' AND \"To\" = $p0", _town.Who(SampleFortnight.Visitor).Id.ToString().ToUpperInvariant()));
    }

    [Fact]
    public void Somebody_who_never_answers_is_reminded_and_then_left_alone()
    {
        var nurse = _town.Who("Team manager").Id.ToString().ToUpperInvariant();

        Assert.True(_town.Database.Count("SELECT COUNT(*) FROM Notices WHERE Card = 'Prompt' AND \"To\" = $p0", nurse) > 1);
        Assert.Equal(0, _town.Database.Count("SELECT COUNT(*) FROM Notices WHERE Card = 'Prompt' AND \"To\" = $p0 AND At >= $p1", nurse, Start.UtcTicks));
    }

    [Fact]
    public void After_its_conference_no_card_asks_for_anything()
    {
        string[] asking = ["prep.answer", "prep.correct", "flag.open", "flag.raise", "flag.plan"];
        var open = _town.Services.Chats.All.SelectMany(chat => chat.Messages().Where(m => m.BaseCard is not null).SelectMany(message => asking
            .Where(verb => CardReader.Button(message.BaseCard, verb) is not null).Select(verb => $"{chat.Person.Role}: {verb}")));

        Assert.Empty(open);
    }
}
