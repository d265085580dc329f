using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>The reports of a view, fused once at the parameters that the view itself names: for questions about one event after another.</summary>
internal sealed class FusedView
{
    private volatile Made? made;

    /// <summary>What was fused, with what it was fused from. Work that was given up is done again when it is asked for again.</summary>
    /// <param name="make">Fuses.</param>
    public Made Of(Func<Made> make) => made ??= make();

    /// <summary>A fusion and its input.</summary>
    /// <param name="Input">The reports and parameters.</param>
    /// <param name="Result">The groups.</param>
    public sealed record Made(FusionInput Input, FusionResult Result);
}
