using System.Diagnostics;
using Holdfire.Record.Files;

namespace Holdfire.Record.Bench;

/// <summary>What the machine itself allows: signature checks on all of its cores, and syncs of one group's bytes.</summary>
internal static class Ceilings
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1.5);

    /// <summary>Ed25519 verifications a second of NSec, with a thread on each core.</summary>
    public static double Verifications(SignedEntries entries)
    {
        long count = 0;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, Environment.ProcessorCount, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, core =>
        {
            long mine = 0;
            while (watch.Elapsed < Time)
            {
                entries.Verify(core + (mine++ * Environment.ProcessorCount));
            }

            Interlocked.Add(ref count, mine);
        });
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Processor time of one verification, in microseconds.</summary>
    public static double VerificationCpu(SignedEntries entries)
    {
        const int Times = 10_000;
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Times; i++)
        {
            entries.Verify(i);
        }

        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / Times;
    }

    /// <summary>Syncs a second, each after a group's bytes were written into a file that has its space already.</summary>
    public static double Syncs(string folder, int groupBytes)
    {
        var path = Path.Combine(folder, "syncs");
        var group = new byte[groupBytes];
        const int Places = 64;
        using var file = DiskFiles.Instance.Create(path);
        for (var i = 0; i < Places; i++)
        {
            file.Write((long)i * groupBytes, group);
        }

        file.Sync();
        long count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Time)
        {
            group[0] ^= 1;
            file.Write(count++ % Places * groupBytes, group);
            file.SyncData();
        }

        var rate = count / watch.Elapsed.TotalSeconds;
        File.Delete(path);
        return rate;
    }
}
