using System.Collections.Concurrent;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Faults;

/// <summary>Every call that a writer makes of the file system goes wrong in turn.</summary>
public sealed class FaultTests
{
    // A crash leaves what it leaves by chance.
    private const int Seeds = 3;
    private static readonly int CallsOfAWholeRun = CountCalls();

    [Fact]
    public void WholeRun_HasEnoughCallsToFailAt() => Assert.InRange(CallsOfAWholeRun, 200, 5000);

    [Theory]
    [InlineData(FaultKind.CrashBefore)]
    [InlineData(FaultKind.CrashAfter)]
    [InlineData(FaultKind.Error)]
    [InlineData(FaultKind.DiskFull)]
    internal void Log_WithAFaultAtAnyCall_KeepsItsPromises(FaultKind kind)
    {
        var broken = new ConcurrentBag<string>();
        Parallel.For(1, CallsOfAWholeRun + 1, call =>
        {
            try
            {
                for (var seed = 0; seed < (kind == FaultKind.CrashBefore ? Seeds : 1); seed++)
                {
                    Fail(kind, call, (seed * CallsOfAWholeRun) + call);
                }
            }
            catch (Exception e)
            {
                broken.Add($"{kind} at call {call} of {CallsOfAWholeRun}: {e.Message} {e.StackTrace}");
            }
        });
        Assert.True(broken.IsEmpty, $"{broken.Count} of {CallsOfAWholeRun}; {broken.Order(StringComparer.Ordinal).FirstOrDefault()}");
    }

    private static void Fail(FaultKind kind, int call, int seed)
    {
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        var disk = new SimulatedDisk(seed) { Fault = kind, FaultAt = call };
        var work = new Workload(key);
        Assert.True(Stops(() => work.Run(disk)) || kind == FaultKind.DiskFull, "nothing went wrong");
        if (kind is FaultKind.CrashBefore or FaultKind.CrashAfter)
        {
            work.CheckAndGoOn(disk.AfterCrash());
            return;
        }

        // The process ends and another begins; then, from the same disk, the machine stops as well.
        disk.EndProcess();
        disk.FaultAt = int.MaxValue;
        work.CheckAndGoOn(disk);
        work.CheckAndGoOn(disk.AfterCrash());
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

    private static int CountCalls()
    {
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        var disk = new SimulatedDisk(0);
        new Workload(key).Run(disk);
        return disk.Calls;
    }
}
