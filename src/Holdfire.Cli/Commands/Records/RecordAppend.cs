using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Appends one entry and tells where it stands.</summary>
internal static class RecordAppend
{
    public static async Task<int> Append(
        Terminal terminal, string folder, string? operatorFile, Func<RecordWriter, Entry> make, string? file = null)
    {
        using var @operator = RecordInput.OperatorKey(terminal, folder, operatorFile);
        try
        {
            var writer = await RecordInput.Writer(terminal, folder, @operator, operatorFile).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var entry = make(writer);
                var receipt = await Append(writer, entry, folder).ConfigureAwait(false);
                terminal.Out.WriteLine(FormattableString.Invariant(
                    $"record: entry {receipt.Index}, {EntryKinds.NameOf(entry.Kind)} {entry.Item.Id}, under the checkpoint of {receipt.TreeSize} entries {receipt.Checkpoint.Root}"));
                await RecordInput.Published(terminal, writer).ConfigureAwait(false);
            }

            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e, file);
        }
        catch (MalformedException e)
        {
            throw new InputException(e.Error);
        }
    }

    // A protected content is kept before the entry that commits to it: one that is refused leaves nothing behind.
    private static async Task<LogReceipt> Append(RecordWriter writer, Entry entry, string folder)
    {
        try
        {
            return await writer.AppendAsync(entry).ConfigureAwait(false);
        }
        catch (RecordException) when (entry.IsProtected && writer.IsHealthy)
        {
            new ContentFolder(folder).DestroyContent(entry.ContentHash);
            throw;
        }
    }
}
