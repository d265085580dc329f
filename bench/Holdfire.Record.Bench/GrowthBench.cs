using System.Diagnostics;
using System.Globalization;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Bench;

/// <summary>Durable appends a second by 256 writers into logs of 10^4, 10^5 … entries, each time beside the verification ceiling.</summary>
internal static class GrowthBench
{
    private const int Writers = 256;
    private const int Batch = 8192;

    public static async Task Run(string root, long largest)
    {
        var entries = new SignedEntries(20_000);
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        var folder = Path.Combine(root, "record");
        await RecordLog.Create(folder, key).DisposeAsync().ConfigureAwait(false);
        Console.WriteLine($"entries of {entries.Bytes} bytes, {Writers} writers, {Environment.ProcessorCount} cores");
        for (long size = 10_000; size <= largest; size *= 10)
        {
            await Fill(folder, key, entries, size).ConfigureAwait(false);
            var opening = Stopwatch.StartNew();
            var log = RecordLog.Open(folder, key);
            opening.Stop();
            var from = log.Current.Size;
            var v = Ceilings.Verifications(entries);
            var to = new LogAppends(log);
            var measured = await Measured.Run(to, entries, Writers, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)).ConfigureAwait(false);
            await to.DisposeAsync().ConfigureAwait(false);
            v = (v + Ceilings.Verifications(entries)) / 2;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{from,9} entries: {measured.Rate,6:0}/s, {measured.Rate / v:0.00} of V ({v:0}/s), cpu {measured.Cpu:0} µs an entry, "
                + $"ack {measured.Median:0.00} ms, p99 {measured.P99:0.00} ms; opened in {opening.Elapsed.TotalMilliseconds:0} ms"));
        }
    }

    private static async Task Fill(string folder, NoteSigner key, SignedEntries entries, long size)
    {
        var log = RecordLog.Open(folder, key);
        while (log.Current.Size < size)
        {
            var from = log.Current.Size;
            var count = (int)Math.Min(Batch, size - from);
            await log.AppendManyAsync([.. Enumerable.Range(0, count).Select(i => entries[from + i])]).ConfigureAwait(false);
        }

        await log.DisposeAsync().ConfigureAwait(false);
    }
}
