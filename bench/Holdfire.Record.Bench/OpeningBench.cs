using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Holdfire.Record.State;

namespace Holdfire.Record.Bench;

/// <summary>Opens records of 10^4, 10^5 … entries with and without what is remembered of them, each time beside reading and hashing the same bytes.</summary>
internal static class OpeningBench
{
    public static async Task Run(string root, long largest)
    {
        for (long size = 10_000; size <= largest; size *= 10)
        {
            var folder = Path.Combine(root, size.ToString(CultureInfo.InvariantCulture));
            await VerifyBench.Build(folder, (int)size).ConfigureAwait(false);

            // In processes of their own, so that the memory is that of opening alone: the second has what the first remembered.
            for (var i = 0; i < 2; i++)
            {
                await VerifyBench.InProcessOfItsOwn("open-folder", folder, folder + "-memory").ConfigureAwait(false);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    public static void Open(string folder, string memory)
    {
        var remembered = Directory.Exists(memory);
        var watch = Stopwatch.StartNew();
        var record = RecordReader.Open(folder, new LedgerMemory(memory)).OrThrow();
        watch.Stop();
        using var self = Process.GetCurrentProcess();
        var peak = self.PeakWorkingSet64;
        var read = Stopwatch.StartNew();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "tile/entries"), "*", SearchOption.AllDirectories))
        {
            SHA256.HashData(File.ReadAllBytes(file));
        }

        read.Stop();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Size,9} entries, {(remembered ? "remembered" : "read whole")}: {watch.Elapsed.TotalSeconds:0.00} s, "
            + $"{watch.Elapsed / read.Elapsed:0.0} times reading and hashing the entry bundles ({read.Elapsed.TotalSeconds:0.00} s), peak memory {peak >> 20} MiB"));
    }
}
