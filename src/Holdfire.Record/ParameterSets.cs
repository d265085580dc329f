using System.Collections.Immutable;
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
    /// <summary>The last set that stands and can be read. Whoever enters one that cannot be read stops no answer with it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="isReadable">Whether a text is a set.</param>
    /// <exception cref="RecordException">The file of a set is not there, or is another.</exception>
    public static ReadableSet Last(RecordReader record, Func<string, bool> isReadable) =>
        Last(record.Size, i => record.Ledger[i], i => Text(record, i), isReadable);

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

    /// <summary>The last set that stands in a verified bundle and can be read.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="isReadable">Whether a text is a set.</param>
    /// <exception cref="RecordException">The bundle lacks the file of a set.</exception>
    public static ReadableSet Last(BundleContents bundle, Func<string, bool> isReadable) =>
        Last(bundle.Entries.Length, i => bundle.States[(int)i], i => Text(bundle, bundle.Entries[(int)i]), isReadable);

    private static string Text(BundleContents bundle, StoredEntry stored) =>
        bundle.Attachments.TryGetValue(stored.Entry.Item.File, out var file) ? Encoding.UTF8.GetString(file.Span) : throw Missing(stored);

    private static ReadableSet Last(long count, Func<long, EntryState> stateAt, Func<long, string> textOf, Func<string, bool> isReadable)
    {
        var unread = ImmutableArray.CreateBuilder<long>();
        for (var i = count - 1; i >= 0; i--)
        {
            if (stateAt(i) is not { Kind: EntryKind.Parameters, Standing: Standing.Stands })
            {
                continue;
            }

            if (textOf(i) is var text && isReadable(text))
            {
                return new ReadableSet(text, unread.ToImmutable());
            }

            unread.Add(i);
        }

        return new ReadableSet(null, unread.ToImmutable());
    }

    private static RecordException Missing(StoredEntry stored) => new(RecordError.Invalid(
        FormattableString.Invariant($"entry {stored.Index}"), $"its set of parameters, the attachment {stored.Entry.Item.File}", "no such file"));
}
