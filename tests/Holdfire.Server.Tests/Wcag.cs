using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Playwright;

namespace Holdfire.Server.Tests;

/// <summary>What axe-core finds on a page against WCAG 2.2 AA.</summary>
internal static class Wcag
{
    private const int MostNamed = 10;

    // The axe-core of tests/interop/npm, which ./test installs.
    private static readonly string Axe = Path.Combine(Repository.Root, "tests", "interop", "npm", "node_modules", "axe-core", "axe.min.js");

    /// <summary>The first faults. Where axe-core is absent the test is skipped, but never in continuous integration.</summary>
    public static async Task<ImmutableArray<string>> FaultsOf(IPage page)
    {
        if (!File.Exists(Axe) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("axe-core is absent; ./test installs it");
        }

        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe, TestContext.Current.CancellationToken));
        var found = await page.EvaluateAsync<JsonElement>(
            "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary}`)))");
        return [.. found.EnumerateArray().Take(MostNamed).Select(f => f.ToString())];
    }
}
