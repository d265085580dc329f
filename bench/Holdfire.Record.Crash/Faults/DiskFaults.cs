using System.Globalization;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Crash.Faults;

/// <summary>A writer's life on a simulated disk that fails at one call: afterwards every promise of the log must hold.</summary>
internal static class DiskFaults
{
    /// <summary>How many calls of the file system a writer's life makes where nothing fails.</summary>
    public static int CountCalls()
    {
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        var disk = new SimulatedDisk(0);
        new Workload(key).Run(disk);
        return disk.Calls;
    }

    /// <summary>Fails at a call, takes up what is left, and checks it.</summary>
    /// <param name="kind">What goes wrong.</param>
    /// <param name="call">At which call, from 1.</param>
    /// <param name="seed">What is left of unsynced writes and names depends on it.</param>
    /// <returns>How many entries had been acknowledged.</returns>
    /// <exception cref="BrokenPromiseException">Something was lost, torn, forked, or does not go on.</exception>
    public static long Fail(FaultKind kind, int call, int seed)
    {
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        var disk = new SimulatedDisk(seed) { Fault = kind, FaultAt = call };
        var work = new Workload(key);
        BrokenPromiseException.Unless(Stops(() => work.Run(disk)) || kind == FaultKind.DiskFull, "nothing went wrong");
        var acknowledged = work.AcknowledgedSize;
        if (kind is FaultKind.CrashBefore or FaultKind.CrashAfter)
        {
            work.CheckAndGoOn(disk.AfterCrash());
            return acknowledged;
        }

        // The process ends and another begins; then, from the same disk, the machine stops as well.
        disk.EndProcess();
        disk.FaultAt = int.MaxValue;
        work.CheckAndGoOn(disk);
        work.CheckAndGoOn(disk.AfterCrash());
        return acknowledged;
    }

    /// <summary>Fails at so many calls, spread over a writer's life and all kinds of faults; null, or what was broken.</summary>
    public static string? Run(int count, Random random, Tally tally)
    {
        var calls = CountCalls();
        var kinds = Enum.GetValues<FaultKind>();
        for (var i = 0; i < count; i++)
        {
            var (kind, call, seed) = (kinds[i % kinds.Length], 1 + random.Next(calls), random.Next());
            try
            {
                tally.Acknowledged += Fail(kind, call, seed);
                tally.Count(kind switch
                {
                    FaultKind.Error => "refused calls", FaultKind.DiskFull => "full disks", _ => "power cuts with torn and reordered writes",
                });
            }
            catch (Exception e) when (e is BrokenPromiseException or RecordException or IOException)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{kind} at call {call} of {calls}, seed {seed}: {e.Message}");
            }
        }

        return null;
    }

    private static bool Stops(Action run)
    {
        try
        {
            run();
            return false;
        }
        catch (Exception e) when (e is SimulatedCrash or IOException or RecordException)
        {
            return true;
        }
    }
}
