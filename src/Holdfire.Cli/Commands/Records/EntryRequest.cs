using Holdfire.Record.State;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary>What the append command was asked for, made into an entry.</summary>
internal sealed record EntryRequest(
    Terminal Terminal, string Folder, SubmitterKey Key, string? Kind, string? File, string? List, string? Source, string MediaType, string? Reason,
    string? Published, bool Hidden, AudienceLabel? Label, Outbox? Outbox = null)
{
    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    public NewEntry New(string origin, RecordReader record)
    {
        var kind = Kind is { } name
            ? EntryKinds.Find(name) is { } known && IsEntered(known) ? known
                : throw new InputException("--kind", $"one of {string.Join(", ", EntryKinds.All.Where(IsEntered).Select(EntryKinds.NameOf))}", $"'{name}'")
            : throw new InputException("", "--kind KIND for a new entry", "none");
        if (Outbox is not null && (Hidden || EntryKinds.NamesAFile(kind)))
        {
            throw new InputException("--outbox", "an entry that needs nothing beside the log", Hidden ? "a protected one" : $"one of kind {EntryKinds.NameOf(kind)}");
        }

        if (kind == EntryKind.Attachment)
        {
            return Sign(origin, kind, Attachment(), null);
        }

        var content = Item(kind);
        return Asked(kind, content).Sign(origin, kind, content, NumberOf(record, kind, content));
    }

    public NewEntry Correction(string origin, RecordReader record, string entry)
    {
        var index = ShownIndex("--corrects", record, entry);
        var (target, state) = (record.Entry(index), record.Ledger[index]);
        // Whoever names an item by its id may not know of a correction by another: its number shows that it was looked at.
        if (state.Root != index && state.Submitter != Key.Holder && !IsIndex(entry))
        {
            throw new InputException("--corrects", "", FormattableString.Invariant(
                $"{entry} was corrected by {state.Submitter} in entry {index}, {target.Entry.Made}; look at it with holdfire record show, then name it as --corrects {index}"));
        }

        var content = Item(state.Kind);
        RecordFound.Tell(Terminal, "correcting", record, index);
        return Asked(state.Kind, content).Signed(origin, EntryKind.Correction, ItemContents.Correction(target.Leaf, state.Kind, content, Why, SaidAt(state.Kind)));
    }

    public NewEntry Withdrawal(string origin, RecordReader record, string entry)
    {
        var index = ShownIndex("--withdraws", record, entry);
        var (target, state) = (record.Entry(index), record.Ledger[index]);
        var said = SaidAt(state.Kind);
        RecordFound.Tell(Terminal, "withdrawing", record, index);
        return Signed(origin, EntryKind.Withdrawal, ItemContents.Change(target.Leaf, Why, said));
    }

    public NewEntry SettingAside(string origin, RecordReader record, string entry)
    {
        var index = RecordInput.IndexOf(record, entry);
        if (record.Ledger[index].Standing == Standing.Stands)
        {
            CheckAside(record, index);
        }

        RecordFound.Tell(Terminal, "setting aside", record, index);
        return new(Key.Sign(origin, EntryKind.SetAside, ItemContents.Change(record.Entry(index).Leaf, Why), Now));
    }

    public Entry Erasure(string origin, StoredEntry target) => target.Entry.IsProtected
        ? Key.Sign(origin, EntryKind.Erasure, ItemContents.Change(target.Leaf, Why), Now)
        : throw new InputException("--erases", "an entry with a protected content", FormattableString.Invariant($"entry {target.Index}, which all may see for good"));

    // What can be read is taken out of use by whoever entered it, for all to see; the registrar has no say over it. A protected content
    // that is not here can be read by nobody here, and counts as withheld in every answer: setting it aside ends that, and is undone like any other.
    private static void CheckAside(RecordReader record, long index)
    {
        var contents = new ContentFolder(record.Log.Folder);
        if (record.Ledger[index].Protected && record.ContentOf(record.Entry(index), contents, withPrivate: true) is null)
        {
            return;
        }

        bool IsUnread(bool withProtected) => RecordCase.Load(record, contents, withProtected, null).SetAside.Any(f => f.Where == RecordCase.NameOf(index));
        var isUnread = record.Ledger[index].Kind == EntryKind.Parameters ? !RecordParameters.CanBeRead(record, index) : IsUnread(false) || IsUnread(true);
        if (!isUnread)
        {
            throw new InputException("--sets-aside", "an entry that cannot be read", FormattableString.Invariant($"entry {index}, which can; its submitter or its source takes it back with --withdraws"));
        }
    }

    private static long ShownIndex(string option, RecordReader record, string entry)
    {
        var index = RecordInput.IndexOf(record, entry);
        return record.Ledger[index].Kind != EntryKind.Sealed ? index
            : throw new InputException(option, "an entry that may be seen; give the label of a sealed one with --audience", FormattableString.Invariant($"entry {index}"));
    }

    private static bool IsIndex(string entry) => entry.All(char.IsAsciiDigit);

    // A set of parameters is written by the command that learns it.
    private static bool IsEntered(EntryKind kind) => EntryKinds.MayBeProtected(kind) && kind is not EntryKind.Parameters;

    private string Why => Reason ?? throw new InputException("", "--reason TEXT", "none: what is changed stays visible, and so does why");

    // When the source itself made a change; empty where it is not said.
    private string SaidAt(EntryKind kind) => Published is not { } text ? ""
        : kind is not (EntryKind.Report or EntryKind.Statement)
            ? throw new InputException("--published", "a report or a statement, which a source takes back", $"a {EntryKinds.NameOf(kind)}")
        : InstantText.TryParse(text, out var instant) ? InstantText.Format(instant)
        : throw new InputException("--published", InstantText.Form, $"'{text}'");

    // Reports of each source are counted on, so that whoever sees some of them sees that there are others.
    private long? NumberOf(RecordReader record, EntryKind kind, byte[] content) =>
        kind == EntryKind.Report && ContentItem.Parse(kind, content).AttributedTo is { Length: > 0 } source
            ? Math.Max(record.Ledger.LastNumber(Key.Holder, source), Outbox?.LastNumber(Key.Holder, source) ?? 0) + 1
            : null;

    private NewEntry Sign(string origin, EntryKind kind, byte[] content, long? number)
    {
        if (!Hidden)
        {
            return Signed(origin, kind, content, number);
        }

        var protectedContent = ProtectedContent.Of(content, origin, Key.Id);
        new ContentFolder(Folder).Keep(protectedContent);
        return new(Key.SignProtected(origin, kind, protectedContent.Commitment, Now));
    }

    // What is sealed has no number: it would tell whoever sees some of a source's reports of the others.
    private NewEntry Signed(string origin, EntryKind kind, byte[] content, long? number = null) => Label is { } label && label != AudienceLabel.Public
        ? NewEntry.Of(Key.Seal(origin, kind, content, Now, label.ToString()))
        : new(Key.Sign(origin, kind, content, Now, number));

    // What a report asks for under handling holds where --audience is left out, so that nothing is published that asks not to be.
    private EntryRequest Asked(EntryKind kind, byte[] content)
    {
        var asked = AskedLabel.Of(kind, content);
        return Hidden || Label is not null || asked == AudienceLabel.Public ? this
            : Outbox is null ? this with { Label = asked }
            : throw new InputException("--outbox", "a report that everybody may see", $"one with handling {asked}: enter it beside the record, or say --audience public");
    }

    private bool IsForAll => !Hidden && (Label is not { } label || label == AudienceLabel.Public);

    private byte[] Item(EntryKind kind)
    {
        var name = File ?? throw new InputException("", "--file FILE with the item", "none");
        var text = name == "-" ? Terminal.In.ReadToEnd() : Read(name, System.IO.File.ReadAllText);
        var content = ItemFile.Read(name, text, kind, List, out var errors);
        return content ?? throw new InputException(name, "", $"{CaseInput.Count(errors.Length)}; nothing was added") { Details = ErrorLines.Of(errors) };
    }

    private byte[] Attachment()
    {
        var name = File ?? throw new InputException("", "--file FILE, the attachment", "none");
        if (NameText.ErrorOfName(Path.GetFileName(name)) is { } error)
        {
            throw new InputException("--file", error.Expected, error.Found);
        }

        var bytes = Read(name, System.IO.File.ReadAllBytes);
        if (bytes.Length == 0)
        {
            throw new InputException(name, "a file with content", "0 bytes; get it again from where it was made");
        }

        return ItemFile.Attachment(
            new ContentFolder(Folder).Attach(bytes, IsForAll), Path.GetFileName(name), MediaType, bytes.Length, Source);
    }

    private static T Read<T>(string name, Func<string, T> read) => System.IO.File.Exists(name)
        ? read(name)
        : throw new InputException(name, "a file", "none of that name");
}
