using System.Collections.Immutable;
using System.Security.Cryptography;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.Record.Verification;

/// <summary>Checks the files next to a log against what the log says of them.</summary>
/// <remarks>
/// Where the private folder is on this machine, every protected content and every attachment must be here or be erased. A record
/// that was only downloaded has what was published, and what is not here is elsewhere.
/// </remarks>
internal sealed class BesideCheck(ContentFolder contents)
{
    private readonly bool isWhole = contents.HasPrivate;

    // Of entries with the same commitment the first; those of the first form can be copied, and the content is the first one's.
    private readonly Dictionary<string, StoredEntry> commitments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> withheld = new(StringComparer.Ordinal);

    // Reports name files too, several the same one; whether a report still stands is known at the end.
    private readonly List<(string File, long Report)> reported = [];
    private readonly ImmutableArray<Error>.Builder errors = ImmutableArray.CreateBuilder<Error>();

    private readonly Dictionary<string, long> @sealed = new(StringComparer.Ordinal);

    private readonly List<Error> unnamed = [];

    /// <summary>Of the errors those of files that no entry names: an entry that is not published yet may.</summary>
    public IReadOnlyList<Error> Unnamed => unnamed;

    public long Protected { get; private set; }

    public long Shown { get; private set; }

    public long Erased { get; private set; }

    public long Sealed { get; private set; }

    public long SealedHere { get; private set; }

    public long Attachments { get; private set; }

    public long AttachmentsElsewhere { get; private set; }

    /// <summary>The attachments that are not here and may well be elsewhere, or erased.</summary>
    public ImmutableArray<Error> NotHere { get; private set; } = [];

    /// <summary>Notes what an entry says of the files next to the log.</summary>
    public void Note(StoredEntry stored)
    {
        if (stored.Entry.IsSealed)
        {
            @sealed.Add(stored.Entry.ContentHash, stored.Index);
        }
        else if (stored.Entry.IsProtected)
        {
            Protected++;
            commitments.TryAdd(stored.Entry.ContentHash, stored);
        }
        else if (stored.Entry.Item.File.Length > 0)
        {
            published.TryAdd(stored.Entry.Item.File, stored.Index);
        }
        else if (stored.Entry.Content is { } content)
        {
            NoteReport(stored, content);
        }
    }

    /// <summary>Checks the files.</summary>
    public ImmutableArray<Error> Check(Ledger ledger)
    {
        foreach (var (commitment, stored) in commitments.OrderBy(c => c.Value.Index))
        {
            CheckContent(commitment, stored, ledger[stored.Index].ErasedBy);
        }

        foreach (var (commitment, index) in @sealed.OrderBy(s => s.Value))
        {
            CheckSealed(commitment, index, ledger);
        }

        foreach (var path in contents.SealedFiles.Where(p => !@sealed.ContainsKey(Path.GetFileNameWithoutExtension(p)) || Path.GetExtension(p) != ".json"))
        {
            AddUnnamed(path);
        }

        foreach (var path in contents.DisclosedFiles.Concat(contents.ProtectedFiles))
        {
            if (!commitments.ContainsKey(Path.GetFileNameWithoutExtension(path)) || Path.GetExtension(path) != ".json")
            {
                AddUnnamed(path);
            }
        }

        errors.AddRange(contents.PendingErasures.Select(path => RecordError.Invalid(
            path, "no erasure that is not finished", "one: append any entry to finish it, or repeat --erases")));
        CheckAttachments(ledger);
        return errors.ToImmutable();
    }

    private static string Of(long index) => FormattableString.Invariant($"entry {index}");

    private void AddUnnamed(string path)
    {
        var error = RecordError.Invalid(
            path, "a file that an entry of the log names", "one that none names: left from an entry that was refused or erased, or put there");
        errors.Add(error);
        unnamed.Add(error);
    }

    private void CheckContent(string commitment, StoredEntry stored, long erasedBy)
    {
        var errorsBefore = errors.Count;
        var disclosed = Read(stored.Entry, () => contents.FindDisclosed(commitment));
        var kept = Read(stored.Entry, () => contents.FindPrivate(commitment));
        Shown += (disclosed ?? kept) is null ? 0 : 1;
        Erased += erasedBy >= 0 ? 1 : 0;
        if (erasedBy >= 0)
        {
            if ((disclosed ?? kept) is not null)
            {
                errors.Add(RecordError.Invalid(Of(stored.Index), FormattableString.Invariant($"no content, since entry {erasedBy} says that it is destroyed"), "its file; repeat --erases to delete it"));
            }

            return;
        }

        NoteFile(stored, disclosed, published);
        NoteFile(stored, kept, withheld);
        if (errors.Count > errorsBefore || !isWhole)
        {
            return;
        }

        if ((disclosed ?? kept) is null)
        {
            errors.Add(RecordError.Invalid(Of(stored.Index), $"its protected content {commitment}.json or an erasure of it", "neither: it was lost or deleted"));
        }
        else if (disclosed is null && contents.DisclosureMarks.Any(m => Path.GetFileName(m) == commitment))
        {
            errors.Add(RecordError.Invalid($"disclosed/{commitment}.json", $"the content of {Of(stored.Index)}, which was disclosed", "no such file; disclose it again"));
        }
    }

