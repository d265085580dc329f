using System.Collections.Immutable;
using Holdfire.Record.Entries;

namespace Holdfire.Record.Protection;

/// <summary>Deletes what an erasure says is destroyed.</summary>
public static class ErasedContent
{
    /// <summary>
    /// Deletes, as far as it is here, the attachment that a protected entry names, unless another entry names it too, then the
    /// private and the disclosed copy of the content. Can be repeated until nothing is left.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="contents">The files next to it.</param>
    /// <param name="index">The index of an entry with a protected content.</param>
    /// <returns>The paths of what was deleted; empty where nothing was here.</returns>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static ImmutableArray<string> Destroy(RecordReader record, ContentFolder contents, long index)
    {
        var entry = record.Entry(index).Entry;
        // The content is what names the attachment, so that it goes last: cut off between the two, the rest can still be found.
        var file = FileOf(entry, contents);
        return
        [
            .. file.Length > 0 && NamedBy(record, contents, file, index) is null ? contents.DestroyAttachment(file) : [],
            .. contents.DestroyContent(entry.ContentHash),
        ];
    }

    /// <summary>The SHA-256 of the file that an entry names; empty where it names none, or where its content is not here or cannot be read.</summary>
    public static string FileOf(Entry entry, ContentFolder contents)
    {
        if (!entry.IsSealed && (!entry.IsProtected || !EntryKinds.NamesAFile(entry.Kind)))
        {
            return entry.Item.File;
        }

        try
        {
            if (entry.IsSealed)
            {
                return contents.FindSealed(entry.ContentHash)?.Entry.Item.File ?? "";
            }

            return contents.Find(entry, withPrivate: true) is { } content ? ContentItem.Parse(entry.Kind, content.Content).File : "";
        }
        catch (Exception e) when (e is RecordException or FormatException)
        {
            return "";
        }
    }

    /// <summary>Another entry that names the same file, so that the file stays when the content of this one is erased; null where there is none.</summary>
    /// <param name="record">The record.</param>
    /// <param name="contents">The files next to it.</param>
    /// <param name="index">The index of an entry with a protected content.</param>
    public static long? KeptBy(RecordReader record, ContentFolder contents, long index) =>
        FileOf(record.Entry(index).Entry, contents) is { Length: > 0 } file ? NamedBy(record, contents, file, index) : null;

    /// <summary>The SHA-256 of each file that an entry names whose content is here and not erased.</summary>
    /// <param name="record">The record.</param>
    /// <param name="contents">The files next to it.</param>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static IEnumerable<string> FilesKept(RecordReader record, ContentFolder contents)
    {
        for (var i = 0L; i < record.Size; i++)
        {
            if (EntryKinds.NamesAFile(record.Ledger[i].Kind) && record.Entry(i).Entry is var entry && !record.IsErased(i, entry)
                && FileOf(entry, contents) is { Length: > 0 } file)
            {
                yield return file;
            }
        }
    }

    private static long? NamedBy(RecordReader record, ContentFolder contents, string file, long index) => record.Entries()
        .Where(other => other.Index != index && (other.Entry.IsSealed || EntryKinds.NamesAFile(other.Entry.Kind)) && !record.IsErased(other.Index, other.Entry)
            && FileOf(other.Entry, contents) == file)
        .Select(other => (long?)other.Index).FirstOrDefault();
}
