using System.Collections.Immutable;
using Holdfire.Cases;
using Holdfire.Fusion.Judging;
using Holdfire.Sources.Files;

namespace Holdfire.Fusion.Peers;

/// <summary>A case as methods get it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reports">Its reports as circles and spans.</param>
internal sealed record CaseInput(Case Case, ImmutableArray<PeerReport> Reports)
{
    /// <exception cref="InvalidDataException">The case has faults; the message names the first.</exception>
    public static CaseInput Read(string folder)
    {
        var load = CaseFolder.Load(folder);
        return load.Case is { } @case
            ? new CaseInput(@case, PeerReports.Of(@case)) : throw new InvalidDataException($"{folder}: {load.Faults[0]}");
    }
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