    private void CheckSealed(string commitment, long index, Ledger ledger)
    {
        SealedEntry? entry;
        try
        {
            entry = contents.FindSealed(commitment);
        }
        catch (RecordException e)
        {
            errors.Add(e.Error);
            return;
        }

        Sealed++;
        SealedHere += entry is null ? 0 : 1;
        if (ledger[index].ErasedBy is >= 0 and var by)
        {
            Erased++;
            if (entry is not null)
            {
                errors.Add(RecordError.Invalid(Of(index), FormattableString.Invariant($"no content, since entry {by} says that it is destroyed"), "its file; repeat --erases to delete it"));
            }

            return;
        }

        if (entry is null)
        {
            if (isWhole)
            {
                errors.Add(RecordError.Invalid(Of(index), $"what it seals, {commitment}.json, or an erasure of it", "neither: it was lost or deleted"));
            }

            return;
        }

        if (ledger.Keys.OfSealed(index, entry.Entry, out var key) is { } error)
        {
            errors.Add(error.At(Of(index)));
        }
        else if (!entry.IsSignedBy(key!))
        {
            errors.Add(RecordError.Invalid(Of(index), $"a signature by {entry.Entry.Submitter}'s key {entry.Entry.Key}", "another"));
        }

        if (entry.Entry.Item.File is { Length: > 0 } file)
        {
            withheld.TryAdd(file, index);
        }
        else
        {
            NoteReport(new StoredEntry(index, default, entry.Entry), entry.Entry.Content!.Value);
        }
    }

    private void NoteReport(StoredEntry stored, ReadOnlyMemory<byte> content)
    {
        if (stored.Entry.Item.Kind == EntryKind.Report)
        {
            reported.AddRange(ReportFiles.Of(content).Select(f => (f, stored.Index)));
        }
    }

    // The file of another entry, whose commitment this one repeats, is not its content.
    private ProtectedContent? Read(Entry entry, Func<ProtectedContent?> find)
    {
        try
        {
            return find() is { } content && content.IsOf(entry) ? content : null;
        }
        catch (RecordException e)
        {
            errors.Add(e.Error);
            return null;
        }
    }

    private void NoteFile(StoredEntry stored, ProtectedContent? content, Dictionary<string, long> files)
    {
        if (content is null)
        {
            return;
        }

        if (!EntryKinds.NamesAFile(stored.Entry.Kind))
        {
            NoteReport(stored, content.Content);
            return;
        }

        try
        {
            files.TryAdd(ContentItem.Parse(stored.Entry.Kind, content.Content).File, stored.Index);
        }
        catch (FormatException e)
        {
            errors.Add(MalformedException.Of(e).At(Of(stored.Index)));
        }
    }

    private void CheckAttachments(Ledger ledger)
    {
        var named = reported.Where(r => ledger[r.Report].Standing == Standing.Stands && !published.ContainsKey(r.File) && !withheld.ContainsKey(r.File))
            .GroupBy(r => r.File, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(r => r.Report), StringComparer.Ordinal);
        var notHere = ImmutableArray.CreateBuilder<Error>();
        foreach (var (hash, index) in published.Concat(withheld.Where(w => !published.ContainsKey(w.Key))).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            CheckAttachment(hash, $"the file that {Of(index)} names", "it was lost or deleted", isWhole, notHere);
        }

        // The content of an erased attachment, which named the file, is gone: a report's file that is not here may be that one.
        var mayBeErased = commitments.Values.Any(c => c.Entry.Kind == EntryKind.Attachment && ledger[c.Index].ErasedBy >= 0);
        foreach (var (hash, index) in named.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            CheckAttachment(
                hash, $"the file that the report in {Of(index)} names", "it was lost, or never added: add it with record append --kind attachment, or correct the report",
                isWhole && !mayBeErased, notHere);
        }

        NotHere = notHere.ToImmutable();
        foreach (var path in contents.AttachmentFiles.Where(p => !published.ContainsKey(Path.GetFileName(p)) && !named.ContainsKey(Path.GetFileName(p))))
        {
            AddUnnamed(path);
        }

        foreach (var path in contents.PrivateAttachmentFiles.Where(
            p => Path.GetFileName(p) is var name && !published.ContainsKey(name) && !withheld.ContainsKey(name) && !named.ContainsKey(name)))
        {
            AddUnnamed(path);
        }
    }

    private void CheckAttachment(string hash, string expected, string why, bool mustBeHere, ImmutableArray<Error>.Builder notHere)
    {
        var paths = contents.AttachmentPaths(hash).ToImmutableArray();
        var damaged = paths.Select(p => (Path: p, Error: ErrorOf(p, hash))).Where(f => f.Error is not null).ToImmutableArray();
        errors.AddRange(damaged.Select(f => f.Error!.At(f.Path)));
        if (paths.IsEmpty && mustBeHere)
        {
            errors.Add(RecordError.Invalid($"attachments/{hash}", expected, $"none: {why}"));
        }
        else if (paths.IsEmpty)
        {
            AttachmentsElsewhere++;
            notHere.Add(RecordError.Invalid(
                $"attachments/{hash}", expected, $"none here: {(isWhole ? "it may be one that was erased" : "it may be elsewhere, or lost")}"));
        }
        else if (damaged.IsEmpty)
        {
            Attachments++;
        }
    }

    private static Error? ErrorOf(string path, string hash) => new FileInfo(path).Length == 0
        ? RecordError.Of("a file with content", "0 bytes: what should be in it was lost, or never was in it")
        : HashOf(path) is var found && found != hash ? RecordError.Of("a file with this SHA-256", found) : null;

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
