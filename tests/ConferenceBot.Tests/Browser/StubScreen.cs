using System.Text.Json;
using ConferenceBot.Tests.Conventions;
using Microsoft.Playwright;

namespace ConferenceBot.Tests.Browser;

/// <summary>A window on the page with a council made up by the test.</summary>
internal sealed class StubScreen(IPage page, StubApi api, PageBrowser browser, Complaints complaints) : IAsyncDisposable
{
    public const string Gita = "5a4d504c-0000-4000-8000-000000000007";
    private static readonly Lazy<string> Axe = new(() =>
        File.ReadAllText(Repository.At("bot/ConferenceBot.Sandbox/web/node_modules/axe-core/axe.min.js")));

    public IPage Page => page;
    public StubApi Api => api;
    public Complaints Complaints => complaints;

    /// <param name="theme">light, dark or contrast; null leaves it to the system.</param>
    /// <param name="query">Begins with ?.</param>
    /// <param name="before">Changes the council before the page first sees it.</param>
    public static async Task<StubScreen> OpenAsync(PageBrowser browser, string? theme, int width, string query = "", Action<StubApi>? before = null,
        BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ViewportSize = new ViewportSize { Width = width, Height = width < 721 ? 740 : 900 };
        options.ReducedMotion = ReducedMotion.Reduce;
        (options.Locale, options.TimezoneId) = ("en-GB", "Europe/London");
        var context = await browser.Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        var complaints = new Complaints(browser.Empty.Address);
        await complaints.WatchAsync(page);
        if (theme is not null)
            await page.AddInitScriptAsync($"if (!localStorage.theme) localStorage.setItem('theme', '{theme}')");
        var api = new StubApi();
        before?.Invoke(api);
        await api.ServeAsync(page);
        // What is told before the page listens is lost on it; the gallery listens to nothing.
        Task listens = query.StartsWith("gallery", StringComparison.Ordinal)
            ? Task.CompletedTask
            : page.WaitForResponseAsync(response => new Uri(response.Url).AbsolutePath == "/api/events");
        await page.GotoAsync(browser.Empty.Address + query);
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-ready", "true");
        await listens;
        return new StubScreen(page, api, browser, complaints);
    }

    public ILocator Id(string testId) => page.GetByTestId(testId);

    /// <summary>Tells the page that the council has changed, as the sandbox would.</summary>
    public void Tell(string what) => browser.Empty.Services.Feed.Publish(what);

    /// <summary>On a phone, brings a pane to the front.</summary>
    public Task TabAsync(string name) => page.GetByRole(AriaRole.Navigation).GetByText(name).ClickAsync();

    /// <summary>What axe finds, one line each; also a page wider than the window.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync(string when)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
            await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => {
              const { violations } = await axe.run({ resultTypes: ['violations'] });
              const lines = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`);
              return document.documentElement.scrollWidth > innerWidth ? [...lines, 'wider than the window'] : lines;
            }
            """);
        return [.. found.EnumerateArray().Select(line => $"{when}: {line.GetString()}")];
    }

    /// <summary>The words of the part that has the focus.</summary>
    public Task<string> FocusedAsync() => page.EvaluateAsync<string>(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText ?? ''");

    /// <summary>Presses Tab until the focus is where it is wanted, as somebody without a mouse would.</summary>
    /// <exception cref="InvalidOperationException">It never comes there.</exception>
    public async Task TabToAsync(ILocator wanted, int most = 60)
    {
        for (var i = 0; i < most; i++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"The Tab key does not lead there; it is at '{await FocusedAsync()}'.");
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}
