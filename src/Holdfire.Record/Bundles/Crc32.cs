namespace Holdfire.Record.Bundles;

/// <summary>The checksum of a file in a zip file (APPNOTE 6.3, section 4.4.7). It finds damage and proves nothing.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xedb88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (crc, _) => Shifted(crc)))];

    /// <summary>The checksum of these bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc = Table[(crc ^ one) & 0xff] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Shifted(uint crc) => (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
}
