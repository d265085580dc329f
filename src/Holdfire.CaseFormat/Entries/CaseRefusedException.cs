using System.Collections.Immutable;
using Holdfire.Record;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Entries after which something of the case could no longer be read; none was added.</summary>
/// <param name="errors">What could not, at least one; an entry that was refused has the index that it would have had.</param>
/// <param name="firstNew">The index that the first of the entries would have had.</param>
/// <param name="withProtected">Whether only those who see protected contents would miss it.</param>
public sealed class CaseRefusedException(ImmutableArray<Error> errors, long firstNew, bool withProtected)
    : RecordException(errors[0])
{
    /// <summary>What could no longer be read.</summary>
    public ImmutableArray<Error> Errors { get; } = errors;

    /// <summary>The index that the first of the entries would have had.</summary>
    public long FirstNew { get; } = firstNew;

    /// <summary>Whether it is in the case of those who see protected contents; else it is in that of all.</summary>
    public bool WithProtected { get; } = withProtected;
}
