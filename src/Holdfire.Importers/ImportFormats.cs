using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>The known layouts; see <c>docs/import.md</c>.</summary>
public static class ImportFormats
{
    private static readonly ImmutableArray<IClaimFormat> Readers =
    [
        new AcledFormat(), new AirAlertsFormat(), new EthPrioFormat(), new FirmsFormat(), new KoboFormat(), new OdkFormat(), new OsceFormat(), new RuModFormat(), new TableFormat(), new TelegramFormat(),
        new UaAirForceFormat(), new UcdpFormat(), new ViinaFormat(),
    ];

    /// <summary>Claims of Ukrainian bodies about Russian air attacks.</summary>
    public static ImportFormat UaAirForce => UaAirForceFormat.Format;

    /// <summary>Claims of the Russian Ministry of Defence about Ukrainian drones shot down.</summary>
    public static ImportFormat RuMod => RuModFormat.Format;

    /// <summary>All formats in the order of their names.</summary>
    public static ImmutableArray<ImportFormat> All { get; } = [.. Readers.Select(r => r.Info).OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>The format of this name (compared by ordinal text), or null.</summary>
    public static ImportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>What reads it.</summary>
    /// <exception cref="ArgumentException">The format is none of <see cref="All"/>.</exception>
    internal static IClaimFormat ReaderOf(ImportFormat format) =>
        Readers.FirstOrDefault(r => r.Info.Name == format.Name) ?? throw new ArgumentException($"unknown format '{format.Name}'", nameof(format));
}
