using System.Collections.Immutable;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Protection;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Destroys a protected content and enters that it was done; said again of an erased one, it deletes what is left.</summary>
internal static class RecordErase
{
    public static async Task<int> Erase(Terminal terminal, string folder, string? operatorFile, EntryRequest request, string entry)
    {
        using var @operator = RecordInput.OperatorKey(terminal, folder, operatorFile);
        try
        {
            // Opening finishes an erasure that was cut off.
            var writer = await RecordInput.Writer(terminal, folder, @operator, operatorFile).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var record = RecordInput.Open(folder);
                var index = RecordInput.IndexOf(record, entry);
                if (record.Ledger[index].ErasedBy is >= 0 and var by)
                {
                    TellAgain(terminal, index, by, ErasedContent.Destroy(record, new ContentFolder(folder), index));
                    return ExitCodes.Done;
                }

                RecordFound.Tell(terminal, "destroying the content of", record, index);
                var keptBy = ErasedContent.KeptBy(record, new ContentFolder(folder), index);
                var receipt = await writer.EraseAsync(request.Erasure(writer.Origin, record.Entry(index))).ConfigureAwait(false);
                terminal.Out.WriteLine(FormattableString.Invariant(
                    $"record: entry {receipt.Index}, erasure of entry {index}, whose content is destroyed here; under the checkpoint of {receipt.TreeSize} entries {receipt.Checkpoint.Root}"));
                if (keptBy is { } other)
                {
                    terminal.Out.WriteLine(FormattableString.Invariant($"record: the file that it named is NOT destroyed: entry {other} names it too"));
                }
            }

            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
        catch (MalformedException e)
        {
            throw new InputException(e.Error);
        }
    }

    private static void TellAgain(Terminal terminal, long index, long by, ImmutableArray<string> deleted)
    {
        terminal.Out.WriteLine(FormattableString.Invariant(
            $"record: entry {index} is erased already, by entry {by}; {(deleted.IsEmpty ? "nothing of its content is left here" : "what was left of its content is destroyed now")}"));
        foreach (var path in deleted)
        {
            terminal.Out.WriteLine($"deleted {path}");
        }
    }
}
