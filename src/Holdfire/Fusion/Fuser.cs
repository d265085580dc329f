using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>Decides which reports are about the same event. docs/fusion.md describes the method.</summary>
public static class Fuser
{
    /// <summary>
    /// Fuses reports. A pure function: neither the order of the reports nor the number of processors changes any of the result.
    /// </summary>
    /// <exception cref="ArgumentException">Two reports have one id, or pins contradict each other.</exception>
    /// <exception cref="TooLargeException">Too many reports may be of one event; the first such component is named.</exception>
    public static FusionResult Fuse(FusionInput input) =>
        FuseWhatCanBeTold(input) is var result && result.Crowded is [var first, ..] ? throw new TooLargeException(first.Says) : result;

    /// <summary>The same; reports of which too many may be of one event are in no incident, and named in <see cref="FusionResult.Crowded"/>.</summary>
    /// <exception cref="ArgumentException">Two reports have one id, or pins contradict each other.</exception>
    public static FusionResult FuseWhatCanBeTold(FusionInput input)
    {
        if (Pin.FindContradiction(input.Pins) is { } pin)
        {
            throw new ArgumentException($"pin {pin.Id} holds apart {pin.A} and {pin.B}, which other pins hold together", nameof(input));
        }

        var acts = new ActTable(input.Parameters, input.Reports.Select(r => r.Act).Distinct());
        var scorer = new Scorer(input.Parameters, acts);
        var builder = new RowBuilder(input.Parameters, input.Places, input.Sources, acts);
        var rows = FusionRows.Of(input.Reports, builder);
        var links = new StatedLinks(rows, input.Pins);
        var evidence = Evidence(rows, links);
        var edges = Candidates(new CellIndex(scorer, rows, evidence));
        var components = LinkedComponents.Of(rows.Count, edges, links);
        var result = new FusionResult(scorer, builder, rows, links, evidence, edges, components);
        result.Solve();
        return result;
    }

    private static Edge[] Candidates(CellIndex index)
    {
        var found = Chunks.Gather(index.Order.Length, (from, to) =>
        {
            var pairs = new List<Edge>();
            for (var place = from; place < to; place++)
            {
                index.PairsOf(place, pairs);
            }

            return pairs;
        });
        var edges = new Edge[found.Sum(f => f.Count)];
        var at = 0;
        foreach (var some in found)
        {
            some.CopyTo(edges, at);
            at += some.Count;
        }

        return edges;
    }

    private static int[] Evidence(FusionRows rows, StatedLinks links)
    {
        int[] linked = [.. links.Linked];
        Array.Sort(linked);
        var isEvidence = new bool[rows.Count];
        Array.Fill(isEvidence, true);
        var (_, own) = new Atoms(rows, links).Join(linked);
        for (var i = 0; i < linked.Length; i++)
        {
            isEvidence[linked[i]] = own[i];
        }

        var evidence = new int[isEvidence.Count(e => e)];
        for (var (row, at) = (0, 0); row < isEvidence.Length; row++)
        {
            if (isEvidence[row])
            {
                evidence[at++] = row;
            }
        }

        return evidence;
    }
}
