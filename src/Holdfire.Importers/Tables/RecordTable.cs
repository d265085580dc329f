namespace Holdfire.Importers;

/// <summary>The records of a file that is a CSV table or a list of JSON objects, whichever it is.</summary>
internal static class RecordTable
{
    /// <summary>The records in their order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">How a CSV table is written.</param>
    /// <param name="listKey">Where the list stands in a JSON object.</param>
    /// <param name="check">Refuses a header.</param>
    public static IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> Records(ImportFile file, TableShape shape, string listKey, Action<TableHeader> check)
    {
        if (IsJson(file))
        {
            foreach (var row in JsonRecords.Of(file, listKey, check))
            {
                yield return (row, null);
            }

            yield break;
        }

        using var table = SourceTable.Open(file, shape);
        check(table.Header);
        foreach (var record in table.Records())
        {
            yield return record;
        }
    }

    /// <summary>Whether a file starts as JSON does.</summary>
    public static bool IsJson(ImportFile file)
    {
        var start = file.Start(64).AsSpan();
        start = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        start = start.TrimStart(" \t\r\n"u8);
        return start.Length > 0 && (start[0] == (byte)'[' || start[0] == (byte)'{');
    }
}
