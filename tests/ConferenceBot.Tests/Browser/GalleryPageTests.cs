using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>The gallery of every card, in the browser.</summary>
[Collection(nameof(PageBrowser))]
public sealed class GalleryPageTests(PageBrowser browser)
{
    private const int Wide = 1400;
    private const int Phone = 390;

    [Theory]
    [InlineData("light", "wide", Wide)]
    [InlineData("dark", "phone", Phone)]
    [InlineData("contrast", "wide", Wide)]
    public async Task Every_card_is_drawn_and_axe_finds_nothing(string theme, string width, int window)
    {
        await using var screen = await OpenAsync($"theme={theme}&width={width}", window);
        await Assertions.Expect(screen.Page.Locator(".gallery-frame .ac-adaptiveCard")).ToHaveCountAsync(Cards.CardSamples.All.Count);

        Assert.Empty(await screen.FindingsAsync("gallery"));
        Assert.Empty(screen.Complaints.All);
    }

    [Fact]
    public async Task A_card_can_be_compared_in_every_theme_and_width_side_by_side()
    {
        await using var screen = await OpenAsync("search=alert-sent&theme=light&width=wide", Wide);
        await screen.Id("gallery-all").CheckAsync();
        var frames = screen.Page.Locator("#alert-sent .gallery-frame");
        await Assertions.Expect(frames).ToHaveCountAsync(6);

        Assert.Equal(3, (await Task.WhenAll(Enumerable.Range(0, 6).Select(i => frames.Nth(i)
            .EvaluateAsync<string>("frame => getComputedStyle(frame.querySelector('.card')).backgroundColor")))).Distinct().Count());
        Assert.Empty(await screen.FindingsAsync("all at once"));
    }

    [Fact]
    public async Task The_search_narrows_and_an_address_leads_to_a_card()
    {
        await using var screen = await OpenAsync("theme=light&width=wide#escalation-ask-lapsed", Wide);
        await Assertions.Expect(screen.Page.Locator("#escalation-ask-lapsed h3")).ToBeInViewportAsync();
        await screen.Id("gallery-search").FillAsync("taken on escalation");
        await Assertions.Expect(screen.Id("gallery-count")).ToContainTextAsync(" of ");
        await Assertions.Expect(screen.Page.Locator(".gallery-card")).ToHaveCountAsync(2);
        await screen.Id("gallery-search").FillAsync("nothing has these words");
        await Assertions.Expect(screen.Page.Locator("main")).ToContainTextAsync("No card has all of these words.");
    }

    [Fact]
    public async Task The_gallery_can_be_used_without_a_mouse()
    {
        await using var screen = await OpenAsync("search=help-welcome&theme=light&width=wide", Wide);
        await screen.TabToAsync(screen.Id("gallery-search"));
        await screen.TabToAsync(screen.Page.Locator("input[name=gallery-theme][value=light]"));
        await screen.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(screen.Id("card-help-welcome-dark-wide")).ToBeVisibleAsync();
        await screen.TabToAsync(screen.Page.Locator("input[name=gallery-width][value=wide]"));
        await screen.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(screen.Id("card-help-welcome-dark-phone")).ToBeVisibleAsync();
    }

    private Task<StubScreen> OpenAsync(string query, int window) => StubScreen.OpenAsync(browser, null, window, "gallery.html?" + query);
}
