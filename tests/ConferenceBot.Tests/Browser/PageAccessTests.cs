using System.Text.Json.Nodes;
using ConferenceBot.Testing;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>The page for people who do not see it, see it otherwise, or do not use a mouse.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageAccessTests(PageBrowser browser)
{
    private const int Phone = 360;
    private const int Wide = 1400;

    [Theory]
    [InlineData("light", Wide)]
    [InlineData("dark", Wide)]
    [InlineData("contrast", Wide)]
    [InlineData("light", 1000)]
    [InlineData("light", Phone)]
    [InlineData("dark", Phone)]
    [InlineData("contrast", Phone)]
    public async Task Axe_finds_nothing_in_any_theme_and_width(string theme, int width)
    {
        await using var screen = await StubScreen.OpenAsync(browser, theme, width, before: api => api.State["source"]!["awaiting"] = 1);
        var phone = width == Phone;
        List<string> found = [.. await screen.FindingsAsync("welcome")];
        if (phone)
        {
            await screen.TabAsync("People");
            found.AddRange(await screen.FindingsAsync("people"));
        }
        await screen.Id("person-" + StubScreen.Gita).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
        if (width != Wide)
            found.AddRange(await screen.FindingsAsync("chat"));
        if (phone)
            await screen.TabAsync("Calendar");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "As a list" }).ClickAsync();
        await screen.Id("conference-event-1").ClickAsync();
        if (phone)
            found.AddRange(await screen.FindingsAsync("calendar"));
        await ShowSideAsync(screen, width);
        await screen.Page.GetByText("Try a fault").ClickAsync();
        await screen.Id("fault-graph-503").ClickAsync();
        await Assertions.Expect(screen.Id("faults-right")).ToBeEnabledAsync();
        found.AddRange(await screen.FindingsAsync("clock, faults and record; when wide, everything"));
        await screen.Page.Locator("#story-start").ClickAsync();
        await screen.Id("story-next").ClickAsync();
        await Assertions.Expect(screen.Id("story")).ToHaveAttributeAsync("data-state", "done");
        found.AddRange(await screen.FindingsAsync("story"));

        Assert.Empty(found);
        Assert.Empty(screen.Complaints.All);
    }

    [Fact]
    public async Task Axe_finds_nothing_in_the_words_about_the_page()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "contrast", Wide);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "What is this?" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.Empty(await screen.FindingsAsync("what is this"));
        await screen.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Assertions.Expect(screen.Page.Locator("#about-open")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_page_reads_to_a_screen_reader_as_kept()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", Wide, "?as=" + StubScreen.Gita, api =>
            (api.State["source"]!["kind"], api.State["source"]!["awaiting"]) = ("file", 1));
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
        await Assertions.Expect(screen.Id("happened").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        await screen.Page.GetByText("Try a fault").ClickAsync();
        await screen.Id("conference-event-1").ClickAsync();
        List<string?> parted = [];
        foreach (var (name, part) in new[] { ("top", ".topbar"), ("people", "#people"), ("calendar", "#calendar"), ("chat", "#chat"), ("side", "#side") })
            parted.Add(Golden.Difference($"page-{name}.yml", await screen.Page.Locator(part).AriaSnapshotAsync()));
        await screen.Page.Locator("#story-start").ClickAsync();
        await Assertions.Expect(screen.Id("story")).ToHaveAttributeAsync("data-state", "ready");
        parted.Add(Golden.Difference("page-story.yml", await screen.Id("story").AriaSnapshotAsync()));

        Assert.All(parted, Assert.Null);
    }

    [Fact]
    public async Task Sixty_people_can_be_searched_folded_and_narrowed_to_the_unread()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", Wide, before: api => AddPeople(api.State, 52));
        var entries = screen.Page.Locator("#people-list .person");
        await Assertions.Expect(entries).ToHaveCountAsync(60);
        await screen.Page.GetByLabel("Find a person").FillAsync("invented 7");
        await Assertions.Expect(entries).ToHaveCountAsync(1);
        await screen.Page.GetByLabel("Find a person").FillAsync("");
        await screen.Page.GetByLabel("Only with something unread").CheckAsync();
        await Assertions.Expect(entries).ToHaveCountAsync(3);
        await screen.Page.GetByLabel("Only with something unread").UncheckAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Practitioners" }).ClickAsync();
        await Assertions.Expect(entries).ToHaveCountAsync(4);
        await screen.Page.ReloadAsync();
        await Assertions.Expect(entries).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_person_nobody_has_confirmed_is_marked_and_can_be_confirmed()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", Wide, before: api => api.State["source"]!["awaiting"] = 1);
        await Assertions.Expect(screen.Page.Locator(".unconfirmed")).ToContainTextAsync("Not confirmed: the bot never writes to them");
        await screen.Id("confirm-people").ClickAsync();
        await Assertions.Expect(screen.Id("awaiting")).ToBeHiddenAsync();

        Assert.Equal(["{}"], screen.Api.Posted("/api/people/confirm"));
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_somebody_chooses()
    {
        await using var screen = await StubScreen.OpenAsync(browser, null, Wide, options: new() { Contrast = Contrast.More });
        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
        await screen.Page.GetByLabel("Dark", new() { Exact = true }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Space");
        await screen.Page.ReloadAsync();
        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    private static async Task ShowSideAsync(StubScreen screen, int width)
    {
        if (width == Phone)
            await screen.TabAsync("Clock");
        else if (width < 1121)
            await screen.Page.Locator("#side-toggle").ClickAsync();
    }

    private static void AddPeople(JsonNode state, int count)
    {
        var people = state["people"]!.AsArray();
        for (var i = 0; i < count; i++)
        {
            var person = people[5]!.DeepClone();
            (person["id"], person["name"]) = ($"invented-{i}", $"Person Invented {i}{(i is 7 or > 69 ? "" : "x")}");
            people.Add(person);
        }
    }
}
