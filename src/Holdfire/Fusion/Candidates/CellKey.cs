namespace Holdfire.Fusion;

/// <summary>The key of a cell: level, time bucket, band, column; cells of one band follow each other by column.</summary>
internal static class CellKey
{
    private const int ColumnBits = 14;
    private const int BandBits = 13;
    private const int BucketBits = 30;
    private const long BucketOffset = 1L << (BucketBits - 1);

    public static long Of(int level, long bucket, int band, int column) =>
        ((long)level << (BucketBits + BandBits + ColumnBits))
        | (Math.Clamp(bucket + BucketOffset, 0, (1L << BucketBits) - 1) << (BandBits + ColumnBits))
        | ((long)band << ColumnBits)
        | (long)column;

    public static long Bucket(double hour, double edgeHours) => (long)Math.Floor(hour / edgeHours);

    /// <summary>What the cells of one level, bucket and band have in common.</summary>
    public static long BandOf(long key) => key >> ColumnBits;

    public static int LevelOf(long key) => (int)(key >> (BucketBits + BandBits + ColumnBits));
}
