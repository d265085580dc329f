using CsCheck;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

public sealed class ImportFuzzTests
{
    private static readonly byte[] Telling = [.. "\",;|=?\r\n0195T:-/ZUA\0"u8, 0xFF, 0xD0, 0xC3];

    private static readonly Gen<(double Where, byte Value, int How)> Change = Gen.Select(
        Gen.Double[0, 0.999], Gen.OneOf(Gen.Byte, Gen.Int[0, Telling.Length - 1].Select(i => Telling[i])), Gen.Int[0, 3]);

    [Fact]
    public void Import_BytesChangedAtRandom_RejectsRowsAndLeavesACaseWithoutFaults()
    {
        using var imported = new ImportedCase();
        Gen.Select(Gen.Bool.Select(b => b ? ImportFormats.RuMod : ImportFormats.UaAirForce), Change.Array[1, 8]).Sample(
            (format, changes) =>
            {
                var rows = format == ImportFormats.RuMod ? RuRows.All : UaRows.All;
                var bytes = changes.Aggregate(ImportedCase.Bytes(format, rows), Apply);
                var summary = imported.Add(format, "a.csv", bytes);
                var load = CaseFolder.Load(imported.Folder);
                Assert.Empty(load.Faults);
                Assert.Equal(summary.Added, load.Case!.Reports.Length);
                Assert.True(summary.IsUnreadable || summary.Rejected > 0 == File.Exists(imported.RejectsFile));
                Assert.All(imported.Read(format, "a.csv", bytes).Rejected, r => Assert.True(r.Line > 0 && r.Expected.Length > 0));
                if (summary.ReportsFile is { } written)
                {
                    File.Delete(written);
                }
            },
            iter: 300, threads: 1);
    }

    private static byte[] Apply(byte[] bytes, (double Where, byte Value, int How) change)
    {
        var at = (int)(change.Where * bytes.Length);
        var next = Math.Min(at + 1, bytes.Length);
        return change.How switch
        {
            0 => [.. bytes[..at], change.Value, .. bytes[next..]],
            1 => [.. bytes[..at], change.Value, .. bytes[at..]],
            2 => [.. bytes[..at], .. bytes[next..]],
            _ => [.. bytes[..at], .. bytes[Math.Min(at + change.Value, bytes.Length)..]],
        };
    }
}
