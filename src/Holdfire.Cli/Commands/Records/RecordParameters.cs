using System.Text;
using Holdfire.Record;
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
    public static string? Last(string folder)
    {
        var record = RecordInput.Open(folder);
        for (var i = record.Ledger.Count - 1; i >= 0; i--)
        {
            if (record.Ledger[i] is { Kind: EntryKind.Parameters, Standing: Standing.Stands })
            {
                return Read(new ContentFolder(folder), record.Entry(i));
            }
        }

        return null;
    }

    private static string Read(ContentFolder contents, StoredEntry stored)
    {
        var hash = stored.Entry.Item.File;
        var path = contents.FindAttachment(hash)
            ?? throw new InputException(FormattableString.Invariant($"entry {stored.Index}: expected its set of parameters, the attachment {hash}, found no such file"));
        var bytes = File.ReadAllBytes(path);
        return EntryBytes.HashOf(bytes) == hash
            ? Encoding.UTF8.GetString(bytes)
            : throw new InputException($"{path}: expected the file with this SHA-256, found another");
    }
}
