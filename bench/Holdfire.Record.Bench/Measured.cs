using System.Diagnostics;

namespace Holdfire.Record.Bench;

/// <summary>How fast entries became durable.</summary>
/// <param name="Rate">Entries a second.</param>
/// <param name="Median">The median time from a verified entry to its acknowledgement, in milliseconds.</param>
/// <param name="P99">The time that 99 of 100 stayed under, in milliseconds.</param>
/// <param name="Group">The mean number of entries that shared a commit.</param>
/// <param name="Cpu">Processor time of this process for one entry, its verification included, in microseconds.</param>
internal sealed record Measured(double Rate, double Median, double P99, double Group, double Cpu)
{
    /// <summary>Runs writers, each of which verifies a signature, appends the entry, waits for it and begins anew.</summary>
    public static async Task<Measured> Run(IAppender to, SignedEntries entries, int writers, TimeSpan warmUp, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        long next = 0, groupsBefore = -1, groupsAfter = 0;
        var waits = new List<double>[writers];
        await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            var mine = waits[w] = [];
            while (watch.Elapsed is var began && began < warmUp + time)
            {
                var index = Interlocked.Increment(ref next);
                entries.Verify(index);
                var handed = watch.Elapsed;
                await to.AppendAsync(entries[index]).ConfigureAwait(false);
                var done = watch.Elapsed;
                if (done >= warmUp && done < warmUp + time)
                {
                    Interlocked.CompareExchange(ref groupsBefore, to.Groups, -1);
                    mine.Add((done - handed).TotalMilliseconds);
                    groupsAfter = to.Groups;
                }
            }
        }))).ConfigureAwait(false);
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var all = waits.SelectMany(w => w).Order().ToArray();
        return new Measured(
            all.Length / time.TotalSeconds, all[all.Length / 2], all[all.Length * 99 / 100],
            all.Length / (double)Math.Max(1, groupsAfter - groupsBefore),
            cpu.TotalMicroseconds / next);
    }
}
