using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Importers;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Server.OpenRosa;

/// <summary>The entries that submissions come to, made by the same rules as an import of them.</summary>
/// <param name="start">The record as it is.</param>
/// <param name="contents">What lies beside it.</param>
/// <param name="case">The case that it holds.</param>
/// <param name="key">The key that signs.</param>
/// <param name="origin">The origin of the record.</param>
/// <param name="now">When it is signed.</param>
internal sealed class IntakeBatch(RecordReader start, ContentFolder contents, Case @case, SubmitterKey key, string origin, Instant now)
{
    private const string XmlType = "text/xml";
    private const string UnknownType = "application/octet-stream";
    private static readonly ImportFormat Odk = ImportFormats.Find("odk")!;
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<(EntryKind Kind, string Id)> made = [];

    /// <summary>The entries, in their order.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>Whether a report of this id is among them.</summary>
    public bool Has(string report) => made.Contains((EntryKind.Report, report));

    /// <summary>Adds what a submission comes to.</summary>
    /// <param name="reader">The record as it is.</param>
    /// <param name="submission">The submission, whole.</param>
    /// <param name="form">The version of its form; null where it is sealed.</param>
    /// <param name="report">The id of its report.</param>
    public IntakeResult Add(RecordReader reader, KeptSubmission submission, KeptForm? form, string report)
    {
        if (form is null)
        {
            Attach(submission, null, null);
            return new IntakeResult(true, "Kept as it is: its answers are encrypted.");
        }

        var isKnown = start.Ledger.FindInUse(EntryKind.Attachment, submission.XmlHash) is not null;
        if (isKnown)
        {
            Attach(submission, null, report);
            return new IntakeResult(true, "The record has it.");
        }

        var (items, refusal) = Plan(reader, submission, form, report);
        if (refusal is not null)
        {
            return new IntakeResult(false, $"Kept, and no report yet: {refusal}. Tell the office.");
        }

        var source = items.Where(i => i.Kind == EntryKind.Report).Select(i => ContentItem.Parse(i.Kind, i.Content).AttributedTo).FirstOrDefault();
        foreach (var item in items)
        {
            Put(reader, item);
        }

        Attach(submission, source, report);
        return new IntakeResult(true, submission.Submission.DeprecatedId.Length > 0 ? "Entered. It takes the place of what was sent before, which stays visible." : "Entered.");
    }

    private (IReadOnlyList<CaseItem> Items, string? Refusal) Plan(RecordReader reader, KeptSubmission submission, KeptForm form, string report)
    {
        var data = submission.Submission.AsOData(form, submission.Root, InstantPattern.General.Format(submission.ReceivedAt), submission.User);
        var own = @case.Sources.Any(s => s.Id.Value == submission.User) ? submission.User : "";
        var held = reader.Ledger.Find(EntryKind.Report, report) is { } index && reader.ContentOf(reader.Entry(index), contents, false) is { } content
            ? [new CaseItem(EntryKind.Report, ItemContents.ItemOf(reader.Entry(index).Entry.Kind, content), "record")] : (CaseItem[])[];
        ImportFile[] files = [ImportFile.OfBytes("submission.json", Encoding.UTF8.GetBytes(data)), .. submission.Files.Keys.Select(n => new ImportFile(n, () => new MemoryStream(submission.BytesOf(n) ?? [0], writable: false)))];
        var (items, _, summary) = RowImport.Plan(@case, held, Odk, [.. files], new ImportOptions { Source = own, Updates = true, Strict = true }, null);
        return summary.Rows is [var bad, ..] ? ([], $"{bad.Column}: expected {bad.Expected}, found {bad.Found}") : (items, null);
    }

    // Whoever edits says so as its source, from when it came in.
    private void Put(RecordReader reader, CaseItem item)
    {
        var parsed = ContentItem.Parse(item.Kind, item.Content);
        if (!made.Add((item.Kind, parsed.Id)))
        {
            return;
        }

        Entries.Add(reader.Ledger.Find(item.Kind, parsed.Id) is { } before
            ? key.Sign(origin, EntryKind.Correction, ItemContents.Correction(reader.Entry(before).Leaf, item.Kind, item.Content, "edited by whoever sent it", item.ChangedAt), now)
            : key.Sign(origin, item.Kind, item.Content, now, item.Kind == EntryKind.Report ? NumberOf(parsed.AttributedTo) : null));
    }

    private long NumberOf(string source) => numbers[source] = numbers.GetValueOrDefault(source, start.Ledger.LastNumber(key.Holder, source)) + 1;

    // Of two files with the same bytes the record has one, and the first name.
    private void Attach(KeptSubmission submission, string? source, string? report)
    {
        Attach("submission.xml", XmlType, submission.XmlHash, submission.Submission.Bytes, submission.User, source, report);
        foreach (var (name, hash) in submission.Files)
        {
            if (submission.BytesOf(name) is { } bytes)
            {
                Attach(name, TypeOf(name), hash, bytes, submission.User, source, report);
            }
        }
    }

    private void Attach(string name, string type, string hash, byte[] bytes, string user, string? source, string? report)
    {
        if (start.Ledger.FindInUse(EntryKind.Attachment, hash) is null && made.Add((EntryKind.Attachment, hash)))
        {
            contents.Attach(bytes, forAll: false);
            Entries.Add(key.Sign(origin, EntryKind.Attachment, ItemFile.Attachment(hash, name, type, bytes.Length, source, report, user), now));
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".mp4" => "video/mp4",
        ".3gp" or ".3gpp" => "video/3gpp",
        ".m4a" => "audio/mp4",
        ".amr" => "audio/amr",
        _ => UnknownType,
    };
}
