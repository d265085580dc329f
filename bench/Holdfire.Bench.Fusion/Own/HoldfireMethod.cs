using Holdfire.Bench.Fusion.Judging;
using Holdfire.Bench.Fusion.Peers;
using Holdfire.Fusion;

namespace Holdfire.Bench.Fusion.Own;

/// <summary>Holdfire's own fusion, at parameters learnt from the reports alone or at the shipped ones. Nothing is chosen with the truth.</summary>
internal sealed class HoldfireMethod(bool learns) : IMethod
{
    public string Name => learns ? "Holdfire, learnt" : "Holdfire, shipped";

    public string? Choose(CaseInput input, Truth truth) => "";

    public Grouping? Group(CaseInput input, string setting)
    {
        var fusion = FusionInput.Of(input.Case);
        return Of(Fuser.Fuse(learns ? FusionInput.Of(input.Case, FusionFit.Of(fusion).Parameters) : fusion));
    }

    /// <summary>The groups of a result and its probabilities of pairs.</summary>
    public static Grouping Of(FusionResult result) => GroupsOf(result) with
    {
        Pairs = [.. result.Pairs().Select(p => new PairOdds(p.A.Value, p.B.Value, p.Probability))],
    };

    /// <summary>The groups alone.</summary>
    public static Grouping GroupsOf(FusionResult result) => new(Enumerable.Range(0, result.Count).ToDictionary(
        i => result.ReportAt(i).Id.Value, i => result.ReportAt(result.GroupOf(i)).Id.Value));
}
