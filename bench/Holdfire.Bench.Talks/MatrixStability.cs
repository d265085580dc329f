using Holdfire.Talks.Stability;
using Holdfire.Model;

namespace Holdfire.Bench.Talks;

/// <summary>
/// The straightforward way: a matrix of moves and one of preferences for each party, products and closures of them, as matrix
/// forms of the graph model have it. Time grows with the cube of the states, space with the square.
/// </summary>
internal static class MatrixStability
{
    public static StabilityKinds[][] Of(ConflictModel model)
    {
        var states = model.States();
        var n = states.Length;
        var parties = model.DecisionMakers;
        var moves = parties.Select(p => Matrix(n, (a, b) => a != b &&
            model.Options.Select((o, i) => (o, i)).All(x => x.o.Party == p || ((states[a] ^ states[b]) >> x.i & 1) == 0))).ToArray();
        var keys = parties.Select((_, p) => states.Select(s =>
            model.Preferences[p].Statements.Aggregate(0UL, (k, f) => k * 2 + (f.Formula.IsTrue(s) ? 1UL : 0))).ToArray()).ToArray();
        var better = keys.Select(k => Matrix(n, (a, b) => k[b] > k[a])).ToArray();
        var improvements = moves.Zip(better, (m, b) => Matrix(n, (x, y) => m[x, y] && b[x, y])).ToArray();
        return [.. parties.Select((_, p) => Of(n, p, moves, better, improvements))];
    }

    private static StabilityKinds[] Of(int n, int party, bool[][,] moves, bool[][,] better, bool[][,] improvements)
    {
        var others = Closure(n, moves.Where((_, p) => p != party));
        var othersImproving = Closure(n, improvements.Where((_, p) => p != party));
        // From x the party can be better off than in s.
        var escapes = Product(n, moves[party], Matrix(n, (x, s) => better[party][s, x]));
        var noBetter = Matrix(n, (x, s) => !better[party][s, x]);
        var noEscape = Matrix(n, (x, s) => noBetter[x, s] && !escapes[x, s]);
        bool[,] general = Product(n, others, noBetter), symmetric = Product(n, others, noEscape), sequential = Product(n, othersImproving, noBetter);
        return
        [
            .. Enumerable.Range(0, n).Select(s =>
            {
                var to = Enumerable.Range(0, n).Where(x => improvements[party][s, x]).ToList();
                return (to.Count == 0 ? StabilityKinds.Nash : 0) | (to.TrueForAll(x => general[x, s]) ? StabilityKinds.Gmr : 0)
                    | (to.TrueForAll(x => symmetric[x, s]) ? StabilityKinds.Smr : 0) | (to.TrueForAll(x => sequential[x, s]) ? StabilityKinds.Seq : 0);
            }),
        ];
    }

    private static bool[,] Matrix(int n, Func<int, int, bool> entry)
    {
        var matrix = new bool[n, n];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                matrix[a, b] = entry(a, b);
            }
        }

        return matrix;
    }

    private static bool[,] Product(int n, bool[,] left, bool[,] right)
    {
        var product = new bool[n, n];
        for (var a = 0; a < n; a++)
        {
            for (var via = 0; via < n; via++)
            {
                if (left[a, via])
                {
                    for (var b = 0; b < n; b++)
                    {
                        product[a, b] |= right[via, b];
                    }
                }
            }
        }

        return product;
    }

    private static bool[,] Closure(int n, IEnumerable<bool[,]> steps)
    {
        var all = steps.ToList();
        var reach = Matrix(n, (a, b) => all.Exists(m => m[a, b]));
        for (var via = 0; via < n; via++)
        {
            for (var a = 0; a < n; a++)
            {
                if (reach[a, via])
                {
                    for (var b = 0; b < n; b++)
                    {
                        reach[a, b] |= reach[via, b];
                    }
                }
            }
        }

        return reach;
    }
}
