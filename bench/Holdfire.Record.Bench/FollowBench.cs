using System.Diagnostics;
using System.Globalization;
using Holdfire.Record.State;

namespace Holdfire.Record.Bench;

/// <summary>Follows records of 10^4, 10^5 … entries while a hundred are added at a time: the cost is to grow with what is new, not with the record.</summary>
internal static class FollowBench
{
    private const int New = 100;
    private const int Rounds = 15;

    public static async Task Run(string root, long largest)
    {
        var verification = Ceilings.VerificationCpu(new SignedEntries(2_000));
        for (long size = 10_000; size <= largest; size *= 10)
        {
            var folder = Path.Combine(root, size.ToString(CultureInfo.InvariantCulture));
            await VerifyBench.Build(folder, (int)size, append => Follow(folder, append, verification)).ConfigureAwait(false);
            Directory.Delete(folder, recursive: true);
        }
    }

    // Processors' time, since other work comes and goes; nothing else of this process works meanwhile.
    private static async Task Follow(string folder, Func<int, Task> append, double verification)
    {
        var session = RecordSession.Open(folder, new LedgerMemory(folder + "-memory")).OrThrow();
        var size = session.Current.Size;
        var costs = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            await append(New).ConfigureAwait(false);
            using var self = Process.GetCurrentProcess();
            var before = self.TotalProcessorTime;
            _ = session.Refresh().OrThrow();
            self.Refresh();
            costs.Add((self.TotalProcessorTime - before).TotalMicroseconds / New);
        }

        // The first rounds hold the compilation of the program.
        var cost = costs.Skip(5).Order().ElementAt((Rounds - 5) / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{size,9} entries followed: {cost:0} µs of a processor for a new entry, {cost / verification:0.0} times one verification ({verification:0} µs)"));
    }
}
