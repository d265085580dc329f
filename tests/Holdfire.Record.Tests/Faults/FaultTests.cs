using System.Collections.Concurrent;
using Holdfire.Record.Crash.Faults;

namespace Holdfire.Record.Tests.Faults;

/// <summary>Every call that a writer makes of the file system goes wrong in turn.</summary>
public sealed class FaultTests
{
    // A crash leaves what it leaves by chance.
    private const int Seeds = 3;
    private static readonly int CallsOfAWholeRun = DiskFaults.CountCalls();

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
                    DiskFaults.Fail(kind, call, (seed * CallsOfAWholeRun) + call);
                }
            }
            catch (Exception e)
            {
                broken.Add($"{kind} at call {call} of {CallsOfAWholeRun}: {e.Message} {e.StackTrace}");
            }
        });
        Assert.True(broken.IsEmpty, $"{broken.Count} of {CallsOfAWholeRun}; {broken.Order(StringComparer.Ordinal).FirstOrDefault()}");
    }
}
