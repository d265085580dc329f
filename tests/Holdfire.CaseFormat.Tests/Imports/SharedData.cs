using System.Text;
using Microsoft.VisualBasic.FileIO;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>The full files of claims, which lie beside the repository and do not ship with it.</summary>
internal static class SharedData
{
    public const string Ukrainian = "ua-air-force-claims.csv";

    public const string Russian = "ru-mod-claims.csv";

    public static string BuiltInCase => Path.Combine(Repository.Root, "cases", "ukraine-2025");

    /// <summary>The bytes of the file; the test is skipped where it is absent.</summary>
    public static byte[] Bytes(string name)
    {
        var file = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", name));
        Assert.SkipUnless(File.Exists(file), $"{file} is absent");
        return File.ReadAllBytes(file);
    }

    /// <summary>The records by column, read with another library than the importer's.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Records(string name)
    {
        using var parser = new TextFieldParser(new MemoryStream(Bytes(name)), Encoding.UTF8)
        {
            Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false,
        };
        var header = parser.ReadFields()!;
        var records = new List<IReadOnlyDictionary<string, string>>();
        while (parser.ReadFields() is { } fields)
        {
            records.Add(header.Zip(fields).ToDictionary(f => f.First, f => f.Second));
        }

        return records;
    }
}
