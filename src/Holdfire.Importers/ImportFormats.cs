using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>The known layouts; see <c>docs/import.md</c>.</summary>
public static class ImportFormats
{
    /// <summary>Claims of Ukrainian bodies about Russian air attacks.</summary>
    public static ImportFormat UaAirForce { get; } =
        new("ua-air-force", "claims of Ukrainian bodies about Russian air attacks, one row a window and weapon");

    /// <summary>Claims of the Russian Ministry of Defence about Ukrainian drones shot down.</summary>
    public static ImportFormat RuMod { get; } =
        new("ru-mod", "claims of the Russian Ministry of Defence about Ukrainian drones shot down, one row a region");

    /// <summary>All formats in the order of their names.</summary>
    public static ImmutableArray<ImportFormat> All { get; } = [RuMod, UaAirForce];

    /// <summary>The format of this name (compared by ordinal text), or null.</summary>
    public static ImportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
