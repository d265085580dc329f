using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Says why something was refused after which some of the case could no longer be read.</summary>
internal static class CaseStays
{
    /// <summary>What the writer of the record refused, in words, with a line for each error.</summary>
    /// <param name="refused">The refusal.</param>
    /// <param name="file">The file that the one new entry came from, to be named in its place; null where there is none.</param>
    public static InputException Refusal(CaseRefusedException refused, string? file)
    {
        var entry = RecordCase.NameOf(refused.FirstNew);
        var errors = refused.Errors.Select(f => file is null ? f
            : f.Where == entry ? f.At(file)
            : f.Where.StartsWith(entry + ", ", StringComparison.Ordinal) ? f.At(file + f.Where[entry.Length..]) : f);
        return Refusal([.. errors], refused.WithProtected, "nothing was added");
    }

    /// <summary>Refuses to let all see an item with which the case that all see would not load.</summary>
    /// <param name="record">The record as it is.</param>
    /// <param name="index">The entry that holds the item protected.</param>
    /// <param name="item">The item.</param>
    /// <exception cref="InputException">Something that can be read now, or the item, could not be.</exception>
    public static void OrRefuseDisclosed(RecordReader record, long index, CaseItem item)
    {
        if (record.Ledger.Find(EntryKind.Case, "") is null)
        {
            return;
        }

        var contents = new ContentFolder(record.Log.Folder);
        var load = RecordCase.Load(record, contents, false, index, item);
        var before = load.SetAside.IsEmpty ? [] : RecordCase.Load(record, contents, false, null).SetAside;
        if (load.Errors.AddRange(load.SetAside.Except(before)).Distinct().ToArray() is { Length: > 0 } errors)
        {
            throw Refusal(errors, false, "nothing was disclosed");
        }
    }

    private static InputException Refusal(Error[] errors, bool withProtected, string nothing)
    {
        var view = withProtected ? "" : " as those see it who see no protected content";
        return new InputException("", "", $"the case{view} would have {CaseInput.Count(errors.Length)}; {nothing}") { Details = ErrorLines.Of(errors) };
    }
}
