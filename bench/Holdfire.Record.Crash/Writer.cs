using System.Globalization;
using System.Text;
using Holdfire.Record.Log;
using NodaTime;

namespace Holdfire.Record.Crash;

/// <summary>The process that is killed: appends by many callers, and says on standard output what was acknowledged.</summary>
internal static class Writer
{
    private const int Callers = 8;

    // Small files and short waits, so that every part of the log's work is under way at some kill.
    private static readonly RecordLogOptions Options = new()
    {
        PublishInterval = Duration.FromMilliseconds(2), JournalBytes = 96 << 10, PublishEntries = 40,
    };

    public static async Task Run(string folder, string keyFile, int seed)
    {
        using var key = KeyFile.Read(keyFile).OrThrow();
        Say("opening");
        var log = File.Exists(Path.Combine(folder, LogFolder.Checkpoint))
            ? RecordLog.Open(folder, key, Options) : RecordLog.Create(folder, key, Options);
        Say("open");
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Task.Run(() => Append(log, seed, c)))).ConfigureAwait(false);
        await log.DisposeAsync().ConfigureAwait(false);
        Say("closed");
    }

    /// <summary>The bytes of the entry that a caller appends at a step.</summary>
    public static byte[] Entry(string name) => Encoding.UTF8.GetBytes($"{name} {new string('x', name.Sum(c => c) * 31 % 900)}");

    private static async Task Append(RecordLog log, int seed, int caller)
    {
        var random = new Random(unchecked((seed * 1_000_003) ^ caller));
        for (var step = 0; step < 400; step++)
        {
            var names = Enumerable.Range(0, random.Next(6) == 0 ? random.Next(1, 90) : 1)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{seed}/{caller}/{step}/{i}")).ToArray();
            var receipt = await log.AppendManyAsync([.. names.Select(n => (ReadOnlyMemory<byte>)Entry(n))]).ConfigureAwait(false);
            Say(string.Create(
                CultureInfo.InvariantCulture, $"ack {receipt.Index} {receipt.TreeSize} {receipt.Checkpoint.Root} {string.Join(' ', names)}"));
        }
    }

    // One write a line: a kill leaves whole lines and at most one piece of a line.
    private static void Say(string line)
    {
        lock (Options)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }
}
