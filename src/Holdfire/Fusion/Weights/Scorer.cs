using System.Collections.Immutable;
using Holdfire.Acts;

namespace Holdfire.Fusion;

/// <summary>Weighs groups of reports: Fellegi and Sunter (1969), with the fields' densities integrated over the true event.</summary>
internal sealed class Scorer(FusionParameters parameters, ActTable acts)
{
    private const double RepeatKm = 0.05;
    private const int MostOnStack = 256;
    private const double HalfMinute = 1.0 / 120;
    private readonly TailTable tails = new(parameters.TailFreedom);
    private readonly double mostTwiceBits = Math.Max(parameters.RepeatBits, parameters.AgainBits);
    private readonly double sameMinuteBits = Bounds.SameMinuteBits(parameters);

    public FusionParameters Parameters => parameters;

    /// <summary>The acts that are weighed, in order; the weights of all depend on which there are.</summary>
    public ImmutableArray<ActCode> ActCodes => acts.Codes;

    /// <summary>What no pair can exceed.</summary>
    public Bounds Bounds { get; } = new(parameters, acts);

    /// <summary>
    /// Whether two reports can be of one event at all: sums with sums, acts that can be one, places and times within the
    /// gate, and not of one source unless it may tell of the same again; never two rows of a source that tells its rows apart.
    /// </summary>
    public bool CanBeOne(in FusionRow a, in FusionRow b) =>
        a.IsAggregate == b.IsAggregate && WithinGate(a, b) && acts.CanBeOne(a.Act, b.Act) &&
        (a.Source != b.Source || (!a.IsDistinct && (IsRepeat(a, b) || MayBeAgain(a, b))));

    /// <summary>Whether place and time lie within the gate.</summary>
    public bool WithinGate(in FusionRow a, in FusionRow b)
    {
        var gate = parameters.GateDeviations;
        if (a.Start - (gate * a.TimeError) > b.End + (gate * b.TimeError) || b.Start - (gate * b.TimeError) > a.End + (gate * a.TimeError))
        {
            return false;
        }

        var (x, y, z) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        return (x * x) + (y * y) + (z * z) <= gate * gate * (a.PlaceVariance + b.PlaceVariance);
    }

    /// <summary>
    /// The same words again from the same source, with something in them that singles the event out: a clock time, a count of
    /// two or more, or harm. Two entries of one day and town may be two events.
    /// </summary>
    public static bool IsRepeat(in FusionRow a, in FusionRow b) =>
        a.Source == b.Source && a.IsSingledOut && b.IsSingledOut && a.Act == b.Act && a.Actor.Number == b.Actor.Number && a.CountKey == b.CountKey &&
        Math.Abs(a.Start - b.Start) < HalfMinute && Math.Abs(a.ToldEnd - b.ToldEnd) < HalfMinute &&
        Math.Abs(a.X - b.X) < RepeatKm && Math.Abs(a.Y - b.Y) < RepeatKm && Math.Abs(a.Z - b.Z) < RepeatKm &&
        a.PlaceVariance.Equals(b.PlaceVariance) && a.Count.Offset.Equals(b.Count.Offset);

    /// <summary>
    /// Whether a source told of these at two known times, so that the later may be of the same event in other words. What it
    /// lists at one time it tells apart.
    /// </summary>
    public static bool MayBeAgain(in FusionRow a, in FusionRow b) => a.Source == b.Source && Math.Abs(a.Published - b.Published) > HalfMinute;

    /// <summary>The odds of one event against separate events that a weight gives: docs/fusion.md, section "Probabilities".</summary>
    public double Odds(double bits) => Math.Pow(2, parameters.EvidencePower * bits);

    /// <summary>What it weighs that two reports are of one source, bits; 0 where they are not.</summary>
    public static double TwiceBits(in FusionRow a, in FusionRow b, FusionParameters parameters) =>
        a.Source != b.Source ? 0 : IsRepeat(a, b) ? parameters.RepeatBits : parameters.AgainBits;

    /// <summary>The weight of two reports being of one event, bits; they are taken in the order of their ids.</summary>
    public double PairBits(FusionRows rows, int a, int b)
    {
        ReadOnlySpan<int> members = a < b ? [a, b] : [b, a];
        return Parts(rows.Values, members).Total;
    }

