using System.Collections.Immutable;
using Holdfire.Bench.Fusion.Judging;
using Holdfire.Bench.Fusion.Peers;
using Holdfire.Fusion;

namespace Holdfire.Bench.Fusion.Own;

/// <summary>
/// The same clustering with parameters from the truth: what each source errs by is measured on a case whose events are known,
/// then the numbers for all are moved, one after another, as long as F1 on that case rises. How much better this is than
/// what was learnt from reports alone is the cost of not knowing.
/// </summary>
internal sealed class TruthMethod : IMethod
{
    private static readonly ImmutableArray<(Func<FusionParameters, double, FusionParameters> Set, double[] Steps)> Moves =
    [
        ((p, by) => p with { LinkBits = Math.Clamp(p.LinkBits + by, -30, 30) }, [-1, 1, 2]),
        ((p, by) => p with { BurstReports = p.BurstReports * by }, [0.5, 2, 4]),
        ((p, by) => p with { BurstKm = p.BurstKm * by }, [0.5, 2]),
        ((p, by) => p with { BurstHours = p.BurstHours * by }, [0.5, 2]),
        ((p, by) => p with { TailFreedom = Math.Clamp(p.TailFreedom * by, 0.5, 100) }, [0.5, 2]),
        ((p, by) => p with { SameMinuteShare = Math.Clamp(p.SameMinuteShare * by, 0, 0.95) }, [0.5, 2]),
        ((p, by) => p with { ActCoarser = Math.Clamp(p.ActCoarser * by, 1e-6, 1) }, [0.5, 2]),
        ((p, by) => p with { CountError = p.CountError * by }, [0.7, 1.4]),
        ((p, by) => p with { HarmError = p.HarmError * by }, [0.7, 1.4]),
        ((p, by) => p with { MostPlaceTimeBits = Math.Clamp(p.MostPlaceTimeBits + by, 0, 60) }, [-5, 5]),
        ((p, by) => p with { RepeatBits = Math.Clamp(p.RepeatBits + by, -30, 30) }, [-2, 2]),
        ((p, by) => p with { AgainBits = Math.Clamp(p.AgainBits + by, -30, 0) }, [-2, 2]),
    ];

    private FusionParameters? chosen;

    public string Name => "Holdfire, parameters from the truth";

    public string? Choose(CaseInput input, Truth truth)
    {
        var best = TrueParameters.Of(input, truth);
        var most = F1(best);
        for (var round = 0; round < 2; round++)
        {
            foreach (var (set, steps) in Moves)
            {
                foreach (var step in steps)
                {
                    var moved = set(best, step);
                    if (moved.Faults().IsEmpty && F1(moved) is var f1 && f1 > most)
                    {
                        (best, most) = (moved, f1);
                    }
                }
            }
        }

        chosen = best;
        return "from another seed";

        double F1(FusionParameters parameters) =>
            Scores.Of(truth, HoldfireMethod.GroupsOf(Fuser.Fuse(FusionInput.Of(input.Case, parameters)))).F1;
    }

    public Grouping? Group(CaseInput input, string setting) => HoldfireMethod.Of(Fuser.Fuse(FusionInput.Of(
        input.Case, chosen! with { Background = BackgroundMap.Of(input.Case.Reports, input.Case.Places, input.Case.Sources) })));
}
