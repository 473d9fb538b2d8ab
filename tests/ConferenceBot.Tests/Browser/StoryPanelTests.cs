using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>The story's panel where the council, the window or the calendar is not the usual one.</summary>
[Collection(nameof(PageBrowser))]
public sealed class StoryPanelTests(PageBrowser browser)
{
    [Fact]
    public async Task On_a_phone_the_story_is_a_sheet_below_what_it_shows()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 360);
        await screen.Page.Locator("#story-start").ClickAsync();
        await ShowsAsync(screen, 1, "done");
        await Assertions.Expect(screen.Page.Locator("#calendar-weeks")).ToBeVisibleAsync();
        await screen.Id("story-next").ClickAsync();
        await ShowsAsync(screen, 2, "done");
        var card = (await screen.Page.GetByRole(AriaRole.Article).BoundingBoxAsync())!;
        var sheet = (await screen.Id("story").BoundingBoxAsync())!;
        var next = (await screen.Id("story-next").BoundingBoxAsync())!;

        Assert.True(card.Y < sheet.Y, $"The card begins at {card.Y}, the sheet at {sheet.Y}.");
        Assert.True(sheet.Width <= 360 && next.Y + next.Height <= 740 && sheet.Height < 370, $"The sheet is {sheet.Height} high.");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "The words of this step" }).ClickAsync();
        Assert.True((await screen.Id("story").BoundingBoxAsync())!.Height < sheet.Height - 50);
    }

    [Fact]
    public async Task People_of_an_own_calendar_are_confirmed_in_the_first_step()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400, before: api =>
            (api.State["source"]!["kind"], api.State["source"]!["awaiting"]) = ("file", 3));
        await screen.Page.Locator("#story-start").ClickAsync();
        await ShowsAsync(screen, 1, "ready");
        await Assertions.Expect(screen.Id("story")).ToContainTextAsync("3 people from your calendar are not confirmed yet.");
        await screen.Id("story-do").ClickAsync();
        await ShowsAsync(screen, 1, "done");

        Assert.Equal(["{}"], screen.Api.Posted("/api/people/confirm"));
    }

    [Fact]
    public async Task A_step_nobody_can_play_says_so_and_is_passed()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400, before: api => api.State["cast"]!["practitioner"] = null);
        await screen.Page.Locator("#story-start").ClickAsync();
        await screen.Id("story-next").ClickAsync();
        await ShowsAsync(screen, 2, "ready");
        await Assertions.Expect(screen.Id("story")).ToContainTextAsync("Nobody in this calendar can play this part.");
        await Assertions.Expect(screen.Id("story-do")).ToBeHiddenAsync();
        await screen.Id("story-next").ClickAsync();
        await ShowsAsync(screen, 3, "ready");

        Assert.Empty(screen.Api.Posted("/api/clock"));
    }

    [Fact]
    public async Task In_a_calendar_from_a_file_the_last_step_moves_a_conference_of_the_copy()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400, before: api =>
        {
            api.State["source"]!["kind"] = "file";
            foreach (var conference in api.State["conferences"]!.AsArray())
                conference!["status"] = "planned";
            foreach (var person in api.State["people"]!.AsArray())
                person!["hasChat"] = true;
        });
        await screen.Page.EvaluateAsync("localStorage.setItem('story', JSON.stringify({ open: true, step: 6, done: [] }))");
        await screen.Page.ReloadAsync();
        await Assertions.Expect(screen.Id("story")).ToContainTextAsync("Your file stays as it is.");
        for (var look = 0; look < 100 && screen.Api.Posted("/api/calendar").Count == 0; look++)
            await screen.Page.WaitForTimeoutAsync(50);

        Assert.Equal([$$"""{"move":"{{screen.Api.State["cast"]!["moved"]}}"}"""], screen.Api.Posted("/api/calendar"));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(320)]
    public async Task On_a_phone_the_top_bar_has_room_for_resuming_the_story(int width)
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", width);
        await screen.Page.EvaluateAsync("localStorage.setItem('story', JSON.stringify({ open: false, step: 3, done: [1, 2] }))");
        await screen.Page.ReloadAsync();
        await Assertions.Expect(screen.Page.Locator("#story-resume")).ToBeVisibleAsync();

        Assert.Equal(width, await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task ShowsAsync(StubScreen screen, int step, string state)
    {
        await Assertions.Expect(screen.Id("story")).ToHaveAttributeAsync("data-step", $"{step}");
        await Assertions.Expect(screen.Id("story")).ToHaveAttributeAsync("data-state", state);
    }
}
