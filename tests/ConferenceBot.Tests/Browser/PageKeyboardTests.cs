using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>The whole page by keyboard alone.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageKeyboardTests(PageBrowser browser)
{
    [Fact]
    public async Task A_person_is_chosen_a_prompt_answered_the_clock_walked_and_the_record_narrowed_by_keyboard_alone()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400);
        var keys = screen.Page.Keyboard;
        await screen.TabToAsync(screen.Page.Locator("#people-list [tabindex='0']"));
        await keys.PressAsync("End");
        await keys.PressAsync("Home");
        while (!await screen.Id("person-" + StubScreen.Gita).EvaluateAsync<bool>("one => one === document.activeElement"))
            await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator("#chat-title")).ToBeFocusedAsync();

        var card = screen.Page.GetByRole(AriaRole.Article);
        await screen.TabToAsync(card.GetByLabel("I have sent my report to the chair"));
        await keys.PressAsync("Space");
        await screen.TabToAsync(card.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }));
        await keys.PressAsync("Enter");
        await Assertions.Expect(card).ToContainTextAsync("Nothing more due.");
        await Assertions.Expect(card).ToBeFocusedAsync();
        Assert.Contains("\"sentToChair\":\"true\"", Assert.Single(screen.Api.Posted($"/api/chats/{StubScreen.Gita}/actions")));

        var step = screen.Id("clock-step-hour");
        await screen.TabToAsync(step);
        await keys.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator("#clock-time")).ToHaveTextAsync("10:00");
        await Assertions.Expect(step).ToBeFocusedAsync();

        await screen.TabToAsync(screen.Id("happened-kind"));
        await keys.TypeAsync("Deliv");
        await Assertions.Expect(screen.Id("happened").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await keys.PressAsync("Shift+Tab");
        await Assertions.Expect(screen.Id("happened-clear")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(screen.Id("happened").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_conference_opens_with_enter_narrows_the_record_and_closes_with_escape()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400);
        await screen.TabToAsync(screen.Id("conference-event-1"));
        await screen.Page.Keyboard.PressAsync("ArrowRight");
        await screen.Page.Keyboard.PressAsync("ArrowLeft");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Id("calendar-chosen")).ToContainTextAsync("6 people known, 1 not confirmed and left alone");
        await Assertions.Expect(screen.Id("happened").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await screen.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(screen.Id("calendar-chosen")).ToBeHiddenAsync();
        await Assertions.Expect(screen.Id("happened").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        await Assertions.Expect(screen.Id("conference-event-1")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task News_does_not_take_the_focus_away_from_a_person_or_from_what_is_typed()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400, "?as=" + StubScreen.Gita);
        var person = screen.Id("person-" + StubScreen.Gita);
        await person.FocusAsync();
        screen.Api.State["people"]![0]!["unread"] = 5;
        screen.Tell("people");
        await Assertions.Expect(screen.Page.Locator("#people-unread")).ToContainTextAsync("6 unread");
        await Assertions.Expect(person).ToBeFocusedAsync();

        await screen.Id("composer").FillAsync("half a sen");
        screen.Api.State["people"]![0]!["unread"] = 6;
        screen.Tell("chat");
        await Assertions.Expect(screen.Page.Locator("#people-unread")).ToContainTextAsync("7 unread");
        await Assertions.Expect(screen.Id("composer")).ToBeFocusedAsync();
        await Assertions.Expect(screen.Id("composer")).ToHaveValueAsync("half a sen");
    }

    [Fact]
    public async Task The_story_is_left_with_escape_and_a_skip_link_leads_to_the_chat()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400);
        await screen.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the chat", await screen.FocusedAsync());
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.TabToAsync(screen.Id("story-start").Last);
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Id("story").GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await screen.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(screen.Id("story")).ToBeHiddenAsync();
        await Assertions.Expect(screen.Page.Locator("#story-resume")).ToBeFocusedAsync();
    }
}
