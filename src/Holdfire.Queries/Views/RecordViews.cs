using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Protection;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Views of the case that a record holds, as all see it: without what is protected and not disclosed.</summary>
public static class RecordViews
{
    /// <summary>The case that a record holds, or what is wrong with it.</summary>
    /// <param name="record">The record, at the size at which it is seen.</param>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static CaseLoad Load(RecordReader record) =>
        RecordCase.Load(record, new ContentFolder(record.Log.Folder), withProtected: false, without: null);

    /// <summary>What the record held, with what its case is without.</summary>
    /// <param name="at">What the record held.</param>
    /// <param name="load">What <see cref="Load"/> gave.</param>
    public static RecordedAt Without(RecordedAt at, CaseLoad load) => at with { SetAside = load.Without, Withheld = load.Withheld };

    /// <summary>The view of a case that a record holds.</summary>
    /// <param name="case">The case, as <see cref="Load"/> gives it or a part of that.</param>
    /// <param name="record">The record, at the size at which it is seen.</param>
    /// <param name="at">What the record held, with what its case is without (<see cref="Without"/>).</param>
    /// <param name="knownBy">Only what sources had published by then; null for everything.</param>
    /// <param name="memory">
    /// What whoever follows the record keeps from view to view. Such a view is used after the reader is not, so that the parameter set is read
    /// at once, and not where a query asks for it. Null for a view that is used with its reader.
    /// </param>
    /// <exception cref="RecordException">The parameter set is read at once, and cannot be.</exception>
    public static CaseView Of(Case @case, RecordReader record, RecordedAt at, Instant? knownBy, ViewMemory? memory = null)
    {
        var readNow = memory is null ? null : Parameters(record);
        return new CaseView(@case, new ViewCoordinates(knownBy, at)) { FusionParameters = readNow is { } read ? () => read : () => Parameters(record), Memory = memory };
    }

    private static RecordedParameters Parameters(RecordReader record) => FusionChoice.Recorded(ParameterSets.Last(record, FusionChoice.IsReadable));
}
