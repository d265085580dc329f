using System.Collections.Immutable;
using Holdfire.Fusion.Judging;

namespace Holdfire.Fusion.Peers;

/// <summary>Nothing but what the reports say themselves: the floor.</summary>
internal sealed class LinksMethod : IMethod
{
    public string Name => "links alone";

    public ImmutableArray<string> Settings => [""];

    public IEnumerable<(string Setting, Grouping? Grouping)> Group(CaseInput input, ImmutableArray<string> settings) =>
        [("", Groupings.OfLinks(input.Reports, []))];
}
