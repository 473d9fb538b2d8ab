using System.Text.Json;
using Microsoft.Playwright;

namespace ConferenceBot.Tests.Browser;

/// <summary>Measures how long people look at a card after a click until it shows the answer. Reported, never judged.</summary>
internal static class Settling
{
    /// <summary>Each is followed by an update that waits for the conversation's budget, so more would only take long.</summary>
    private const int Actions = 20;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Presses, waits for the other button in the same message and for the next picture; answers milliseconds.</summary>
    private const string Once = """
        async (message, [press, until]) => {
          const named = (name) => [...message.querySelectorAll('.ac-pushButton')].find((button) => button.textContent.trim() === name);
          const settled = () => named(until) && !named(until).disabled;
          const start = performance.now();
          const arrived = new Promise((resolve, reject) => {
            setTimeout(() => reject(new Error(`no ${until} after ${press}, but: ${message.innerText}`)), 15000);
            const observer = new MutationObserver(() => settled() && (observer.disconnect(), resolve()));
            observer.observe(message, { childList: true, subtree: true, attributes: true });
          });
          named(press).click();
          await arrived;
          await new Promise(requestAnimationFrame);
          return performance.now() - start;
        }
        """;

    /// <summary>Corrects and saves one card in turn, beginning with a settled one, and writes figures.json.</summary>
    /// <param name="quiet">Waits, between the actions and unmeasured, until the bot has nothing left to send.</param>
    /// <returns>A sentence for the test's output.</returns>
    public static async Task<string> MeasureAsync(ILocator message, string correct, string save, Func<Task> quiet)
    {
        var times = new List<double>();
        for (var i = 0; i < Actions; i++)
        {
            await quiet();
            string[] pair = i % 2 == 0 ? [correct, save] : [save, correct];
            await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = pair[0], Exact = true })).ToBeEnabledAsync();
            times.Add(await message.EvaluateAsync<double>(Once, pair));
        }
        times.Sort();
        var (median, slow) = (Percentile(times, 0.5), Percentile(times, 0.95));
        var figures = new { what = "click to settled card in the page", actions = Actions, medianMs = median, p95Ms = slow, cores = Environment.ProcessorCount };
        await File.WriteAllTextAsync(Artifacts.At("figures.json"), JsonSerializer.Serialize(figures, Indented));
        return $"From click to settled card over {Actions} actions: median {median} ms, 95th percentile {slow} ms.";
    }

    /// <summary>Nearest rank, rounded to a tenth.</summary>
    private static double Percentile(List<double> sorted, double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 1);
}
