using System.Text.RegularExpressions;

namespace Holdfire.Tests.Layers;

/// <summary>docs/security.md names a test for each promise; the tests have to be there.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Tests_that_the_page_names_are_there()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .GroupBy(f => Path.GetFileNameWithoutExtension(f)).ToDictionary(g => g.Key, g => string.Concat(g.Select(File.ReadAllText)));
        var named = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"))).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(m => !tests.TryGetValue(m.Groups[1].Value, out var text) || !text.Contains(m.Groups[2].Value, StringComparison.Ordinal)).Select(m => m.Value));
    }

    [GeneratedRegex(@"`(?:\w+/)?(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex Named();
}
