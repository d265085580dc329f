namespace Holdfire.Fusion;

/// <summary>The probability of each report of being the only one of its event.</summary>
internal static class AloneOdds
{
    /// <summary>By row; what is stated to be of one event counts as one report.</summary>
    public static double[] Of(FusionResult result)
    {
        var alone = new double[result.Count];
        Array.Fill(alone, 1);
        result.Components.Run((from, to) =>
        {
            var solver = new ComponentSolver();
            for (var component = from; component < to; component++)
            {
                Note(component, solver);
            }
        });
        return alone;

        void Note(int component, ComponentSolver solver)
        {
            var problem = result.ProblemOf(component);
            var clustering = result.ClusteringOf(component, problem);
            solver.Around(problem, clustering, clustering.Groups, (group, nodes, exact) =>
            {
                for (var i = 0; i < nodes.Length; i++)
                {
                    if (clustering.GroupOf[nodes[i]] == group)
                    {
                        Put(nodes[i], exact.Probability(1 << i));
                    }
                }

                return true;
            }, group =>
            {
                var nodes = clustering.NodesOf(group);
                var large = new LargeGroup(problem, nodes);
                for (var i = 0; i < nodes.Length; i++)
                {
                    Put(nodes[i], large.Alone(i));
                }

                return true;
            });

            void Put(int node, double odds) => Array.ForEach(problem.Nodes[node].Evidence, row => alone[row] = odds);
        }
    }
}
