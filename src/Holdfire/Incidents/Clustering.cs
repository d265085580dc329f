namespace Holdfire.Incidents;

/// <summary>How the nodes of a component were put into groups.</summary>
/// <param name="GroupOf">For each node the least node of its group.</param>
/// <param name="Probability">For each least node the probability of its group as it is; 0 elsewhere.</param>
/// <param name="Around">For each least node the nodes among which its group was decided; none where it is too large for that.</param>
internal sealed record Clustering(int[] GroupOf, double[] Probability, Func<int, int[]> Around);
