using System.Collections.Immutable;
using CsvHelper;

namespace Holdfire.Model;

/// <summary>The built-in kinds of items, from <c>item-kinds.csv</c>. A case may add kinds of its own.</summary>
public static class ItemKinds
{
    /// <summary>All built-in kinds in the order of the file.</summary>
    public static ImmutableArray<ItemKind> BuiltIn { get; } = Read();

    private static ImmutableArray<ItemKind> Read()
    {
        using var stream = typeof(ItemKinds).Assembly.GetManifestResourceStream("item-kinds.csv")!;
        using var csv = CsvReader.Create(stream);
        var kinds = ImmutableArray.CreateBuilder<ItemKind>();
        csv.ReadHeader();
        while (csv.Read())
        {
            kinds.Add(new ItemKind(new ItemKindCode(csv.GetString("code")), csv.GetString("label"), csv.GetString("definition")));
        }

        return kinds.ToImmutable();
    }
}
