using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Answers;
using Holdfire.Assessment;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Makes the answers on truces of what the analyses found.</summary>
public static class TruceAnswers
{
    private const int MostTold = 3;

    /// <summary>One for each assessment, in order.</summary>
    /// <param name="view">The view.</param>
    /// <param name="assessments">The assessments.</param>
    /// <param name="findings">The findings under these truces.</param>
    /// <param name="fused">Whether they are of fused reports.</param>
    public static ImmutableArray<AnsweredTruce> Of(
        CaseView view, ImmutableArray<TruceAssessment> assessments, ImmutableArray<Finding> findings, bool fused)
    {
        var ofTruce = findings.ToLookup(f => f.Truce);
        return [.. assessments.Select(a => Of(view, a, ofTruce[a.Truce.Id], fused))];
    }

    private static AnsweredTruce Of(CaseView view, TruceAssessment rated, IEnumerable<Finding> findings, bool fused)
    {
        var breaches = TruceBreaches.Of(view.Known, rated.Truce, findings, view.Coordinates.KnownBy);
        var assessment = rated.With(breaches.Compliance, l => IsUnabated(l, rated.Truce) || breaches.Exceeded.Contains((l.Prohibition.Id, l.AllegedActor)));
        var terms = assessment.Lines.Where(l => l is { OutsideTerms: false, Verdict: not null }).ToList();
        var begun = HasBegun(view, rated.Truce);
        var names = new CaseNames(view.Known);
        var watched = WatchedHours.Of(view, rated.Truce, terms);
        var done = Breaches(view.Known, breaches, assessment, terms, watched, begun, fused, names);
        var figures = new AnswerFigures(
            done, Change(assessment, terms, watched, begun, names), Unknown(view.Known, assessment, done.All, terms, begun, names), Obligations(view, rated.Truce, names));
        return new AnsweredTruce(assessment, breaches, figures, figures.Sentences());
    }

    private static BreachFigures Breaches(
        Case @case, TruceBreaches b, TruceAssessment a, List<AssessmentLine> terms, WatchedHours watched, bool begun, bool fused, CaseNames names)
    {
        var zone = DateTimeZoneProviders.Tzdb[@case.Zone];
        var start = a.Truce.InForce.Where(f => f.When.HasStart).Select(f => f.When.Start).DefaultIfEmpty(Intervals.StartOf(a.Truce.Intended)).Min();
        return new BreachFigures
        {
            Status = a.Status,
            HasBegun = begun,
            Start = start == Instant.MinValue ? "a time that is not given" : PlainTime.At(start, DateTimeZoneProviders.Tzdb[a.Truce.Zone]),
            Prohibitions = a.Truce.Prohibitions.Length,
            Compliance = b.Compliance,
            ToleratedStandard = b.Tolerance.Standard,
            ToleratedPerDay = b.Tolerance.PerDay,
            ToleranceIsSet = a.Truce.Tolerance is not null,
            IsExceeded = b.IsExceeded,
            Unabated = terms.Find(l => IsUnabated(l, a.Truce)) is { Course: { } course, Expected: { } expected } on
                ? new UnabatedFigures(names.Of(on.Source), on.ReportingUnit, course.WithClaims, course.Units, Say.Rounded(expected * on.ExpectedRatio!.Value), Say.Rounded(expected)) : null,
            Days = b.Days,
            Hours = Say.Rounded(watched.Hours),
            HoursWatched = Say.Rounded(watched.Yes),
            IsFused = fused,
            All = BreachNumbers.Of(b.All, start, zone, names.Of),
            Actors = [.. b.Actors.Select(x => new ActorFigures(x.Actor?.Value, x.Actor is { } p ? names.Of(p) : null, BreachNumbers.Of(x.Tally, start, zone, names.Of)))],
        };
    }

    // Where the mission sets what it bears of breaches, that alone is the measure.
    private static bool IsUnabated(AssessmentLine line, Truce truce) => line is { IsPrimary: true, IsUnabated: true } && truce.Tolerance is null;

    private static ChangeFigures Change(TruceAssessment a, List<AssessmentLine> terms, WatchedHours watched, bool begun, CaseNames names) => new()
    {
        Status = a.Status,
        HasBegun = begun,
        Lines = terms.Count,
        IsWatched = watched.Hours > 0 && watched.Yes >= watched.Hours,
        CannotSay = terms.Count(l => l.RateVerdict == Verdict.CannotSay),
        Told =
        [
            .. terms.Where(l => l.RateVerdict is not (null or Verdict.CannotSay)).OrderByDescending(l => l.IsPrimary).ThenBy(l => l.RateVerdict).Take(MostTold)
                .Select(l => ChangeLines.Of(l, a.Truce, names)),
        ],
        Open = [.. terms.Where(l => l is { IsPrimary: true, RateVerdict: Verdict.CannotSay }).OrderByDescending(l => l.Expected ?? 0).Take(MostTold).Select(l => ChangeLines.Of(l, a.Truce, names))],
    };

