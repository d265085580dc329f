using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Holdfire.Tests.Layers;

/// <summary>Keeps the rooms of the domain apart: values know no case, the model knows no analysis. docs/overview.md has the picture.</summary>
public sealed partial class LayerTests
{
    private static readonly string[] Values = ["Acts", "Places", "Time"];

    /// <summary>For each room of the domain, the rooms that it may use.</summary>
    private static readonly FrozenDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["Acts"] = [],
        ["Places"] = [],
        ["Time"] = [],
        ["Model"] = Values,
        ["Views"] = ["Model", .. Values],
        ["Coverage"] = ["Model", .. Values],
        ["Counts"] = ["Views", "Coverage", "Model", .. Values],
        ["Audit"] = ["Counts", "Views", "Coverage", "Model", .. Values],
        ["Assessment"] = ["Counts", "Views", "Coverage", "Model", .. Values],
        ["Fusion"] = ["Views", "Coverage", "Model", .. Values],
        ["Verification"] = ["Fusion", "Model", .. Values],
        ["Findings"] = ["Fusion", "Audit", "Counts", "Views", "Coverage", "Model", .. Values],
        ["Answers"] = ["Findings", "Assessment", "Fusion", "Audit", "Counts", "Views", "Coverage", "Model", .. Values],
        ["Tallies"] = ["Findings", "Fusion", "Counts", "Views", "Coverage", "Model", .. Values],
        ["Talks"] = ["Views", "Model", .. Values],
    }.ToFrozenDictionary();

    [Fact]
    public void Rooms_use_only_the_rooms_below_them()
    {
        var wrong = Files().SelectMany(f => Uses(File.ReadAllText(f.Path)).Where(used => used != f.Room && !Allowed[f.Room].Contains(used))
            .Select(used => $"{f.Path}: {f.Room} uses {used}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_room_is_listed() => Assert.Equal(Allowed.Keys.Order(), Files().Select(f => f.Room).Distinct().Order());

    [Theory]
    [InlineData("using Holdfire.Counts;\n", "Counts")]
    [InlineData("    Holdfire.Talks.Deadlocks.Change? x = null;\n", "Talks")]
    public void A_use_is_seen(string text, string room) => Assert.Equal([room], Uses(text));

    private static IEnumerable<string> Uses(string text) => Use().Matches(text).Select(m => m.Groups[1].Value).Where(Allowed.ContainsKey).Distinct();

    private static IEnumerable<(string Path, string Room)> Files()
    {
        var domain = Path.Combine(Repository.Root, "src", "Holdfire");
        return Directory.EnumerateFiles(domain, "*.cs", SearchOption.AllDirectories)
            .Select(path => (path, Path.GetRelativePath(domain, path).Split(Path.DirectorySeparatorChar)))
            .Where(f => f.Item2.Length > 1).Select(f => (f.path, f.Item2[0]));
    }

    [GeneratedRegex(@"\bHoldfire\.([A-Z]\w+)")]
    private static partial Regex Use();
}
