using System.Text.RegularExpressions;

namespace Holdfire.Tests.Layers;

/// <summary>One name, one thing: no two types of the product share a name.</summary>
public sealed partial class TypeNameTests
{
    [Fact]
    public void No_type_name_is_used_twice_in_src()
    {
        var declared = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file)).Select(m => (Name: m.Groups[1].Value, File: file))).Distinct().ToList();
        Assert.NotEmpty(declared);
        Assert.Empty(declared.GroupBy(d => d.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(d => d.File))}"));
    }

    // Types inside other types are indented, and their own business.
    [GeneratedRegex(@"^(?:public|internal) (?:(?:sealed|static|abstract|readonly|partial) )*(?:record struct|record|class|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
