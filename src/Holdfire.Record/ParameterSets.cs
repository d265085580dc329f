using System.Text;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Files;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.Record;

/// <summary>The sets of parameters of the fusion that a record holds: each an entry that names its file beside the log by hash.</summary>
public static class ParameterSets
{
    /// <summary>The text of the last set that stands, checked by its hash; null where the record has none.</summary>
    /// <exception cref="RecordException">The file is not there, or another.</exception>
    public static string? Last(RecordReader record) =>
        Last(record.Size, i => record.Ledger[i]) is { } last ? Text(record, last) : null;

    /// <summary>The text of the set that an entry names, checked by its hash.</summary>
    /// <exception cref="RecordException">The file is not there, or another.</exception>
    public static string Text(RecordReader record, long index)
    {
        var stored = record.Entry(index);
        var hash = stored.Entry.Item.File;
        var path = new ContentFolder(record.Log.Folder).FindAttachment(hash) ?? throw Missing(stored);
        var bytes = DiskFiles.Instance.Read(path);
        return EntryBytes.HashOf(bytes) == hash
            ? Encoding.UTF8.GetString(bytes)
            : throw new RecordException(RecordError.Invalid(path, "the file with this SHA-256", "another"));
    }

    /// <summary>The text of the last set that stands in a verified bundle; null where it has none.</summary>
    /// <exception cref="RecordException">The bundle lacks the file.</exception>
    public static string? Last(BundleContents bundle)
    {
        if (Last(bundle.Entries.Length, i => bundle.States[(int)i]) is not { } last)
        {
            return null;
        }

        var stored = bundle.Entries[(int)last];
        return bundle.Attachments.TryGetValue(stored.Entry.Item.File, out var file) ? Encoding.UTF8.GetString(file.Span) : throw Missing(stored);
    }

    private static long? Last(long count, Func<long, EntryState> stateAt)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            if (stateAt(i) is { Kind: EntryKind.Parameters, Standing: Standing.Stands })
            {
                return i;
            }
        }

        return null;
    }

    private static RecordException Missing(StoredEntry stored) => new(RecordError.Invalid(
        FormattableString.Invariant($"entry {stored.Index}"), $"its set of parameters, the attachment {stored.Entry.Item.File}", "no such file"));
}
