using Holdfire.Record;
using Holdfire.Record.Index;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Builds the index of a record, or says what is wrong with the record.</summary>
internal static class RecordIndexes
{
    public static RecordIndex Rebuild(string folder) => Try(() => RecordIndex.Rebuild(RecordInput.Existing(folder)));

    private static RecordIndex Try(Func<RecordIndex> open)
    {
        try
        {
            return open();
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
    }
}
