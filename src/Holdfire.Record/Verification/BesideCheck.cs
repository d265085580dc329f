using System.Collections.Immutable;
using System.Security.Cryptography;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.Record.Verification;

/// <summary>Checks what lies beside a log against what the log says of it.</summary>
internal sealed class BesideCheck(ContentFolder contents)
{
    private readonly Dictionary<string, long> commitments = new(StringComparer.Ordinal);
    private readonly HashSet<string> attachments = new(StringComparer.Ordinal);

    public long Protected => commitments.Count;

    public long Shown { get; private set; }

    public long Erased { get; private set; }

    public long Attachments { get; private set; }

    public long AttachmentsElsewhere { get; private set; }

    /// <summary>Notes what an entry says of the files beside the log.</summary>
    public void Note(StoredEntry stored)
    {
        if (stored.Entry.IsProtected)
        {
            commitments[stored.Entry.ContentHash] = stored.Index;
        }
        else if (stored.Entry.Item.File.Length > 0)
        {
            attachments.Add(stored.Entry.Item.File);
        }
    }

    /// <summary>Checks the files.</summary>
    public void Check(Ledger ledger, ImmutableArray<Fault>.Builder faults)
    {
        foreach (var (commitment, index) in commitments.OrderBy(c => c.Value))
        {
            CheckContent(commitment, index, ledger[index], faults);
        }

        foreach (var path in contents.DisclosedFiles.Concat(contents.ProtectedFiles))
        {
            if (!commitments.ContainsKey(Path.GetFileNameWithoutExtension(path)) || Path.GetExtension(path) != ".json")
            {
                faults.Add(new Fault(path, "expected the name of a commitment in the log, found another file"));
            }
        }

        CheckAttachments(faults);
    }

    private void CheckContent(string commitment, long index, EntryState state, ImmutableArray<Fault>.Builder faults)
    {
        try
        {
            var content = contents.Find(commitment, withPrivate: true);
            Shown += content is null ? 0 : 1;
            Erased += state.ErasedBy >= 0 ? 1 : 0;
            if (content is not null && state.ErasedBy >= 0)
            {
                faults.Add(new Fault(FormattableString.Invariant($"entry {index}"), FormattableString.Invariant(
                    $"expected no content, since entry {state.ErasedBy} says that it is destroyed, found its file")));
            }
        }
        catch (RecordException e)
        {
            faults.Add(e.Fault);
        }
    }

    private void CheckAttachments(ImmutableArray<Fault>.Builder faults)
    {
        foreach (var hash in attachments.Order(StringComparer.Ordinal))
        {
            if (contents.FindAttachment(hash) is not { } path)
            {
                AttachmentsElsewhere++;
                continue;
            }

            using var file = File.OpenRead(path);
            if (Convert.ToHexStringLower(SHA256.HashData(file)) is var found && found != hash)
            {
                faults.Add(new Fault(path, $"expected a file with this SHA-256, found {found}"));
            }
            else
            {
                Attachments++;
            }
        }

        foreach (var path in contents.AttachmentFiles.Where(p => !attachments.Contains(Path.GetFileName(p))))
        {
            faults.Add(new Fault(path, "expected the name of an attachment in the log, found another file"));
        }
    }
}
