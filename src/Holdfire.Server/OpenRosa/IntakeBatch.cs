using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Importers;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Views;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Server.OpenRosa;

/// <summary>The entries that submissions come to, made by the same rules as an import of them, and sealed for those who may see them.</summary>
/// <param name="record">The record as it is, with all that is sealed.</param>
/// <param name="key">The key that signs.</param>
/// <param name="origin">The origin of the record.</param>
/// <param name="now">When it is signed.</param>
internal sealed class IntakeBatch(RecordReader record, SubmitterKey key, string origin, Instant now)
{
    private const string XmlType = "text/xml";
    private const string UnknownType = "application/octet-stream";
    private static readonly ImportFormat Odk = ImportFormats.Find("odk")!;
    private readonly ContentFolder contents = new(record.Log.Folder);
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<(EntryKind Kind, string Id)> made = [];

    /// <summary>The entries, in their order; for one that is sealed, the one that commits to it.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>What is sealed of them, in their order.</summary>
    public List<SealedEntry> Sealed { get; } = [];

    /// <summary>Whether a report of this id is among them.</summary>
    public bool Has(string report) => made.Contains((EntryKind.Report, report));

    /// <summary>Adds what a submission comes to.</summary>
    /// <param name="submission">The submission, whole.</param>
    /// <param name="form">The version of its form; null where it is encrypted.</param>
    /// <param name="case">The case as those know it who may see the submission.</param>
    /// <param name="report">The id of its report.</param>
    public IntakeResult Add(KeptSubmission submission, KeptForm? form, Case @case, string report)
    {
        if (form is null)
        {
            Attach(submission, submission.Audience, null, null);
            return new IntakeResult(true, "Kept as it is: its answers are encrypted.");
        }

        var before = record.Ledger.Find(EntryKind.Report, report) is { } index ? record.Entry(index) : null;
        var label = before is null ? submission.Audience : IntakeLabels.Narrower(LabelOf(before.Entry), submission.Audience);
        var isKnown = record.Ledger.FindInUse(EntryKind.Attachment, submission.XmlHash) is not null;
        if (isKnown)
        {
            Attach(submission, label, null, report);
            return new IntakeResult(true, "The record has it.");
        }

        if (before is not null && submission.Submission.DeprecatedId.Length == 0)
        {
            return new IntakeResult(false, "Kept, and no report yet: the record has a report of this id that came another way. Tell the office.");
        }

        var (items, refusal) = Plan(submission, form, @case, before);
        if (refusal is not null)
        {
            return new IntakeResult(false, $"Kept, and no report yet: {refusal}. Tell the office.");
        }

        var source = items.Where(i => i.Kind == EntryKind.Report).Select(i => ContentItem.Parse(i.Kind, i.Content).AttributedTo).FirstOrDefault();
        foreach (var item in items)
        {
            Put(item, label);
        }

        Attach(submission, label, source, report);
        return new IntakeResult(true, submission.Submission.DeprecatedId.Length > 0 ? "Entered. It takes the place of what was sent before, which stays visible." : "Entered.");
    }

    // One that cannot be read is for the mission.
    private static AudienceLabel LabelOf(Entry entry) => entry.Audience.Length == 0 ? AudienceLabel.Public
        : AudienceLabel.TryParse(entry.Audience, out var label) ? label : AudienceLabel.Mission;

    private (IReadOnlyList<CaseItem> Items, string? Refusal) Plan(KeptSubmission submission, KeptForm form, Case @case, StoredEntry? before)
    {
        var data = submission.Submission.AsOData(form, submission.Root, InstantPattern.General.Format(submission.ReceivedAt), submission.User);
        var own = @case.Sources.Any(s => s.Id.Value == submission.User) ? submission.User : "";
        var held = before is not null && record.ContentOf(before, contents, false) is { } content
            ? [new CaseItem(EntryKind.Report, ItemContents.ItemOf(before.Entry.Kind, content), "record")] : (CaseItem[])[];
        ImportFile[] files = [ImportFile.OfBytes("submission.json", Encoding.UTF8.GetBytes(data)), .. submission.Files.Keys.Select(n => new ImportFile(n, () => new MemoryStream(submission.BytesOf(n) ?? [0], writable: false)))];
        var (items, _, summary) = RowImport.Plan(@case, held, Odk, [.. files], new ImportOptions { Source = own, Updates = true, Strict = true }, null);
        return summary.Rows is [var bad, ..] ? ([], $"{bad.Column}: expected {bad.Expected}, found {bad.Found}") : (items, null);
    }

    // Whoever edits says so as its source, from when it came in.
    private void Put(CaseItem item, AudienceLabel label)
    {
        var parsed = ContentItem.Parse(item.Kind, item.Content);
        if (!made.Add((item.Kind, parsed.Id)))
        {
            return;
        }

        // What is open changes nothing that is sealed, and is not told of it.
        if (record.Ledger.Find(item.Kind, parsed.Id) is { } index && record.Entry(index) is var before && (label != AudienceLabel.Public || !before.Entry.IsProtected))
        {
            Enter(EntryKind.Correction, ItemContents.Correction(before.Leaf, item.Kind, item.Content, "edited by whoever sent it", item.ChangedAt), label);
        }
        else
        {
            Enter(item.Kind, item.Content, label, item.Kind == EntryKind.Report && label == AudienceLabel.Public ? NumberOf(parsed.AttributedTo) : null);
        }
    }

    private void Enter(EntryKind kind, ReadOnlyMemory<byte> content, AudienceLabel label, long? number = null)
    {
        if (label == AudienceLabel.Public)
        {
            Entries.Add(key.Sign(origin, kind, content, now, number));
            return;
        }

        var hidden = key.Seal(origin, kind, content, now, label.ToString());
        Entries.Add(hidden.Committed);
        Sealed.Add(hidden);
    }

    private long NumberOf(string source) => numbers[source] = numbers.GetValueOrDefault(source, record.Ledger.LastNumber(key.Holder, source)) + 1;

    // Of two files with the same bytes the record has one, and the first name.
    private void Attach(KeptSubmission submission, AudienceLabel label, string? source, string? report)
    {
        Attach("submission.xml", XmlType, submission.XmlHash, submission.Submission.Bytes);
        foreach (var (name, hash) in submission.Files)
        {
            if (submission.BytesOf(name) is { } bytes)
            {
                Attach(name, TypeOf(name), hash, bytes);
            }
        }

        void Attach(string name, string type, string hash, byte[] bytes)
        {
            if (record.Ledger.FindInUse(EntryKind.Attachment, hash) is null && made.Add((EntryKind.Attachment, hash)))
            {
                contents.Attach(bytes, forAll: false);
                Enter(EntryKind.Attachment, ItemFile.Attachment(hash, name, type, bytes.Length, source, report, submission.User), label);
            }
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
