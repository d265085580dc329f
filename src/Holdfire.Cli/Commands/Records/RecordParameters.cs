using System.Text;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Sets of parameters of the fusion in a record: each an entry that names its file beside the log by hash.</summary>
internal static class RecordParameters
{
    /// <summary>Keeps a set and enters it.</summary>
    public static Task<int> Enter(Terminal terminal, string folder, string? keyFile, string? operatorFile, string id, string text)
    {
        if (RecordInput.Open(folder).Ledger.Find(EntryKind.Parameters, id) is { } before)
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"record: the same set, {id}, is entry {before} already"));
            return Task.FromResult(ExitCodes.Done);
        }

        var hash = new ContentFolder(RecordInput.Existing(folder)).Attach(Encoding.UTF8.GetBytes(text), forAll: true);
        return RecordAppend.Append(terminal, folder, operatorFile, writer =>
        {
            using var key = RecordInput.Key(terminal, folder, keyFile);
            var content = CanonicalJson.Of(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { id, sha256 = hash }));
            return key.Sign(writer.Origin, EntryKind.Parameters, content, SystemClock.Instance.GetCurrentInstant());
        });
    }

    /// <summary>Whether the set that an entry names is here, whole and a set.</summary>
    public static bool CanBeRead(RecordReader record, long index)
    {
        try
        {
            return FusionChoice.IsReadable(ParameterSets.Text(record, index));
        }
        catch (RecordException)
        {
            return false;
        }
    }
}
