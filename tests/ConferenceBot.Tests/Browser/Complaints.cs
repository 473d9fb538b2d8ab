using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ConferenceBot.Tests.Browser;

/// <summary>What a browser has to say against a page: errors, warnings, broken content rules, requests that leave the machine.</summary>
internal sealed class Complaints(Uri origin)
{
    private const string ReportContentRules =
        "document.addEventListener('securitypolicyviolation', e => console.error(`content rule ${e.violatedDirective} broken by ${e.blockedURI}`))";

    private readonly ConcurrentQueue<string> _all = [];

    public IReadOnlyCollection<string> All => _all;

    public async Task WatchAsync(IPage page)
    {
        await page.AddInitScriptAsync(ReportContentRules);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _all.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _all.Enqueue("uncaught: " + error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Authority != origin.Authority)
                _all.Enqueue("leaves the machine: " + request.Url);
        };
    }
}
