using Microsoft.Playwright;

namespace ConferenceBot.Tests.Browser;

/// <summary>One window on the sandbox page. Looks for what people see: words, labels and the names of buttons.</summary>
internal sealed class Screen(IPage page, string name)
{
    public IPage Page => page;
    private ILocator Chat => page.GetByTestId("chat");

    /// <param name="name">Begins the names of its screenshots.</param>
    /// <param name="phone">390 points wide, with the finer grid of a phone.</param>
    public static async Task<Screen> OpenAsync(IBrowser browser, Complaints complaints, Uri address, string name, ColorScheme scheme, bool phone = false)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            HasTouch = phone,
        });
        var page = await context.NewPageAsync();
        await complaints.WatchAsync(page);
        await page.GotoAsync(address.ToString());
        var screen = new Screen(page, name);
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-ready", "true");
        return screen;
    }

    /// <summary>Chooses a person who has a chat and waits for its messages.</summary>
    public async Task LookAsAsync(string person)
    {
        var tab = page.GetByRole(AriaRole.Navigation).GetByText("People");
        if (await tab.IsVisibleAsync())
            await tab.ClickAsync();
        await page.Locator("#people").GetByRole(AriaRole.Button).Filter(new() { HasText = person }).ClickAsync();
        await Assertions.Expect(Chat).ToContainTextAsync("Through the eyes of " + person);
        await Assertions.Expect(Chat.GetByRole(AriaRole.Article).Last).ToBeVisibleAsync();
    }

    /// <summary>Waits until the entry of a person counts unread messages.</summary>
    public Task UnreadAsync(string person) =>
        Assertions.Expect(page.Locator("#people").GetByRole(AriaRole.Button).Filter(new() { HasText = person })).ToContainTextAsync("unread");

    /// <summary>Presses a button of the clock and waits until it has arrived.</summary>
    public async Task StepAsync(string step)
    {
        await page.GetByTestId("clock-step-" + step).ClickAsync();
        await ArrivedAsync();
    }

    /// <param name="wall">London wall time, as 2026-05-13T12:30.</param>
    public async Task WalkToAsync(string wall)
    {
        await page.GetByLabel("Walk to").FillAsync(wall);
        await page.GetByTestId("clock-walk-to").ClickAsync();
        await ArrivedAsync();
    }

    /// <summary>The newest message from the bot that shows all these words.</summary>
    public ILocator Message(params string[] words) => words.Aggregate(
        Chat.GetByRole(AriaRole.Article), (found, text) => found.Filter(new() { HasText = text })).Last;

    /// <summary>Presses a button of a card and waits until the bot has answered without an error.</summary>
    /// <param name="found">Found by words that may be gone afterwards.</param>
    /// <returns>The same message, whatever it shows now.</returns>
    public async Task<ILocator> PressAsync(ILocator found, string button)
    {
        var card = page.GetByTestId(await found.GetAttributeAsync("data-testid") ?? "");
        await card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(card).ToHaveAttributeAsync("aria-busy", "false");
        await Assertions.Expect(card.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        return card;
    }

    public static Task HasButtonAsync(ILocator card, string button) =>
        Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToBeVisibleAsync();

    public static Task HasNoButtonAsync(ILocator card, string button) =>
        Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToHaveCountAsync(0);

    public static Task ShowsAsync(ILocator card, string words) => Assertions.Expect(card).ToContainTextAsync(words);

    /// <summary>What the window shows, as PNG.</summary>
    public Task PictureAsync(string of) => page.ScreenshotAsync(new() { Path = Artifacts.At($"{name}-{of}.png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>The whole card, however tall, as PNG: the window grows for it.</summary>
    public async Task PictureAsync(string of, ILocator card)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(before.Width, 2000);
        await card.ScreenshotAsync(new() { Path = Artifacts.At($"{name}-{of}.png"), Animations = ScreenshotAnimations.Disabled });
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    private async Task ArrivedAsync()
    {
        await Assertions.Expect(page.GetByTestId("clock-walking")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#clock-problem")).ToBeHiddenAsync();
    }
}
