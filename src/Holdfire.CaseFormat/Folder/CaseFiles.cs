using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>The files of a case as its reader wants them, wherever they are kept: in a folder or in a record.</summary>
internal abstract class CaseFiles
{
    /// <summary>Whether a file that may be left out is there.</summary>
    public abstract bool Has(string file);

    /// <summary>The root of a YAML file, or null where there is nothing (then with an error if the file must be there).</summary>
    public abstract YamlItem? Root(string file, ErrorList errors);

    /// <summary>Whether a person can put right what contradicts itself; what a record holds stays readable.</summary>
    public virtual bool IsToBePutRight => false;

    /// <summary>Who signed the step that stands there; nobody in a folder.</summary>
    public virtual Signer SignerOf(Spot at) => Signer.None;

    /// <summary>The reports in the order of the case.</summary>
    public abstract ImmutableArray<Report> Reports(LoadState state, ReportReader reader);
}
