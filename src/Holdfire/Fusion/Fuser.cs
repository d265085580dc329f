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
    public static FusionResult FuseWhatCanBeTold(FusionInput input) => Fuse(input, null, near: false);

    /// <summary>
    /// The same result as <see cref="FuseWhatCanBeTold"/>, at a cost that grows with what is new: what an earlier result of the same
    /// <see cref="FusionParameters"/> decided is taken over where nothing that bears on it has changed.
    /// </summary>
    /// <param name="input">The reports as they are now.</param>
    /// <param name="earlier">A result of this method; null for the first. One of other parameters helps nothing and harms nothing.</param>
    /// <exception cref="ArgumentException">Two reports have one id, or pins contradict each other.</exception>
    public static FusionResult FuseAgain(FusionInput input, FusionResult? earlier) => Fuse(input, earlier, near: true);

    private static FusionResult Fuse(FusionInput input, FusionResult? earlier, bool near)
    {
        if (Pin.FindContradiction(input.Pins) is { } pin)
        {
            throw new ArgumentException($"pin {pin.Id} holds apart {pin.A} and {pin.B}, which other pins hold together", nameof(input));
        }

        var acts = new ActTable(input.Parameters, input.Reports.Select(r => r.Act).Distinct());
        var scorer = new Scorer(input.Parameters, acts);
        earlier = earlier is not null && KeptRows.AreWeightsOf(earlier, scorer) ? earlier : null;
        var builder = new RowBuilder(input.Parameters, input.Places, input.Sources, acts, earlier?.Builder);
        var rows = FusionRows.Of(input.Reports, builder);
        var links = new StatedLinks(rows, input.Pins);
        var evidence = Evidence(rows, links);
        var index = new CellIndex(scorer, rows, evidence);
        var kept = KeptRows.Of(earlier, rows, links, evidence);
        var edges = kept?.Candidates(index, evidence) ?? Candidates(index);
        var components = LinkedComponents.Of(rows.Count, edges, links);
        var result = new FusionResult(scorer, builder, rows, links, evidence, edges, components);
        result.Solve(kept, near ? NearOdds.After(kept, rows.Count) : null);
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
