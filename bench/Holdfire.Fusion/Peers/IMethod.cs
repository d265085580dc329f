using System.Collections.Immutable;
using Holdfire.Fusion.Judging;

namespace Holdfire.Fusion.Peers;

/// <summary>A case as methods get it.</summary>
/// <param name="Folder">The case folder.</param>
/// <param name="Reports">Its reports as circles and spans.</param>
internal sealed record CaseInput(string Folder, ImmutableArray<PeerReport> Reports)
{
    public static CaseInput Read(string folder) => new(folder, PeerReports.Read(folder));
}

/// <summary>A way to put reports together, with settings of which the best is sought with the truth in hand.</summary>
internal interface IMethod
{
    string Name { get; }

    /// <summary>The settings to try; one where there is nothing to set.</summary>
    ImmutableArray<string> Settings { get; }

    /// <summary>The groupings of one case under some settings; null: it did not finish.</summary>
    IEnumerable<(string Setting, Grouping? Grouping)> Group(CaseInput input, ImmutableArray<string> settings);
}
