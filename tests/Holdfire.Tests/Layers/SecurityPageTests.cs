using System.Text.RegularExpressions;

namespace Holdfire.Tests.Layers;

/// <summary>docs/security.md and docs/asvs.md name tests for what they say; the tests have to be there.</summary>
public sealed partial class SecurityPageTests
{
    [Theory]
    [InlineData("security.md")]
    [InlineData("asvs.md")]
    public void Tests_that_the_page_names_are_there(string page)
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .GroupBy(f => Path.GetFileNameWithoutExtension(f)).ToDictionary(g => g.Key, g => string.Concat(g.Select(File.ReadAllText)));
        var named = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", page))).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(m => !tests.TryGetValue(m.Groups[1].Value, out var text) || !text.Contains(m.Groups[2].Value, StringComparison.Ordinal)).Select(m => m.Value));
    }

    [GeneratedRegex(@"`(?:\w+/)?(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex Named();
}
