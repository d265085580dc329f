using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Holdfire.Talks;

/// <summary>The built-in kinds of items, from <c>item-kinds.csv</c>. A case may add kinds of its own.</summary>
public static class ItemKinds
{
    /// <summary>All built-in kinds in the order of the file.</summary>
    public static ImmutableArray<ItemKind> BuiltIn { get; } = Read();

    private static ImmutableArray<ItemKind> Read()
    {
        using var stream = typeof(ItemKinds).Assembly.GetManifestResourceStream("item-kinds.csv")!;
        using var text = new StreamReader(stream);
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        var kinds = ImmutableArray.CreateBuilder<ItemKind>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            kinds.Add(new ItemKind(new ItemKindCode(csv.GetField("code")!), csv.GetField("label")!, csv.GetField("definition")!));
        }

        return kinds.ToImmutable();
    }
}
