using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>What happened, live on the page.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageRecordTests(PageBrowser browser)
{
    private const string Top = "row => row.getBoundingClientRect().top";

    [Fact]
    public async Task New_lines_come_above_and_do_not_move_what_is_being_read()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400, before: api =>
        {
            for (var i = 0; i < 60; i++)
                api.Happened.Add($"Line {i}.");
        });
        var rows = screen.Id("happened").GetByRole(AriaRole.Listitem);
        await Assertions.Expect(rows).ToHaveCountAsync(64);
        var read = rows.Filter(new() { HasText = "Line 20." });
        await read.ScrollIntoViewIfNeededAsync();
        var before = await read.EvaluateAsync<double>(Top);
        screen.Api.Happened.Add("The newest line.");
        screen.Tell("log");
        await Assertions.Expect(rows).ToHaveCountAsync(65);
        await Assertions.Expect(rows.First).ToContainTextAsync("The newest line.");

        Assert.Equal(before, await read.EvaluateAsync<double>(Top), 1.0);
    }

    [Fact]
    public async Task A_line_that_comes_while_the_record_is_narrowed_is_narrowed_too()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400);
        var rows = screen.Id("happened").GetByRole(AriaRole.Listitem);
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        await screen.Id("happened-person").SelectOptionAsync(StubScreen.Gita);
        screen.Tell("log");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows).ToContainTextAsync("Sent at first attempt.");
        await screen.Id("happened-clear").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        await Assertions.Expect(screen.Page.Locator("#happened-title")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_toast_says_what_Teams_would_show_and_opens_the_chat()
    {
        await using var screen = await StubScreen.OpenAsync(browser, "light", 1400);
        var gita = screen.Api.State["people"]!.AsArray().First(person => (string)person!["id"]! == StubScreen.Gita)!;
        gita["unread"] = 2;
        screen.Tell("chat");
        await Assertions.Expect(screen.Id("toast-text")).ToHaveTextAsync("You have a task. Open when private.");
        await screen.Id("toast").GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(screen.Id("chat")).ToContainTextAsync("Through the eyes of Gita Demoworth");
        await Assertions.Expect(screen.Id("toast")).ToHaveCountAsync(0);
    }
}
