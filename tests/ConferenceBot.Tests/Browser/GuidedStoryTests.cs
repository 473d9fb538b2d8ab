using ConferenceBot.Sandbox;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>The guided story with the real bot, as a newcomer would take it.</summary>
[Collection(nameof(PageBrowser))]
public sealed class GuidedStoryTests(PageBrowser browser) : IAsyncLifetime
{
    private const int Steps = 6;
    private SandboxServer _sandbox = null!;
    private Complaints _complaints = null!;
    private IPage _page = null!;

    private ILocator Story => _page.GetByTestId("story");

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        _complaints = new Complaints(_sandbox.Address);
        var screen = await Screen.OpenAsync(browser.Browser, _complaints, _sandbox.Address, "story", ColorScheme.Light);
        _page = screen.Page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
            await _page.Context.CloseAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_story_goes_through_six_steps_and_can_be_left_and_resumed()
    {
        await _page.GetByTestId("story-start").Last.ClickAsync();
        await DoneAsync(1);
        await NextAsync();
        await DoneAsync(2);
        await Assertions.Expect(_page.GetByRole(AriaRole.Article).Last).ToContainTextAsync("You have a preparation task.");

        await NextAsync();
        await SettledAsync(3);
        await _page.GetByTestId("story-leave").ClickAsync();
        await Assertions.Expect(Story).ToBeHiddenAsync();
        await _page.ReloadAsync();
        await _page.GetByTestId("story-resume").First.ClickAsync();
        await SettledAsync(3);
        await AnswerByHandAsync();
        await DoneAsync(3);

        for (var step = 4; step <= Steps; step++)
        {
            await NextAsync();
            await SettledAsync(step);
            await PictureAsync(step, "asks");
            await _page.GetByTestId("story-do").ClickAsync();
            await DoneAsync(step);
            await PictureAsync(step, "done");
        }
        await _page.ReloadAsync();
        await DoneAsync(Steps);
        await NextAsync();
        await Assertions.Expect(_page.GetByTestId("story-end")).ToBeVisibleAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Play freely" }).ClickAsync();
        await Assertions.Expect(_page.Locator("#story-start")).ToBeFocusedAsync();

        Assert.Empty(_complaints.All);
    }

    private async Task AnswerByHandAsync()
    {
        var card = _page.GetByRole(AriaRole.Article).Last;
        await card.GetByLabel("I have sent my report to the chair").CheckAsync();
        await card.GetByLabel("Yes, with all of them").CheckAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
    }

    private Task NextAsync() => _page.GetByTestId("story-next").ClickAsync();

    /// <summary>Eyes and clock are where the step wants them.</summary>
    private async Task SettledAsync(int step)
    {
        await Assertions.Expect(Story).ToHaveAttributeAsync("data-step", $"{step}");
        await Assertions.Expect(Story).ToHaveAttributeAsync("data-state", "ready", new() { Timeout = 60_000 });
    }

    private async Task DoneAsync(int step)
    {
        await Assertions.Expect(Story).ToHaveAttributeAsync("data-step", $"{step}");
        await Assertions.Expect(Story).ToHaveAttributeAsync("data-state", "done", new() { Timeout = 60_000 });
    }

    private async Task PictureAsync(int step, string of) =>
        await _page.ScreenshotAsync(new() { Path = Artifacts.At($"story-{step}-{of}.png"), Animations = ScreenshotAnimations.Disabled });
}