    private static UnknownFigures Unknown(Case @case, TruceAssessment a, BreachNumbers told, List<AssessmentLine> terms, bool begun, CaseNames names) => new()
    {
        Status = a.Status,
        HasBegun = begun,
        NotCounted = [.. a.Truce.Prohibitions.SelectMany(p => NotCounted(names.Codes, p, terms)).Distinct().Order().Select(names.Of)],
        Hours = Say.Rounded(terms.Select(Hours).DefaultIfEmpty(0).Max()),
        HoursWatched = Say.Rounded(terms.Select(l => l.Coverage.Yes).DefaultIfEmpty(0).Max()),
        Breaches = told,
        OnOwnClaim = [.. @case.Sources.Where(s => s.Watches.Any(w => w.RestsOnDataSet) && terms.Exists(l => l.Source == s.Id)).Select(s => names.Of(s.Id))],
        Wanted = Wanted(a.Truce, terms, names),
        InForceToo = [.. @case.Truces.Where(t => t.Id != a.Truce.Id && IsInForceToo(a.Truce, t)).Select(t => t.Name)],
        DaysBeyondAYear = terms.Where(l => l.RateVerdict is not (null or Verdict.CannotSay)).Select(l => l.UnitsDuring * (l.ReportingUnit == ReportingUnit.Week ? 7 : 1))
            .DefaultIfEmpty(0).Max() is > 365 and var days ? days : null,
    };

    private static bool IsInForceToo(Truce truce, Truce other) =>
        truce.InForce.Any(a => other.InForce.Any(b => a.Party == b.Party && Intervals.Overlap(a.When, b.When)
            && truce.Prohibitions.Any(p => p.Bound.Contains(a.Party) && other.Prohibitions.Any(q => q.Bound.Contains(a.Party) && !p.Act.IsDisjointFrom(q.Act)))));

    // The kinds of a forbidden act that no line is about; a line on the whole act is about all of them.
    private static IEnumerable<ActCode> NotCounted(CaseCodes codes, Prohibition prohibition, List<AssessmentLine> terms)
    {
        var lines = terms.Where(l => l.Prohibition.Id == prohibition.Id).Select(l => l.Act).ToList();
        var below = codes.Acts.Where(c => c != prohibition.Act && prohibition.Act.Contains(c)).ToList();
        var kinds = below.FindAll(c => !below.Exists(d => d != c && d.Contains(c)));
        return (kinds.Count == 0 ? [prohibition.Act] : kinds).Where(kind => lines.TrueForAll(l => l.IsDisjointFrom(kind)));
    }

    // Of the lines that cannot say, that which fewest hours would settle.
    private static WantedFigures? Wanted(Truce truce, List<AssessmentLine> terms, CaseNames names)
    {
        var start = truce.InForce.Select(f => Intervals.StartOf(f.When)).DefaultIfEmpty(Instant.MinValue).Min();
        return terms.Where(l => l.RateVerdict == Verdict.CannotSay && !l.Wanted.IsEmpty)
            .OrderBy(l => NeedsTarget(l)).ThenBy(l => l.Wanted.Sum(w => w.Hours)).ThenByDescending(l => l.IsPrimary).ThenBy(l => l.Source).ThenBy(l => l.Act)
            .Select(l => new WantedFigures(
                names.Of(l.Source), names.Of(l.Act), Say.Rounded(l.Wanted.Where(w => w.When.End <= start).Sum(w => w.Hours)),
                Say.Rounded(l.Wanted.Where(w => w.When.End > start).Sum(w => w.Hours)), NeedsTarget(l))).FirstOrDefault();
    }

    // Where a truce forbids acts on one kind of target, hours help only where claims name the kind.
    private static bool NeedsTarget(AssessmentLine line) =>
        line.Target is not null && line.Wanted.All(w => w.Why.StartsWith("claims that name the kind of target", StringComparison.Ordinal));

    private static ObligationFigures Obligations(CaseView view, Truce truce, CaseNames names)
    {
        var now = ObligationTime.Of(view) ?? Instant.MinValue;
        var zone = DateTimeZoneProviders.Tzdb[view.Known.Zone];
        var all = truce.Obligations.IsEmpty ? [] : ObligationCheck.Of(view, now).Where(o => o.Truce == truce.Id).ToList();
        int Count(ObligationState state) => all.Count(o => o.State == state);
        var next = all.Where(o => o.State is ObligationState.Due or ObligationState.InPart && o.Due is not null).Select(o => o.Due!.Value).Order().Select(d => (Instant?)d).FirstOrDefault();
        return new ObligationFigures
        {
            AsOf = now == Instant.MinValue ? null : PlainTime.At(now, zone),
            All = all.Count,
            Met = Count(ObligationState.Met),
            InPart = Count(ObligationState.InPart),
            Overdue = Count(ObligationState.Overdue),
            Due = Count(ObligationState.Due),
            Unknown = Count(ObligationState.Unknown),
            Next = next is { } by ? PlainTime.At(by, zone) : null,
            Items =
            [
                .. all.Select(o => new ObligationItem(
                    o.Obligation.Id, names.Of(o.Obligation.Party), o.Obligation.Text, o.State, o.Due, CountBounds.Of(o.Done), o.Obligation.Quantity?.Min ?? 1,
                    o.IsLate, [.. o.Evidence.Select(e => e.Value)], [.. o.Denials.Select(d => d.Value)])),
            ],
        };
    }

    // Where everything is known, what anything is about is the latest that can be told of.
    private static bool HasBegun(CaseView view, Truce truce)
    {
        var start = truce.InForce.Where(f => f.When.HasStart).Select(f => f.When.Start).DefaultIfEmpty(Instant.MinValue).Min();
        return view.Coordinates.KnownBy is { } now ? start <= now
            : view.Known.Claimed.Select(r => Intervals.EndOf(r.Window.Extent)).DefaultIfEmpty(Instant.MaxValue).Max() > start;
    }

    private static double Hours(AssessmentLine line) => line.Coverage.Yes + line.Coverage.No + line.Coverage.Unknown;
}
