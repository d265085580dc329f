using System.Collections.Immutable;
using System.Globalization;
using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Commands.Records;

/// <summary>A folder of entries that were signed where the record is not, to be sent to it later: one entry a file, in the order of the names.</summary>
/// <param name="folder">The folder.</param>
internal sealed class Outbox(string folder)
{
    private const string FileEnd = ".json";
    private const string ProofEnd = ".proof";
    private const int NumberLength = 6;
    private const int HashLength = 8;

    // What was sent stays, with the proof that the record has it.
    private string Sent => Path.Combine(folder, "sent");

    /// <summary>The option that names the folder.</summary>
    public static System.CommandLine.Option<string?> Option() =>
        Options.Text("--outbox", "DIR", "with a copy of a record: sign the entry and keep it here until 'holdfire push' sends it, in place of appending it");

    /// <summary>The entries that wait, in order.</summary>
    /// <exception cref="InputException">A file holds none.</exception>
    public ImmutableArray<(string File, Entry Entry)> Waiting => !Directory.Exists(folder) ? [] :
    [
        .. Directory.GetFiles(folder, "*" + FileEnd).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path),
            EntryBytes.TryParse(File.ReadAllBytes(path), out var entry, out var error) ? entry! : throw new InputException(error!.At(path)))),
    ];

    /// <summary>The last running number that waits, of a submitter's reports of a source; 0 for none.</summary>
    public long LastNumber(string submitter, string source) => Waiting.Select(w => w.Entry)
        .Where(e => e.Submitter == submitter && e.Item.AttributedTo == source).Select(e => e.Number ?? 0).DefaultIfEmpty(0).Max();

    /// <summary>Keeps an entry, once the case with it and with all that waits has no errors.</summary>
    /// <param name="terminal">What it is told to.</param>
    /// <param name="record">The copy of the record.</param>
    /// <param name="entry">The entry.</param>
    public int Keep(Terminal terminal, RecordReader record, Entry entry)
    {
        var waiting = Waiting.Where(w => record.Ledger.Find(MerkleHash.OfLeaf(w.Entry.Bytes.Span)) is null).ToList();
        if (waiting.All(w => !w.Entry.Bytes.Span.SequenceEqual(entry.Bytes.Span)))
        {
            var check = new CaseContentCheck();
            if (entry.Content is { } content && !EntryIsChange(entry) && check.Refusal(entry.Kind, content) is { } error)
            {
                throw InputException.Of(error);
            }

            check.Demand(record, [.. waiting.Select(w => w.Entry), entry], false);
            Directory.CreateDirectory(folder);
            var next = NamesEver().Select(NumberOf).DefaultIfEmpty(0).Max() + 1;
            var hash = Convert.ToHexStringLower(MerkleHash.OfLeaf(entry.Bytes.Span).ToArray())[..HashLength];
            var name = $"{next.ToString("D" + NumberLength, CultureInfo.InvariantCulture)}-{EntryKinds.NameOf(entry.Kind)}-{hash}{FileEnd}";
            AtomicFile.Write(Path.Combine(folder, name), entry.Bytes, overwrite: false);
        }

        terminal.Out.WriteLine($"outbox: {EntryKinds.NameOf(entry.Kind)} {entry.Item.Id} waits in {folder}; send it with holdfire push URL --from {folder}");
        return ExitCodes.Done;
    }

    /// <summary>Notes that the record has an entry.</summary>
    /// <param name="file">The name of its file.</param>
    /// <param name="proof">The proof that the record has it (C2SP tlog-proof).</param>
    public void MarkSent(string file, string proof)
    {
        Directory.CreateDirectory(Sent);
        AtomicFile.Write(Path.Combine(Sent, Path.GetFileNameWithoutExtension(file) + ProofEnd), System.Text.Encoding.UTF8.GetBytes(proof));
        File.Move(Path.Combine(folder, file), Path.Combine(Sent, file), overwrite: true);
    }

    private static bool EntryIsChange(Entry entry) => entry.Kind is EntryKind.Correction or EntryKind.Withdrawal;

    private IEnumerable<string> NamesEver() => new[] { folder, Sent }.Where(Directory.Exists).SelectMany(f => Directory.GetFiles(f, "*" + FileEnd)).Select(f => Path.GetFileName(f));

    private static int NumberOf(string name) => int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
