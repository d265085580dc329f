using Holdfire.Fusion;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The reports of a view, fused once at the parameters that the view itself names: for one question after another.</summary>
internal sealed class FusedView
{
    private volatile FusedReports? made;

    /// <summary>What was fused. Work that was given up is done again when it is asked for again.</summary>
    public FusedReports Of(CaseView view, Work work) => made ??= Make(view, work);

    private static FusedReports Make(CaseView view, Work work)
    {
        if (view.Memory is not { } memory)
        {
            var alone = FusionChoice.Of(view, parameters: null);
            return new FusedReports(alone, FusionChoice.FuseWhatCanBeTold(alone, work));
        }

        var last = memory.Of<LastFusion>();
        var input = last.InputOf(view);
        var result = work.While("fusing", input.Reports.Count, "reports", () => Fuser.FuseAgain(input, last.Result));
        last.Keep(view, input, result);
        return new FusedReports(input, result);
    }
}
