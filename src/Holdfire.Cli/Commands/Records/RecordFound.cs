using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Tells which entry was found, before it is changed.</summary>
internal static class RecordFound
{
    public static void Tell(Terminal terminal, string doing, RecordReader record, long index)
    {
        var entry = record.Entry(index).Entry;
        if (entry.IsSealed)
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"record: {doing} entry {index}, which is sealed"));
            return;
        }

        terminal.Out.WriteLine(
            FormattableString.Invariant($"record: {doing} entry {index}, {EntryKinds.NameOf(record.Ledger[index].Kind)} {entry.Item.Id}").TrimEnd()
            + $", {EntryWords.SignedBy(record.Ledger, index, entry.Key)}, {Texts.Of(entry.Made)}");
    }
}
