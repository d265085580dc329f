using System.Globalization;

namespace Holdfire.Record.Tlog;

/// <summary>Which tile: a level, a position in it, and how many of its 256 places are taken.</summary>
/// <remarks>C2SP tlog-tiles, "Merkle Tree" and "Log Entries". Tiles are 8 levels of the tree high; the path does not say so.</remarks>
/// <param name="Level">0 to 63: at level L a place holds the root of 256^L leaves. <see cref="Entries"/> for entry bundles.</param>
/// <param name="Index">The position in the level, from 0.</param>
/// <param name="Width">1 to 256. A tile with 256 is full and never changes.</param>
public readonly record struct TileCoordinate(int Level, long Index, int Width)
{
    /// <summary>The level of entry bundles, whose paths say <c>entries</c> in place of a level.</summary>
    public const int Entries = -1;

    /// <summary>The number of places of a full tile.</summary>
    public const int FullWidth = 256;

    private const int HighestLevel = 63;
    private const long HighestIndex = long.MaxValue >> 8;

    /// <summary>Whether all places are taken.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>The full tile at the same place.</summary>
    public TileCoordinate Full => this with { Width = FullWidth };

    /// <summary>The path under the log's prefix: <c>tile/L/N</c> or <c>tile/L/N.p/W</c>, N in groups of three digits.</summary>
    public string Path => IsFull ? FullPath : $"{FullPath}.p/{Width.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The path of the full tile at the same place.</summary>
    public string FullPath
    {
        get
        {
            var digits = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
            {
                digits = $"x{(rest % 1000).ToString("000", CultureInfo.InvariantCulture)}/{digits}";
            }

            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            return $"tile/{level}/{digits}";
        }
    }

    /// <summary>How many leaves one place of the level covers, as a power of two.</summary>
    public int Shift => Level == Entries ? 0 : 8 * Level;

    /// <summary>The tiles of one level, or the entry bundles, of a tree: all full ones and at most one partial one, in order.</summary>
    public static IEnumerable<TileCoordinate> OfLevel(int level, long size)
    {
        var places = size >> (level == Entries ? 0 : 8 * level);
        for (long n = 0; n < places >> 8; n++)
        {
            yield return new TileCoordinate(level, n, FullWidth);
        }

        if ((places & 255) != 0)
        {
            yield return new TileCoordinate(level, places >> 8, (int)(places & 255));
        }
    }

    /// <summary>The highest level that has a tile in a tree of this size; -1 where the tree is empty.</summary>
    public static int HighestOf(long size)
    {
        var level = -1;
        for (; size > 0; size >>= 8)
        {
            level++;
        }

        return level;
    }

    /// <summary>The tile at a place of a tree of a given size, as wide as that size makes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such tile.</exception>
    public static TileCoordinate At(int level, long index, long size)
    {
        var places = (size >> (level == Entries ? 0 : 8 * level)) - (index << 8);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(places, nameof(size));
        return new TileCoordinate(level, index, (int)Math.Min(places, FullWidth));
    }

    /// <summary>Reads a path. Only the one form that <see cref="Path"/> writes is accepted.</summary>
    public static Parsed<TileCoordinate> Parse(string path)
    {
        Error Wrong(string expected) => RecordError.Invalid("tile path", expected, $"'{ShownText.Of(path)}'");
        var parts = path.Split('/');
        if (parts.Length < 3 || parts[0] != "tile")
        {
            return Wrong("tile/LEVEL/INDEX");
        }

        var level = parts[1] == "entries" ? Entries : CanonicalDecimal.Parse(parts[1]) ?? -2;
        if (level is < Entries or > HighestLevel)
        {
            return Wrong("a level from 0 to 63 or 'entries'");
        }

        long width = FullWidth;
        var groups = parts[2..];
        if (groups.Length > 1 && groups[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            width = CanonicalDecimal.Parse(groups[^1]) ?? 0;
            if (width is < 1 or >= FullWidth)
            {
                return Wrong("a width from 1 to 255");
            }

            groups = [.. groups[..^2], groups[^2][..^2]];
        }

        long index = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            var digits = i == groups.Length - 1 ? groups[i] : groups[i].StartsWith('x') ? groups[i][1..] : "";
            if (digits.Length != 3 || !digits.All(char.IsAsciiDigit) || index > HighestIndex / 1000)
            {
                return Wrong("an index in groups of three digits, all but the last after an x");
            }

            index = (index * 1000) + int.Parse(digits, CultureInfo.InvariantCulture);
        }

        var tile = new TileCoordinate((int)level, index, (int)width);
        return index <= HighestIndex && tile.Path == path ? tile : Wrong("an index without leading zero groups");
    }
}
