using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Views;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Finds the lines of one truce for one source's claims about one party.</summary>
internal sealed class LineFinder(
    CaseView view, Truce truce, Claims claims, Instant dataEnd, AssessmentOptions options)
{
    private static readonly ImmutableArray<Measure> Measures = [Measure.Launched, Measure.Destroyed, Measure.Occurred];

    private readonly Case @case = view.Standing;
    private readonly BoundTime bound = BoundTime.Of(view.Standing, truce, claims.Actor);
    private readonly ImmutableArray<ActCode> excepted =
        [.. truce.Exceptions.Where(e => e.Areas.IsEmpty && e.Target is null).Select(e => e.Act).OfType<ActCode>()];

    /// <summary>
    /// The lines: each prohibition's acts in order, then the acts that the truce leaves free; or why there is none of claims that are
    /// about its time.
    /// </summary>
    public (ImmutableArray<LineSpec> Lines, LineLeftOut? LeftOut) Find()
    {
        if (claims.Actor is { } actor && @case.Parties.First(p => p.Id == actor).Role is not PartyRole.Party)
        {
            return ([], LeftOut($"{actor} is no party of this case that a truce can bind"));
        }

        if (bound.When is not { } when)
        {
            return ([], LeftOut(claims.Actor is null && bound.Bound.Length > 1
                ? "they name no actor, and there is no time at which the truce certainly bound each party"
                : "from when to when the truce was in force is not known"));
        }

        if (!when.HasStart)
        {
            return ([], LeftOut("when the truce began is not known"));
        }

        ImmutableArray<LineSpec> lines = [.. truce.Prohibitions.SelectMany(Forbidden), .. Free()];
        return (lines, lines.IsEmpty ? LeftOut(WhyNone()) : null);
    }

    private string WhyNone()
    {
        ImmutableArray<AreaCode> areas = [.. truce.Prohibitions.SelectMany(p => p.Areas).Distinct()];
        return truce.Prohibitions.IsEmpty ? "the truce has no prohibition on record"
            : claims.Within(Span(), areas, @case.Places).Places.Length == 0 ? "none of them lies in an area of the terms"
            : "none of them says how many were launched or destroyed, or occurred";
    }

    private LineLeftOut? LeftOut(string why)
    {
        var near = claims.Touching(Span());
        var reports = near.Classes.Where(c => !c.Class.IsPart).Sum(c => c.Claims);
        return reports == 0 ? null : new LineLeftOut(claims.Source.Id, claims.Actor, reports, why);
    }

    private IEnumerable<LineSpec> Forbidden(Prohibition prohibition)
    {
        var all = claims.Within(LongSpan(), prohibition.Areas, @case.Places).Except(excepted);
        var status = bound.Bound.Any(b => prohibition.Bound.Contains(b)) ? TruceStatus.InForce : TruceStatus.NotBound;
        if (status == TruceStatus.InForce && IsAnyoneFree(prohibition))
        {
            all = all.AtMost();
        }

        var near = all.Touching(Span());
        var acts = near.Acts.Where(prohibition.Act.Contains).ToList();
        return (acts.Count == 0 && near.Acts.Any(a => !a.IsDisjointFrom(prohibition.Act)) ? [prohibition.Act] : acts)
            .Select(act => Line(prohibition, act, near.About(act), all.About(act), status, outside: false)).OfType<LineSpec>();
    }

    private IEnumerable<LineSpec> Free()
    {
        var areas = truce.Prohibitions.SelectMany(p => p.Areas).Distinct().ToImmutableArray();
        var all = claims.Within(LongSpan(), areas, @case.Places);
        var near = all.Touching(Span());
        var status = bound.IsBound ? TruceStatus.InForce : TruceStatus.NotBound;
        var acts = near.Acts
            .Where(act => excepted.Any(e => e.Contains(act)) || !truce.Prohibitions.Any(p => p.Target is null && p.Act.Contains(act)));
        foreach (var act in acts)
        {
            var forbidden = truce.Prohibitions.Where(p => p.Act.Contains(act)).Select(p => p.Target)
                .OfType<TargetKind>().ToImmutableArray();
            Claims About(Claims those) => forbidden.IsEmpty ? those.About(act) : those.About(act).Without(forbidden);
            var terms = new Prohibition("outside-terms", act, null, areas, [], "Not forbidden by this truce");
            if (Line(terms, act, About(near), About(all), status, outside: true) is { } line)
            {
                yield return line;
            }
        }
    }

    private LineSpec? Line(Prohibition prohibition, ActCode act, Claims near, Claims all, TruceStatus status, bool outside)
    {
        if (MostUsed(near, act) is not var (measure, unit))
        {
            return null;
        }

        return new LineSpec(truce, prohibition, status, act, measure, unit, all.In(unit), When, OthersOf(prohibition, act), outside)
        {
            Bound = bound, DataEnd = DataEnd(), Control = outside || !bound.IsBound ? null : ControlOf(prohibition, act, measure, unit),
            MayBeOfOthers = !outside && claims.Actor is null ? [.. bound.Free.Concat(bound.Bound.Where(b => !prohibition.Bound.Contains(b)))] : [],
        };
    }

    // The same act of the same actor, as the same source tells, where no prohibition of this truce holds.
    private LineSpec? ControlOf(Prohibition prohibition, ActCode act, Measure measure, CountUnit unit)
    {
        ImmutableArray<AreaCode> held = [.. truce.Prohibitions.SelectMany(p => p.Areas).Distinct()];
        var elsewhere = claims.Outside(LongSpan(), held, @case.Places).About(act).In(unit);
        return elsewhere.Places.Length == 0 ? null
            : new LineSpec(truce, prohibition, TruceStatus.NotBound, act, measure, unit, elsewhere, When, [], true) { Bound = bound, DataEnd = DataEnd() };
    }

    // What names no actor may be the act of a party that the prohibition does not bind.
    private bool IsAnyoneFree(Prohibition prohibition) =>
        claims.Actor is null && (!bound.Free.IsEmpty || bound.Bound.Any(b => !prohibition.Bound.Contains(b)));

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

    // The time compared, or the widest that is known where none is certain.
    private Interval When => bound.When ?? bound.Possible;

    private ImmutableArray<Interval> OthersOf(Prohibition prohibition, ActCode act)
    {
        var area = prohibition.Areas.Any(a => @case.Places.Contains(a, claims.Source.Scope))
            ? [claims.Source.Scope] : prohibition.Areas;
        return [.. @case.Truces.Where(t => t.Id != truce.Id && t.Prohibitions.Any(p => Covers(p, prohibition, act, area)))
            .Select(t => BoundTime.Of(@case, t, claims.Actor)).Where(t => t.IsBound).Select(t => t.Possible)];
    }

    // Of a truce without an end what its source watches to the end counts too: silence at the end of a declared watch is data.
    private Instant DataEnd() => When.HasEnd ? dataEnd : claims.Source.Watches.Where(w => w.Watching && w.When.HasEnd)
        .Select(w => Instant.Min(w.When.End, view.Coordinates.KnownBy ?? Instant.MaxValue)).Append(dataEnd).Max();

    private bool Covers(Prohibition other, Prohibition prohibition, ActCode act, ImmutableArray<AreaCode> areas) =>
        (claims.Actor is { } actor ? other.Bound.Contains(actor) : other.Bound.Any(b => bound.Bound.Contains(b))) && other.Act.Contains(act)
        && (other.Target is not { } wider || (prohibition.Target is { } own && wider.Contains(own)))
        && areas.All(a => other.Areas.Any(o => @case.Places.Contains(o, a)));

    private Interval Span() => SpanFrom(UnitPeriods.MostDays + 2);

    private Interval LongSpan() => SpanFrom(LineBuilder.LongestPast);

    private Interval SpanFrom(int days)
    {
        var start = Intervals.StartOf(When);
        var end = When.HasEnd ? When.End : Instant.Max(dataEnd, start);
        return start == Instant.MinValue ? new Interval(null, end) : new Interval(
            start - Duration.FromDays(days), end + Duration.FromDays(options.AfterDays + 2));
    }
}
