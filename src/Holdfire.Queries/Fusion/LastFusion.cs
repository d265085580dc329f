using Holdfire.Fusion;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The last fusion of a record that is followed, at the parameter set that the record itself holds.</summary>
/// <remarks>Without such a set each report changes the background of all, so that nothing can be taken over.</remarks>
internal sealed class LastFusion
{
    private volatile Kept? kept;

    /// <summary>The result to go on from; null for none.</summary>
    public FusionResult? Result => kept?.Result;

    /// <summary>The reports of a view at its parameters: the same object as before where the set is the same.</summary>
    /// <exception cref="QueryException">The set cannot be read.</exception>
    public FusionInput InputOf(CaseView view) =>
        kept is { } last && view.FusionParameters() is var now && now == last.Parameters
            ? FusionInput.Of(view.Known, last.Result.Parameters) : FusionChoice.Of(view, parameters: null);

    /// <summary>Keeps a result, unless it is of fewer reports than the one before: an older state that was asked for by the way.</summary>
    public void Keep(CaseView view, FusionInput input, FusionResult result)
    {
        if (view.FusionParameters() is { Set: not null } now && !(kept is { } last && last.Parameters == now && last.Result.Count > input.Reports.Count))
        {
            kept = new Kept(now, result);
        }
    }

    private sealed record Kept(RecordedParameters Parameters, FusionResult Result);
}
