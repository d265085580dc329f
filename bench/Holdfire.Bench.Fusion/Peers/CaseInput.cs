using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.CaseFormat;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>A case as methods get it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reports">Its reports as circles and spans.</param>
internal sealed record CaseInput(Case Case, ImmutableArray<PeerReport> Reports)
{
    /// <exception cref="InvalidDataException">The case has errors; the message names the first.</exception>
    public static CaseInput Read(string folder)
    {
        var load = CaseFolder.Load(folder);
        return load.Case is { } @case
            ? new CaseInput(@case, PeerReports.Of(@case)) : throw new InvalidDataException($"{folder}: {load.Errors[0]}");
    }
}
