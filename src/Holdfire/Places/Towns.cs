using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;

namespace Holdfire.Places;

/// <summary>The towns of the world, read a country at a time when it is asked for.</summary>
/// <remarks>GeoNames, places with 500 people or more, CC BY 4.0 (<c>docs/places.md</c>).</remarks>
public static class Towns
{
    private static readonly ConcurrentDictionary<string, ImmutableArray<Town>> Read = new(StringComparer.Ordinal);

    /// <summary>The towns of a country, the largest first; empty where none is known.</summary>
    /// <param name="country">Its code of two letters, in capitals.</param>
    public static ImmutableArray<Town> Of(string country) =>
        Read.GetOrAdd(country, c => [.. Lines("towns.zip", c).Select(TownOf)]);

    /// <summary>The lines of a country's entry in an archive that is built in, cut at tabs; none where it has no entry.</summary>
    internal static IEnumerable<string[]> Lines(string archive, string country)
    {
        using var stream = AreaRows.Open(archive);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        if (zip.GetEntry($"{country}.tsv") is not { } entry)
        {
            yield break;
        }

        using var reader = new StreamReader(entry.Open());
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }

    private static Town TownOf(string[] fields) => new(
        long.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], [.. fields[2].Split('|', StringSplitOptions.RemoveEmptyEntries)],
        new GeoPoint(double.Parse(fields[3], CultureInfo.InvariantCulture), double.Parse(fields[4], CultureInfo.InvariantCulture)),
        fields[5].Length > 0 ? new AreaCode(fields[5]) : null, fields[6], long.Parse(fields[7], CultureInfo.InvariantCulture));
}
