using System.Globalization;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Bench;

/// <summary>Durable appends a second by 1, 16 and 256 writers, beside two databases and the machine's ceilings, in turns.</summary>
internal static class AppendBench
{
    // A commit writes one record and syncs it once.
    private const int SyncsOfACommit = 1;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public static async Task Run(string root, int rounds, double seconds, int only)
    {
        var entries = new SignedEntries(20_000);
        Console.WriteLine(
            $"entries of {entries.Bytes} bytes, signed before; {rounds} rounds of {seconds:0.#} s; {Environment.ProcessorCount} cores");
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        using var postgres = PostgresServer.Start(Directory.CreateDirectory(Path.Combine(root, "pg")).FullName, out var reason);
        if (postgres is null)
        {
            Console.WriteLine($"PostgreSQL is left out: {reason}");
        }

        // Once for the compiler.
        foreach (var open in Openers(root, key, postgres))
        {
            await using var to = open();
            await Measured.Run(to, entries, 16, WarmUp, TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        }

        foreach (var writers in only > 0 ? [only] : new[] { 1, 16, 256 })
        {
            var results = new Dictionary<string, List<(Measured Of, double Ceiling)>>();
            List<(double V, double F)> limits = [];
            for (var round = 0; round < rounds; round++)
            {
                // Each goes first in its turn.
                var openers = Openers(root, key, postgres).ToArray();
                foreach (var open in openers.Skip(round % openers.Length).Concat(openers.Take(round % openers.Length)))
                {
                    // The ceilings are taken before each run and the run is held against those, since other work comes and goes.
                    var (v, f) = (Ceilings.Verifications(entries), Ceilings.Syncs(root, 256 * entries.Bytes));
                    limits.Add((v, f));
                    await using var to = open();
                    var measured = await Measured.Run(to, entries, writers, WarmUp, TimeSpan.FromSeconds(seconds)).ConfigureAwait(false);
                    if (!results.TryGetValue(to.Name, out var list))
                    {
                        results[to.Name] = list = [];
                    }

                    list.Add((measured, Math.Min(v, f * 256 / SyncsOfACommit)));
                }
            }

            var verification = Ceilings.VerificationCpu(entries);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{writers} writers: V {limits.Select(l => l.V).Median():0}/s, F {limits.Select(l => l.F).Median():0}/s, k {SyncsOfACommit}; "
                + $"one verification takes {verification:0} µs of a processor"));
            var ours = results["Holdfire"];
            foreach (var (name, list) in results)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name,-10} {list.Select(l => l.Of.Rate).Median(),7:0}/s  "
                    + $"{list.Select(l => l.Of.Rate / l.Ceiling).Median(),5:0.00} of the ceiling  "
                    + $"ack {list.Select(l => l.Of.Median).Median():0.00} ms, p99 {list.Select(l => l.Of.P99).Median():0.00} ms  "
                    + $"group {list.Select(l => l.Of.Group).Median():0.0}  cpu {list.Select(l => l.Of.Cpu).Median():0} µs, "
                    + $"{verification / list.Select(l => l.Of.Cpu).Median():0.00} of it verification  "
                    + $"Holdfire is {list.Select((l, round) => ours[round].Of.Rate / l.Of.Rate).Median():0.00} times this"));
            }
        }
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static IEnumerable<Func<IAppender>> Openers(string root, NoteSigner key, PostgresServer? postgres)
    {
        yield return () => LogAppends.Create(Fresh(root), key);
        yield return () => new SqliteInserts(Fresh(root));
        if (postgres is not null)
        {
            yield return () => new PostgresInserts(postgres);
        }
    }

    private static string Fresh(string root) => Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString("N"))).FullName;
}
