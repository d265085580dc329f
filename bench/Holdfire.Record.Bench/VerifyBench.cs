using System.Diagnostics;
using System.Globalization;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using Holdfire.Record.Verification;
using NodaTime;

namespace Holdfire.Record.Bench;

/// <summary>Verifies a whole record, every file and every signature, beside the Ed25519 ceiling of the same processors.</summary>
internal static class VerifyBench
{
    private const string Origin = "example.org/record";
    private const int Batch = 8192;
    private static readonly Instant Made = Instant.FromUtc(2030, 5, 9, 0, 0);

    public static async Task Run(string root, int count)
    {
        var folder = Path.Combine(root, "record");
        await Build(folder, count).ConfigureAwait(false);

        // In a process of its own, so that its memory is that of verifying alone.
        await InProcessOfItsOwn("verify-folder", folder).ConfigureAwait(false);
    }

    /// <summary>Runs this program once more with these arguments.</summary>
    public static async Task InProcessOfItsOwn(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(VerifyBench).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync().ConfigureAwait(false);
    }

    public static void Verify(string folder)
    {
        // The ceiling is taken before and after, since other work comes and goes.
        var entries = new SignedEntries(2_000);
        var v = Ceilings.Verifications(entries);
        var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var verified = RecordVerifier.Verify(folder, new VerifyOptions());
        watch.Stop();
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        using var self = Process.GetCurrentProcess();
        var memory = self.PeakWorkingSet64;
        v = (v + Ceilings.Verifications(entries)) / 2;
        var size = verified.Checkpoint!.Size;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{size} entries, {verified.Errors.Length} errors: {size / watch.Elapsed.TotalSeconds:0}/s, "
            + $"{size / watch.Elapsed.TotalSeconds / v:0.00} of V ({v:0}/s); "
            + $"cpu {cpu.TotalMicroseconds / size:0} µs an entry, of which one verification is {Ceilings.VerificationCpu(entries):0} µs; "
            + $"peak memory {memory >> 20} MiB"));
    }

    /// <summary>Makes a record of so many entries, all signed.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="count">The number of statements.</param>
    /// <param name="then">Done with the record while it can still grow: it is handed what adds so many more and publishes them.</param>
    public static async Task Build(string folder, int count, Func<Func<int, Task>, Task>? then = null)
    {
        using var key = NoteSigner.Generate(Origin, SignatureKind.Ed25519);
        using var registrar = SubmitterKey.Generate("registrar");
        using var submitter = SubmitterKey.Generate("desk");
        var log = RecordLog.Create(folder, key);
        var opening = new KeyChange.Open(Origin, registrar.PublicKey);
        var register = new KeyChange.Register(submitter.Holder, submitter.PublicKey, []);
        await log.AppendManyAsync([
            registrar.Sign(Origin, opening.Kind, opening.ToContent(), Made).Bytes,
            registrar.Sign(Origin, register.Kind, register.ToContent(), Made).Bytes]).ConfigureAwait(false);
        var size = 0;
        await Grow(count).ConfigureAwait(false);
        if (then is not null)
        {
            await log.PublishAsync().ConfigureAwait(false);
            await then(async more =>
            {
                await Grow(size + more).ConfigureAwait(false);
                await log.PublishAsync().ConfigureAwait(false);
            }).ConfigureAwait(false);
        }

        await log.DisposeAsync().ConfigureAwait(false);

        async Task Grow(int to)
        {
            for (; size < to; size += Math.Min(Batch, to - size))
            {
                var batch = new ReadOnlyMemory<byte>[Math.Min(Batch, to - size)];
                Parallel.For(0, batch.Length, i => batch[i] = submitter.Sign(Origin, EntryKind.Statement, Content(size + i), Made).Bytes);
                await log.AppendManyAsync(batch).ConfigureAwait(false);
            }
        }
    }

    private static byte[] Content(int i) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $$"""{"document":"D-{{i % 997}}","id":"S-{{i:D8}}","note":"an invented statement"}"""));
}
