using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Finds the lines of one truce for one source's claims about one party.</summary>
internal sealed class LineFinder(
    CaseView view, Truce truce, Claims claims, Instant dataEnd, AssessmentOptions options)
{
    private static readonly ImmutableArray<Measure> Measures = [Measure.Launched, Measure.Destroyed, Measure.Occurred];

    private readonly Case @case = view.Standing;
    private readonly InForce? inForce = truce.For(claims.Actor);
    private readonly ImmutableArray<ActCode> excepted =
        [.. truce.Exceptions.Where(e => e.Areas.IsEmpty && e.Target is null).Select(e => e.Act).OfType<ActCode>()];

    /// <summary>The lines: each prohibition's acts in order, then the acts that the truce leaves free.</summary>
    public IEnumerable<LineSpec> Find()
    {
        if (!(inForce?.When ?? truce.Intended).HasStart)
        {
            return [];
        }

        return [.. truce.Prohibitions.SelectMany(Forbidden), .. Free()];
    }

    private IEnumerable<LineSpec> Forbidden(Prohibition prohibition)
    {
        var near = claims.Within(Span(), prohibition.Areas, @case.Places).Except(excepted);
        var status = inForce is not null && prohibition.Bound.Contains(claims.Actor)
            ? TruceStatus.InForce : TruceStatus.NotBound;
        var acts = near.Acts.Where(prohibition.Act.Contains).ToList();
        return (acts.Count == 0 && near.Acts.Any(a => !a.IsDisjointFrom(prohibition.Act)) ? [prohibition.Act] : acts)
            .Select(act => Line(prohibition, act, near.About(act), status, outside: false)).OfType<LineSpec>();
    }

    private IEnumerable<LineSpec> Free()
    {
        var areas = truce.Prohibitions.SelectMany(p => p.Areas).Distinct().ToImmutableArray();
        var near = claims.Within(Span(), areas, @case.Places);
        var status = inForce is null ? TruceStatus.NotBound : TruceStatus.InForce;
        var acts = near.Acts
            .Where(act => excepted.Any(e => e.Contains(act)) || !truce.Prohibitions.Any(p => p.Target is null && p.Act.Contains(act)));
        foreach (var act in acts)
        {
            var forbidden = truce.Prohibitions.Where(p => p.Act.Contains(act)).Select(p => p.Target)
                .OfType<TargetKind>().ToImmutableArray();
            var about = near.About(act);
            var terms = new Prohibition("outside-terms", act, null, areas, [], "Not forbidden by this truce");
            if (Line(terms, act, forbidden.IsEmpty ? about : about.Without(forbidden), status, outside: true) is { } line)
            {
                yield return line;
            }
        }
    }

    private LineSpec? Line(Prohibition prohibition, ActCode act, Claims about, TruceStatus status, bool outside)
    {
        if (MostUsed(about, act) is not var (measure, unit))
        {
            return null;
        }

        return new LineSpec(truce, prohibition, status, act, measure, unit, about.In(unit), PeriodsOf(prohibition, act), outside);
    }

    /// <summary>The measure and unit in which the source makes most claims of this very act, or else of any that may be it.</summary>
    private static (Measure Measure, CountUnit Unit)? MostUsed(Claims claims, ActCode act)
    {
        var uses = new Dictionary<(bool Exact, Measure Measure, CountUnit Unit), int>();
        foreach (var (kind, count) in claims.Classes.Where(c => !c.Class.IsPart && Measures.Contains(c.Class.Measure)))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(uses, (kind.Act == act, kind.Measure, kind.Unit), out _) += count;
        }

        return uses.OrderByDescending(u => u.Key.Exact).ThenByDescending(u => u.Value)
            .ThenBy(u => Measures.IndexOf(u.Key.Measure)).ThenBy(u => u.Key.Unit)
            .Select(u => ((Measure, CountUnit)?)(u.Key.Measure, u.Key.Unit)).FirstOrDefault();
    }

    private Interval When => inForce?.When ?? truce.Intended;

    private Periods PeriodsOf(Prohibition prohibition, ActCode act)
    {
        var area = prohibition.Areas.Any(a => @case.Places.Contains(a, claims.Source.Scope))
            ? [claims.Source.Scope] : prohibition.Areas;
        var others = @case.Truces.Where(t => t.Id != truce.Id && t.Prohibitions.Any(p => Covers(p, prohibition, act, area)))
            .Select(t => t.For(claims.Actor)?.When).OfType<Interval>().ToImmutableArray();
        return Periods.Of(truce, When, others, dataEnd, view.Coordinates.KnownBy, options);
    }

    private bool Covers(Prohibition other, Prohibition prohibition, ActCode act, ImmutableArray<AreaCode> areas) =>
        other.Bound.Contains(claims.Actor) && other.Act.Contains(act)
        && (other.Target is null || other.Target == prohibition.Target)
        && areas.All(a => other.Areas.Any(o => @case.Places.Contains(o, a)));

    private Interval Span()
    {
        var end = When.HasEnd ? When.End : Instant.Max(dataEnd, When.Start);
        return new Interval(
            When.Start - Duration.FromDays(options.BaselineDays + 2), end + Duration.FromDays(options.AfterDays + 2));
    }
}
