using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.Fusion;

/// <summary>When what a single report tells of lies in a sum, certainly or perhaps.</summary>
internal sealed class ContainmentRules(Gazetteer places)
{
    /// <summary>Whether the event lies in the sum wherever within its window and place the truth is.</summary>
    public bool IsWithin(Report single, Report sum) =>
        Counts(single, sum) && sum.Act.Contains(single.Act) && single.Window.Extent is { HasStart: true, HasEnd: true } &&
        single.Window.IsInside(sum.Window.Extent) && (sum.AllegedActor is null || sum.AllegedActor == single.AllegedActor) &&
        (sum.Target == Acts.TargetKind.Unknown || sum.Target.Contains(single.Target)) && IsPlaceWithin(single, sum);

    /// <summary>Whether the event may lie in the sum.</summary>
    public bool MayTouch(Report single, Report sum) =>
        Counts(single, sum) && !sum.Act.IsDisjointFrom(single.Act) && Intervals.Overlap(single.Window.Extent, sum.Window.Extent) &&
        (sum.AllegedActor is null || single.AllegedActor is null || sum.AllegedActor == single.AllegedActor) && !IsPlaceApart(single, sum);

    // What was shot down or seen to hit had been launched; otherwise only the same measure counts the same things.
    private static bool Counts(Report single, Report sum) =>
        single.Denies.IsEmpty && single.Unit == sum.Unit &&
        (single.Measure == sum.Measure ||
            (sum.Measure == Measure.Launched && single.Measure is Measure.Destroyed or Measure.NotReached or Measure.Hit or Measure.Occurred));

    // Circles about regions are wider than the regions, so a point lies certainly within areas only where its report names them.
    private bool IsPlaceWithin(Report single, Report sum)
    {
        if (!sum.Areas.IsEmpty)
        {
            return !single.Areas.IsEmpty && places.RegionsOf(single.Areas).IsSubsetOf(places.RegionsOf(sum.Areas));
        }

        return sum.Point is not { } circle ||
            (single.Point is { } own && Sphere.Distance(circle.Centre, own.Centre) + own.RadiusKm <= circle.RadiusKm);
    }

    private bool IsPlaceApart(Report single, Report sum)
    {
        if (!sum.Areas.IsEmpty && !single.Areas.IsEmpty)
        {
            return !places.RegionsOf(single.Areas).Overlaps(places.RegionsOf(sum.Areas));
        }

        return sum.Point is { } circle && single.Point is { } own &&
            Sphere.Distance(circle.Centre, own.Centre) > circle.RadiusKm + own.RadiusKm;
    }
}
