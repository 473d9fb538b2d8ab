using ConferenceBot.Sandbox;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>One browser for all tests of the page, and one sandbox without a bot that serves its files and its events.</summary>
public sealed class PageBrowser : IAsyncLifetime
{
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    internal SandboxServer Empty { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
        Empty = await SandboxServer.StartAsync(new SandboxOptions { StartHost = false });
    }

    public async ValueTask DisposeAsync()
    {
        if (Empty is not null)
            await Empty.DisposeAsync();
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>Shares the browser.</summary>
[CollectionDefinition(nameof(PageBrowser))]
public sealed class PageBrowserGroup : ICollectionFixture<PageBrowser>;
