using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Views of the case that a record holds, as an audience sees it: without what is protected and not disclosed.</summary>
/// <remarks>
/// What is sealed and not for the audience is not in the record that is read: it is taken in, or left, before anything is read from it, so that
/// nothing that is made of it can tell.
/// </remarks>
public static class RecordViews
{
    /// <summary>Whether an audience may see an entry with a label. One that is none lets nobody through.</summary>
    public static Func<string, bool> SeenBy(Audience audience) => label => AudienceLabel.TryParse(label, out var known) && audience.MaySee(known);

    /// <summary>The case that a record holds, or what is wrong with it.</summary>
    /// <param name="record">The record, at the size at which it is seen, with what is sealed and may be seen.</param>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static CaseLoad Load(RecordReader record) =>
        RecordCase.Load(record, new ContentFolder(record.Log.Folder), withProtected: false, without: null);

    /// <summary>What the record held, with what its case is without.</summary>
    /// <param name="at">What the record held.</param>
    /// <param name="load">What <see cref="Load"/> gave.</param>
    /// <param name="record">The record that it was given of.</param>
    public static RecordedAt Without(RecordedAt at, CaseLoad load, RecordReader record) => at with
    {
        SetAside = [.. load.Without.Concat(record.UnsealedInVain.Select(r => new SetAsideEntry(r.Index, EntryKinds.NameOf(EntryKind.Sealed), "", SetAsideBy.Reader, r.Error.What))).OrderBy(s => s.Entry)],
        Withheld = load.Withheld,
    };

    /// <summary>The view of a case that a record holds.</summary>
    /// <param name="case">The case, as <see cref="Load"/> gives it or a part of that.</param>
    /// <param name="record">The record, at the size at which it is seen.</param>
    /// <param name="at">What the record held, with what its case is without (<see cref="Without"/>).</param>
    /// <param name="knownBy">Only what sources had published by then; null for everything.</param>
    /// <param name="audience">Who sees it: the record holds what is sealed for this audience, and nothing else that is.</param>
    /// <param name="memory">
    /// What whoever follows the record keeps from view to view. Such a view is used after the reader is not, so that the parameter set is read
    /// at once, and not where a query asks for it. Null for a view that is used with its reader.
    /// </param>
    /// <exception cref="RecordException">The parameter set is read at once, and cannot be.</exception>
    public static CaseView Of(Case @case, RecordReader record, RecordedAt at, Instant? knownBy, Audience audience = default, ViewMemory? memory = null)
    {
        var readNow = memory is null ? null : Parameters(record);
        return new CaseView(@case, new ViewCoordinates(knownBy, at, audience)) { FusionParameters = readNow is { } read ? () => read : () => Parameters(record), Memory = memory };
    }

    private static RecordedParameters Parameters(RecordReader record) => FusionChoice.Recorded(ParameterSets.Last(record, FusionChoice.IsReadable));
}
