using Holdfire.Record;
using Holdfire.Record.Entries;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Appends one entry and tells where it stands.</summary>
internal static class RecordAppend
{
    public static async Task<int> Append(string folder, string? operatorFile, Func<RecordWriter, Entry> make)
    {
        using var @operator = RecordInput.OperatorKey(folder, operatorFile);
        try
        {
            var writer = await RecordInput.Writer(folder, @operator, operatorFile).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var entry = make(writer);
                var receipt = await writer.AppendAsync(entry).ConfigureAwait(false);
                Console.Out.WriteLine(FormattableString.Invariant(
                    $"record: entry {receipt.Index}, {EntryKinds.NameOf(entry.Kind)} {entry.Item.Id}, under the checkpoint of {receipt.TreeSize} entries {receipt.Checkpoint.Root}"));
            }

            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
        catch (FormatException e)
        {
            throw new InputException(e.Message);
        }
    }
}
