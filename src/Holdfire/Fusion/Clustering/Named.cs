namespace Holdfire.Fusion;

/// <summary>One of several kinds that a report may name: an actor or a target. The number is -1 where it names none.</summary>
/// <param name="Number">Which.</param>
/// <param name="Share">The share of reports, of those that name any, that name this one.</param>
internal readonly record struct Named(int Number, double Share)
{
    public static Named None => new(-1, 0);

    public bool IsNamed => Number >= 0;

    /// <summary>
    /// The weight of reports that name these being of one event, bits. The true one is one of those named or another; a
    /// report names the true one, or, with the probability of an error, any as often as they are named at all.
    /// </summary>
    public static double Bits(ReadOnlySpan<Named> all, double error)
    {
        var (named, sum, others) = (0, 0.0, 1.0);
        foreach (var one in all)
        {
            named += one.IsNamed ? 1 : 0;
        }

        if (named < 2)
        {
            return 0;
        }

        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].IsNamed && IsFirst(all, i, out var same))
            {
                others -= all[i].Share;
                sum += all[i].Share * Power(((1 - error) / all[i].Share) + error, same) * Power(error, named - same);
            }
        }

        return Math.Log2(sum + (Math.Max(0, others) * Power(error, named)));
    }

    /// <summary>The most that it can weigh in a pair, bits: where the other names the same.</summary>
    public double MostBits(double error) => IsNamed ? Math.Max(0, Bits([this, this], error)) : 0;

    /// <summary>
    /// The most that two that differ can weigh in a pair, bits: shares p and q give 2 e (1 - e) + e² (p + q + others), and
    /// what is in brackets is at most 2.
    /// </summary>
    public static double MostBitsOfOthers(double error) => Math.Log2(2 * error);

    // Few factors: quicker than the power of any real number.
    private static double Power(double factor, int times)
    {
        var product = 1.0;
        for (; times > 0; times--)
        {
            product *= factor;
        }

        return product;
    }

    private static bool IsFirst(ReadOnlySpan<Named> all, int at, out int same)
    {
        same = 0;
        for (var j = 0; j < all.Length; j++)
        {
            if (all[j].Number == all[at].Number)
            {
                if (j < at)
                {
                    return false;
                }

                same++;
            }
        }

        return true;
    }
}
