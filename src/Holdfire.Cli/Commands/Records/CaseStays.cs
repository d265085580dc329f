using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Refuses a change after which something of the case could no longer be read.</summary>
internal static class CaseStays
{
    /// <summary>Loads the case as it would be.</summary>
    /// <param name="record">The record as it is.</param>
    /// <param name="withProtected">Whether it is the case of those who see protected contents, or that of all.</param>
    /// <param name="without">The entry whose item would no longer be there, or null.</param>
    /// <param name="nothing">What to say was not done.</param>
    /// <param name="further">The items that would be new.</param>
    /// <exception cref="InputException">Something that can be read now, or one of the new items, could not be.</exception>
    public static void OrRefuse(RecordReader record, bool withProtected, long? without, string nothing, params CaseItem[] further)
    {
        if (record.Ledger.Find(EntryKind.Case, "") is null)
        {
            return;
        }

        Refuse(record, RecordCase.Load(record, new ContentFolder(record.Log.Folder), withProtected, without, further), withProtected, nothing);
    }

    /// <summary>Loads the case as it would be with one more entry set aside.</summary>
    /// <exception cref="InputException">Something that can be read now could not be.</exception>
    public static void OrRefuseAside(RecordReader record, bool withProtected, long index, string nothing) =>
        Refuse(record, RecordCase.LoadAside(record, new ContentFolder(record.Log.Folder), withProtected, index), withProtected, nothing);

    private static void Refuse(RecordReader record, CaseLoad load, bool withProtected, string nothing)
    {
        var before = load.SetAside.IsEmpty ? []
            : RecordCase.Load(record, new ContentFolder(record.Log.Folder), withProtected, null).SetAside;
        var faults = load.Faults.AddRange(load.SetAside.Except(before)).Distinct().ToArray();
        FaultLines.Print(faults);
        if (faults.Length > 0)
        {
            var view = withProtected ? "" : " as those see it who see no protected content";
            throw new InputException($"the case{view} would have {CaseInput.Count(faults.Length)}; {nothing}");
        }
    }
}
