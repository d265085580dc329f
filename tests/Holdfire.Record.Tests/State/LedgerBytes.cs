using Holdfire.Record.State;

namespace Holdfire.Record.Tests.State;

/// <summary>All that a ledger holds, as bytes that are equal for equal ledgers.</summary>
internal static class LedgerBytes
{
    public static byte[] Of(LedgerSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        LedgerFile.Write(stream, "of", snapshot);
        return stream.ToArray();
    }

    public static LedgerSnapshot Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return LedgerFile.Read(stream, "of")!;
    }
}
