using Holdfire.Places;

namespace Holdfire.Fusion;

/// <summary>Explains a group of a result.</summary>
internal static class ReasonBuilder
{
    public static IncidentReasons Of(FusionResult result, int first)
    {
        var component = result.ComponentOf(first);
        if (component < 0)
        {
            return new IncidentReasons([result.ReportAt(first).Id], default, [], []);
        }

        var nodes = result.ProblemOf(component).Nodes.Where(n => result.GroupOf(n.First) == first).ToList();
        int[] members = [.. nodes.SelectMany(n => n.Members).Order()];
        int[] evidence = [.. nodes.SelectMany(n => n.Evidence).Order()];
        var whole = Weigh(result, evidence);
        return new IncidentReasons(
            [.. evidence.Select(e => result.ReportAt(e).Id)], whole,
            [.. evidence.Select(e => (result.ReportAt(e).Id, Less(whole, Weigh(result, [.. evidence.Where(o => o != e)]))))],
            [.. members.SelectMany((a, i) => members.Skip(i + 1).Select(b => Pair(result, evidence, a, b)))]);
    }

    private static PairWeight Pair(FusionResult result, int[] evidence, int a, int b)
    {
        ref readonly var x = ref result.Rows.Values[a];
        ref readonly var y = ref result.Rows.Values[b];
        var stated = result.Links.Of(a).Where(l => l.From == b || l.To == b).Select(l => (LinkKind?)l.Kind).Min();
        var located = x.PlaceVariance > 0 && y.PlaceVariance > 0;
        var chord = Math.Sqrt(((x.X - y.X) * (x.X - y.X)) + ((x.Y - y.Y) * (x.Y - y.Y)) + ((x.Z - y.Z) * (x.Z - y.Z)));
        return new PairWeight(
            result.ReportAt(a).Id, result.ReportAt(b).Id, stated,
            Array.IndexOf(evidence, a) >= 0 && Array.IndexOf(evidence, b) >= 0 ? Weigh(result, [a, b]) : null,
            located ? Sphere.Arc(chord) : null,
            located ? Math.Abs(((x.Start + x.End) - (y.Start + y.End)) / 2) : null);
    }

    private static WeightParts Weigh(FusionResult result, int[] rows) => result.Scorer.Parts(result.Rows.Values, rows);

    private static WeightParts Less(WeightParts a, WeightParts b) => new(
        a.Prior - b.Prior, a.Place - b.Place, a.Time - b.Time, a.Background - b.Background, a.Act - b.Act, a.Actor - b.Actor, a.Target - b.Target,
        a.Count - b.Count, a.Harm - b.Harm);
}
