using Microsoft.Playwright;

namespace ConferenceBot.Tests.Browser;

/// <summary>The browser that people's machines have, driven by Playwright; nothing is downloaded.</summary>
internal static class Chromium
{
    private const string Usual = "/usr/bin/chromium";
    private static readonly string[] Arguments =
    [
        "--lang=en-GB",
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-domain-reliability", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--no-proxy-server",
    ];

    /// <summary>Starts the program named by the environment variable CHROMIUM, else Debian's.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Usual;
        return File.Exists(path)
            ? playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments, Env = British() })
            : throw new InvalidOperationException(
                $"The browser tests need Chromium, and {path} is not there. Install Debian's package chromium, or set CHROMIUM to its path.");
    }

    /// <summary>This process's environment with the language of date fields, which Chromium takes from there.</summary>
    private static Dictionary<string, string> British()
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
        foreach (var name in new[] { "LANGUAGE", "LANG", "LC_ALL" })
            environment[name] = "en_GB.UTF-8";
        return environment;
    }
}