    /// <summary>The weight of these reports, in the order of their ids, being of one event.</summary>
    public WeightParts Parts(FusionRow[] rows, ReadOnlySpan<int> members)
    {
        var evidence = default(Evidence);
        for (var i = 0; i < members.Length; i++)
        {
            Add(ref evidence, rows, members[..i], members[i]);
        }

        return Parts(evidence, rows, members);
    }

    /// <summary>Adds a report to the sums over those before it.</summary>
    public void Add(ref Evidence evidence, FusionRow[] rows, ReadOnlySpan<int> before, int member)
    {
        ref readonly var row = ref rows[member];
        evidence.Add(row);
        var (twice, isSameMinute) = (double.NegativeInfinity, false);
        foreach (var earlier in before)
        {
            ref readonly var other = ref rows[earlier];
            isSameMinute |= IsSameMinute(row, other);
            if (row.Source == other.Source)
            {
                twice = Math.Max(twice, TwiceBits(row, other, parameters));
            }

            // Of a thousand reports of one minute the first few say all.
            if ((isSameMinute || !row.IsMinute) && twice >= mostTwiceBits)
            {
                break;
            }
        }

        evidence.SameMinutes += isSameMinute ? 1 : 0;
        evidence.TwiceBits += double.IsNegativeInfinity(twice) ? 0 : twice;
    }

    /// <summary>The weight of reports whose sums are at hand.</summary>
    public WeightParts Parts(in Evidence e, FusionRow[] rows, ReadOnlySpan<int> members)
    {
        if (members.Length < 2)
        {
            return default;
        }

        var joining = members.Length - 1;
        var place = EvidenceMath.LnPlace(e, tails) / Math.Log(2);
        var time = (EvidenceMath.LnTime(e, tails) / Math.Log(2)) + (sameMinuteBits * e.SameMinutes);
        var background = EvidenceMath.LnBackground(e) / Math.Log(2);
        var over = place + time + background - (parameters.MostPlaceTimeBits * joining);
        return new WeightParts(
            (parameters.LinkBits * joining) + e.LinkBits + e.TwiceBits,
            place, time, over > 0 ? background - over : background,
            ActBits(rows, members), ActorBits(rows, members), TargetBits(rows, members),
            e.Count.Ln(parameters.CountSpread) / Math.Log(2),
            (e.Killed.Ln(parameters.HarmSpread) + e.Injured.Ln(parameters.HarmSpread)) / Math.Log(2));
    }

    /// <summary>Whether two reports give the same minute.</summary>
    public static bool IsSameMinute(in FusionRow a, in FusionRow b) =>
        a.IsMinute && b.IsMinute && Math.Abs(a.Start - b.Start) < HalfMinute && Math.Abs(a.End - b.End) < HalfMinute;

    private double ActBits(FusionRow[] rows, ReadOnlySpan<int> members)
    {
        if (members.Length == 2)
        {
            return acts.PairBits(rows[members[0]].Act, rows[members[1]].Act);
        }

        Span<double> product = stackalloc double[acts.Leaves];
        acts.Prior.CopyTo(product);
        foreach (var member in members)
        {
            var ratio = acts.RatioOf(rows[member].Act);
            for (var leaf = 0; leaf < product.Length; leaf++)
            {
                product[leaf] *= ratio[leaf];
            }
        }

        var sum = 0.0;
        foreach (var p in product)
        {
            sum += p;
        }

        return Math.Log2(sum);
    }

    private double ActorBits(FusionRow[] rows, ReadOnlySpan<int> members)
    {
        Span<Named> named = members.Length <= MostOnStack ? stackalloc Named[members.Length] : new Named[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            named[i] = rows[members[i]].Actor;
        }

        return Named.Bits(named, parameters.ActorError);
    }

    private double TargetBits(FusionRow[] rows, ReadOnlySpan<int> members)
    {
        Span<Named> named = members.Length <= MostOnStack ? stackalloc Named[members.Length] : new Named[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            named[i] = rows[members[i]].Target;
        }

        return Named.Bits(named, parameters.TargetError);
    }
}
