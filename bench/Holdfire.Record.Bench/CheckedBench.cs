using System.Diagnostics;
using System.Globalization;
using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Bench;

/// <summary>
/// One report appended after the other to records of 10^3, 10^4 … reports, by a writer that checks that the case stays readable: with what it
/// keeps of the case, and as if it kept nothing.
/// </summary>
internal static class CheckedBench
{
    private const int Appends = 30;
    private const int Batch = 500;

    public static async Task Run(string root, string caseFolder, int largest)
    {
        for (var size = 1000; size <= largest; size *= 10)
        {
            var folder = Path.Combine(root, $"checked-{size}");
            using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
            using var clerk = new SubmitterKey(NoteSigner.Generate("clerk", SignatureKind.Ed25519));
            await Fill(folder, caseFolder, key, clerk, size).ConfigureAwait(false);
            var (kept, unkept) = (await Measure(folder, key, clerk, new CaseContentCheck(), "K").ConfigureAwait(false), await Measure(folder, key, clerk, new Forgetful(), "F").ConfigureAwait(false));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,7} reports: {kept:0.0} ms an append, {unkept:0.0} ms where nothing is kept: {unkept / kept:0.0} times"));
        }
    }

    private static async Task Fill(string folder, string caseFolder, NoteSigner key, SubmitterKey clerk, int size)
    {
        var writer = await RecordWriter.CreateAsync(folder, key, clerk, SystemClock.Instance).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            await writer.PublishAsync().ConfigureAwait(false);
            var import = new CaseImport(RecordReader.Open(folder).OrThrow(), writer, clerk, SystemClock.Instance.GetCurrentInstant());
            await import.EnterAsync(FolderItems.Read(caseFolder), false, "", "case", null, null).ConfigureAwait(false);
            for (var from = 0; from < size; from += Batch)
            {
                await writer.AppendManyAsync([.. Enumerable.Range(from, Math.Min(Batch, size - from)).Select(i => Report(key, clerk, $"N{i}"))]).ConfigureAwait(false);
            }
        }
    }

    // The median of the appends after the first, which reads the case in any way.
    private static async Task<double> Measure(string folder, NoteSigner key, SubmitterKey clerk, IEntryContentCheck check, string name)
    {
        var writer = await RecordWriter.OpenAsync(folder, key, SystemClock.Instance, null, check).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            await writer.AppendAsync(Report(key, clerk, name)).ConfigureAwait(false);
            var times = new double[Appends];
            for (var i = 0; i < Appends; i++)
            {
                var entry = Report(key, clerk, FormattableString.Invariant($"{name}{i}"));
                var clock = Stopwatch.StartNew();
                await writer.AppendAsync(entry).ConfigureAwait(false);
                times[i] = clock.Elapsed.TotalMilliseconds;
            }

            return times.Order().ElementAt(Appends / 2);
        }
    }

    private static Entry Report(NoteSigner key, SubmitterKey clerk, string id) => clerk.Sign(
        key.Verifier.Name, EntryKind.Report,
        Encoding.UTF8.GetBytes(
            $$"""{"act":"attack.air.uav","alleged_actor":"RU","areas":"UA","count":"7","from":"2025-05-09","id":"{{id}}","measure":"launched","precision":"day","source":"ua-air-force","to":"2025-05-09","zone":"Europe/Kyiv"}"""),
        SystemClock.Instance.GetCurrentInstant());

    private sealed class Forgetful : IEntryContentCheck
    {
        public Error? Refusal(EntryKind kind, ReadOnlyMemory<byte> item) => new CaseContentCheck().Refusal(kind, item);

        public Error? RefusalOfChange(ReadOnlyMemory<byte> content) => new CaseContentCheck().RefusalOfChange(content);

        public void Demand(RecordReader record, IReadOnlyList<Entry> entries, bool isPart) => new CaseContentCheck().Demand(record, entries, isPart);

        public void DemandSealed(RecordReader record, IReadOnlyList<Entry> entries, bool isPart) => new CaseContentCheck().DemandSealed(record, entries, isPart);
    }
}
