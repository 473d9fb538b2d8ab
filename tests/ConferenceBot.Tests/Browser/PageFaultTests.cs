using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>Breaking things on the page, and seeing the bot get over it.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageFaultTests(PageBrowser browser)
{
    [Fact]
    public async Task A_fault_that_was_set_is_still_shown_after_a_reload_and_is_put_right_with_one_button()
    {
        await using var screen = await OpenAsync();
        await screen.Id("fault-graph-503").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#fault-result")).ToHaveTextAsync("Microsoft says that the service is unavailable.");
        await screen.Page.ReloadAsync();
        await screen.Page.GetByText("Try a fault").ClickAsync();
        await Assertions.Expect(screen.Id("fault-graph-503")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(screen.Id("fault-graph-on")).ToHaveAttributeAsync("aria-pressed", "false");
        await screen.Id("faults-right").ClickAsync();
        await Assertions.Expect(screen.Id("fault-graph-on")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(screen.Id("faults-right")).ToBeDisabledAsync();

        Assert.Equal(["""{"graph":"503"}""", """{"graph":"on"}"""], screen.Api.Posted("/api/faults"));
    }

    [Fact]
    public async Task A_part_that_fails_in_many_ways_offers_the_rarer_ones_in_a_list()
    {
        await using var screen = await OpenAsync();
        await screen.Id("fault-connector-other").SelectOptionAsync("refusal-6");
        await screen.Id("fault-connector-set").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#fault-connector")).ToContainTextAsync("Refusal 6");
        await screen.Id("fault-host-kill").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#fault-result")).ToHaveTextAsync("It ends at once.");

        Assert.Equal(["""{"connector":"refusal-6"}""", """{"host":"kill"}"""], screen.Api.Posted("/api/faults"));
    }

    [Fact]
    public async Task The_clock_leaps_only_beside_a_warning()
    {
        await using var screen = await OpenAsync();
        await Assertions.Expect(screen.Id("clock-leap-3")).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("cannot be taken back"));
        await screen.Id("clock-leap-3").ClickAsync();
        await Assertions.Expect(screen.Id("clock-now")).ToContainTextAsync("14 May");

        Assert.Equal(["""{"leapTo":"2026-05-14T08:00:00.000Z"}"""], screen.Api.Posted("/api/clock"));
    }

    [Fact]
    public async Task Recovery_is_shown_from_broken_to_recovered_and_told_to_a_screen_reader()
    {
        await using var screen = await OpenAsync();
        await ShowAsync(screen, "broken", "Two messages wait.", 3);
        await Assertions.Expect(screen.Id("recovery")).ToContainTextAsync("Broken");
        await ShowAsync(screen, "recovered", "Both were sent.", 8.25);
        await Assertions.Expect(screen.Id("recovery")).ToContainTextAsync("Recovered");
        await Assertions.Expect(screen.Id("recovery")).ToContainTextAsync("8.3 s");
        await Assertions.Expect(screen.Page.Locator("#announce")).ToContainTextAsync("Teams: Out of service: Recovered. Both were sent.");
    }

    [Fact]
    public async Task While_the_bot_starts_the_page_says_so_and_can_be_looked_around_in()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400, before: api =>
        {
            (api.State["host"]!["starting"], api.State["host"]!["ready"]) = (true, false);
            api.State["host"]!["progress"] = "Installing the bot for everybody …";
        });
        await Assertions.Expect(screen.Id("strip")).ToContainTextAsync("Installing the bot for everybody");
        await Assertions.Expect(screen.Id("clock-step-hour")).ToBeDisabledAsync();
        await screen.Id("person-" + StubScreen.Gita).ClickAsync();
        await Assertions.Expect(screen.Id("chat")).ToContainTextAsync("Through the eyes of Gita Demoworth");
        (screen.Api.State["host"]!["starting"], screen.Api.State["host"]!["ready"]) = (false, true);
        screen.Tell("host");
        await Assertions.Expect(screen.Id("strip")).ToBeHiddenAsync();
        await Assertions.Expect(screen.Id("clock-step-hour")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task The_clock_says_what_was_still_to_be_done_when_it_stopped()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400, before: api =>
            (api.State["clock"]!["quiet"], api.State["clock"]!["waiting"]) = (false, new JsonArray("deliveries:2", "mailboxes:1")));
        await Assertions.Expect(screen.Id("clock-waiting")).ToContainTextAsync("2 messages to send, a calendar to read.");
        (screen.Api.State["clock"]!["quiet"], screen.Api.State["clock"]!["waiting"]) = (true, new JsonArray());
        screen.Tell("clock");
        await Assertions.Expect(screen.Id("clock-waiting")).ToBeHiddenAsync();
    }

    private async Task<StubScreen> OpenAsync()
    {
        var screen = await StubScreen.OpenAsync(browser, "light", 1400);
        await screen.Page.GetByText("Try a fault").ClickAsync();
        return screen;
    }

    private static Task ShowAsync(StubScreen screen, string state, string sentence, double seconds)
    {
        screen.Api.State["recovery"] = new JsonArray(new JsonObject
        {
            ["id"] = "1", ["part"] = "connector", ["mode"] = "503", ["label"] = "Teams: Out of service", ["state"] = state, ["sentence"] = sentence, ["seconds"] = seconds,
        });
        screen.Tell("fault");
        return Assertions.Expect(screen.Id("recovery")).ToContainTextAsync(sentence);
    }
}
