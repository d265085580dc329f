using Holdfire.Record.State;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary>What the append command was asked for, made into an entry once the case with it has no faults.</summary>
internal sealed record AppendRequest(
    string Folder, SubmitterKey Key, string? Kind, string? File, string? List, string? Source, string MediaType, string? Reason,
    string? Published, bool Hidden)
{
    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    public Entry New(string origin)
    {
        var kind = Kind is { } name
            ? EntryKinds.Find(name) is { } known && IsEntered(known) ? known
                : throw new InputException($"--kind: expected one of {string.Join(", ", EntryKinds.All.Where(IsEntered).Select(EntryKinds.NameOf))}; found '{name}'")
            : throw new InputException("expected --kind KIND for a new entry, found none");
        if (kind == EntryKind.Attachment)
        {
            return Sign(origin, kind, Attachment(), null);
        }

        var content = Item(kind);
        var record = RecordInput.Open(Folder);
        Check(record, kind, content, null);
        return Sign(origin, kind, content, NumberOf(record, kind, content));
    }

    public Entry Correction(string origin, long index)
    {
        var record = RecordInput.Open(Folder);
        var target = record.Entry(index);
        var kind = record.Ledger[index].Kind;
        var content = Item(kind);
        Check(record, kind, content, record.Ledger[index].Root);
        return Key.Sign(origin, EntryKind.Correction, ItemContents.Correction(target.Leaf, kind, content, Why, SaidAt(kind)), Now);
    }

    public Entry Withdrawal(string origin, long index)
    {
        var record = RecordInput.Open(Folder);
        var (target, said) = (record.Entry(index), SaidAt(record.Ledger[index].Kind));
        // What a source itself takes back stays in the case as taken back.
        if (said.Length == 0 && !(RecordInput.IsBySource(record.Ledger, index, Key.Id) && RecordInput.IsBySource(record.Ledger, index, target.Entry.Key)))
        {
            Check(record, record.Ledger[index].Kind, null, record.Ledger[index].Root);
        }

        return Key.Sign(origin, EntryKind.Withdrawal, ItemContents.Change(target.Leaf, Why, said), Now);
    }

    public Entry Erasure(string origin, StoredEntry target) => target.Entry.IsProtected
        ? Key.Sign(origin, EntryKind.Erasure, ItemContents.Change(target.Leaf, Why), Now)
        : throw new InputException(FormattableString.Invariant(
            $"--erases: expected an entry with a protected content, found entry {target.Index}, which all may see for good"));

    // A set of parameters is written by the command that learns it.
    private static bool IsEntered(EntryKind kind) => EntryKinds.MayBeProtected(kind) && kind is not EntryKind.Parameters;

    private string Why => Reason ?? throw new InputException("expected --reason TEXT, found none: what is changed stays visible, and so does why");

    // When the source itself made a change; empty where it is not said.
    private string SaidAt(EntryKind kind) => Published is not { } text ? ""
        : kind is not (EntryKind.Report or EntryKind.Statement)
            ? throw new InputException($"--published: expected a report or a statement, which a source takes back, found a {EntryKinds.NameOf(kind)}")
        : InstantText.TryParse(text, out var instant) ? InstantText.Format(instant)
        : throw new InputException($"--published: expected {InstantText.Form}, found '{text}'");

    // Reports of each source are counted on, so that whoever sees some of them sees that there are others.
    private long? NumberOf(RecordReader record, EntryKind kind, byte[] content) =>
        kind == EntryKind.Report && ContentItem.Parse(kind, content).AttributedTo is { Length: > 0 } source
            ? record.Ledger.LastNumber(Key.Holder, source) + 1
            : null;

    private Entry Sign(string origin, EntryKind kind, byte[] content, long? number)
    {
        if (!Hidden)
        {
            return Key.Sign(origin, kind, content, Now, number);
        }

        var protectedContent = ProtectedContent.Of(content);
        new ContentFolder(Folder).Keep(protectedContent);
        return Key.SignProtected(origin, kind, protectedContent.Commitment, Now);
    }

    private byte[] Item(EntryKind kind)
    {
        var name = File ?? throw new InputException("expected --file FILE with the item, found none");
        var text = name == "-" ? Console.In.ReadToEnd() : Read(name, System.IO.File.ReadAllText);
        var content = ItemFile.Read(name, text, kind, List, out var faults);
        FaultLines.Print(faults);

        return content ?? throw new InputException($"{name}: {faults.Length} faults; nothing was added");
    }

    private byte[] Attachment()
    {
        var name = File ?? throw new InputException("expected --file FILE, the attachment, found none");
        if (NameText.FaultOfName(Path.GetFileName(name)) is { } fault)
        {
            throw new InputException($"--file: expected {fault.Expected}, found {fault.Found}");
        }

        var bytes = Read(name, System.IO.File.ReadAllBytes);
        return ItemFile.Attachment(
            new ContentFolder(Folder).Attach(bytes, !Hidden), Path.GetFileName(name), MediaType, bytes.Length, Source);
    }

    private static T Read<T>(string name, Func<string, T> read) => System.IO.File.Exists(name)
        ? read(name)
        : throw new InputException($"{name}: expected a file, found none of that name");

    // The case as it would be: with the item, and without what it takes the place of.
    private void Check(RecordReader record, EntryKind kind, byte[]? content, long? without)
    {
        var load = RecordCase.Load(
            record, new ContentFolder(Folder), true, without, content is null ? [] : [new CaseItem(kind, content, File!)]);
        var isBegun = record.Ledger.Find(EntryKind.Case, "") is not null;
        FaultLines.Print(isBegun ? load.Faults : []);

        if (isBegun && load.Case is null)
        {
            throw new InputException($"the case with this entry would have {load.Faults.Length} faults; nothing was added");
        }
    }
}
