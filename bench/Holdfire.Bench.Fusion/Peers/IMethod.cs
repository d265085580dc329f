using Holdfire.Bench.Fusion.Judging;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>A way to put reports together.</summary>
internal interface IMethod
{
    string Name { get; }

    /// <summary>The best setting for a case whose truth is known; "" where there is nothing to set, null where none finished.</summary>
    string? Choose(CaseInput input, Truth truth);

    /// <summary>The groups of a case under a setting that was chosen; null: it did not finish in time.</summary>
    Grouping? Group(CaseInput input, string setting);
}
