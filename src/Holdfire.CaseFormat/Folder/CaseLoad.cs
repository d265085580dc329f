using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Views;

namespace Holdfire.CaseFormat;

/// <summary>What loading a folder or a record gave: a case and no errors, or no case and every error.</summary>
public sealed record CaseLoad(Case? Case, ImmutableArray<Error> Errors)
{
    /// <summary>
    /// Why entries of a record were left out of the case, one error or more for each; empty for a folder. An entry that cannot be read
    /// does not keep the others from being read.
    /// </summary>
    public ImmutableArray<Error> SetAside { get; init; } = [];

    /// <summary>All that the case is without, by the registrar's word too, in the order of the log; empty for a folder.</summary>
    public ImmutableArray<SetAsideEntry> Without { get; init; } = [];

    /// <summary>How many protected contents of the record the case would go by and is without, since they are not here; 0 for a folder.</summary>
    public int Withheld { get; init; }

    /// <summary>Whether the record was altered, cut or forged, or a file of it is damaged; then there is no case.</summary>
    public bool IsTouched { get; init; }
}
