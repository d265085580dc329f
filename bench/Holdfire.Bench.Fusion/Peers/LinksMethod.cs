using Holdfire.Bench.Fusion.Judging;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>Nothing but what the reports say themselves: the floor.</summary>
internal sealed class LinksMethod : IMethod
{
    public string Name => "links alone";

    public string? Choose(CaseInput input, Truth truth) => "";

    public Grouping? Group(CaseInput input, string setting) => Groupings.OfLinks(input.Reports, []);
}
