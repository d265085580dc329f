using System.Text;
using Holdfire.Fusion;
using Holdfire.Record;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Sets of parameters of the fusion in a record: each an entry that names its file beside the log by hash.</summary>
internal static class RecordParameters
{
    /// <summary>Keeps a set and enters it.</summary>
    public static Task<int> Enter(string folder, string? keyFile, string? operatorFile, string id, string text)
    {
        if (RecordInput.Open(folder).Ledger.Find(EntryKind.Parameters, id) is { } before)
        {
            Console.Out.WriteLine(FormattableString.Invariant($"record: the same set, {id}, is entry {before} already"));
            return Task.FromResult(ExitCodes.Done);
        }

        var hash = new ContentFolder(RecordInput.Existing(folder)).Attach(Encoding.UTF8.GetBytes(text), forAll: true);
        return RecordAppend.Append(folder, operatorFile, writer =>
        {
            using var key = RecordInput.Key(folder, keyFile);
            var content = CanonicalJson.Of(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { id, sha256 = hash }));
            return key.Sign(writer.Origin, EntryKind.Parameters, content, SystemClock.Instance.GetCurrentInstant());
        });
    }

    /// <summary>The text of the last set that stands, checked by its hash; null where the record has none.</summary>
    public static string? Last(RecordReader record) =>
        Last(record.Size, i => record.Ledger[i]) is { } last ? Read(new ContentFolder(record.Log.Folder), record.Entry(last)) : null;

    /// <summary>The text of the last set that stands in a verified bundle; null where it has none.</summary>
    public static string? Last(BundleContents bundle)
    {
        if (Last(bundle.Entries.Length, i => bundle.States[(int)i]) is not { } last)
        {
            return null;
        }

        var stored = bundle.Entries[(int)last];
        return bundle.Attachments.TryGetValue(stored.Entry.Item.File, out var file) ? Encoding.UTF8.GetString(file.Span) : throw Missing(stored);
    }

    /// <summary>Whether the set that an entry names is here, whole and a set.</summary>
    public static bool CanBeRead(RecordReader record, long index)
    {
        try
        {
            return FusionParametersText.Read(Read(new ContentFolder(record.Log.Folder), record.Entry(index))).Parameters is not null;
        }
        catch (InputException)
        {
            return false;
        }
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

    private static string Read(ContentFolder contents, StoredEntry stored)
    {
        var hash = stored.Entry.Item.File;
        var path = contents.FindAttachment(hash) ?? throw Missing(stored);
        var bytes = File.ReadAllBytes(path);
        return EntryBytes.HashOf(bytes) == hash
            ? Encoding.UTF8.GetString(bytes)
            : throw new InputException($"{path}: expected the file with this SHA-256, found another");
    }

    private static InputException Missing(StoredEntry stored) =>
        new(FormattableString.Invariant($"entry {stored.Index}: expected its set of parameters, the attachment {stored.Entry.Item.File}, found no such file"));
}
