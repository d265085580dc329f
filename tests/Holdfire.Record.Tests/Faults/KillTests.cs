using System.Diagnostics;
using System.Globalization;
using Holdfire.Record.Crash;

namespace Holdfire.Record.Tests.Faults;

/// <summary>Writing processes are killed with SIGKILL at random moments. The longer run is bench/Holdfire.Record.Crash by itself.</summary>
public sealed class KillTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WritersThatAreStoppedInAnyWay_LoseNothingThatTheyAcknowledged()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Killer).Assembly.Location);
        start.ArgumentList.Add("50");
        start.ArgumentList.Add(Random.Shared.Next().ToString(CultureInfo.InvariantCulture));
        using var killer = Process.Start(start)!;
        var error = killer.StandardError.ReadToEndAsync(Stop);
        var output = await killer.StandardOutput.ReadToEndAsync(Stop);
        await killer.WaitForExitAsync(Stop);
        Assert.True(killer.ExitCode == 0, await error);
        Assert.StartsWith("50 points", output, StringComparison.Ordinal);
    }
}
