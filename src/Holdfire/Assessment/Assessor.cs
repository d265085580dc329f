using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Says whether truces held, as far as claims tell. docs/method.md has the formulas.</summary>
public static class Assessor
{
    /// <summary>The truces asked for, in the order of the case, as the claims that the view knows tell.</summary>
    public static ImmutableArray<TruceAssessment> Assess(CaseView view, AssessmentOptions options) => Assess(view, options, Work.Unlimited);

    /// <summary>The same within a limit on the work.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ImmutableArray<TruceAssessment> Assess(CaseView view, AssessmentOptions options, Work limit)
    {
        view = DistinctRows.Seen(view);
        var @case = view.Standing;
        var truces = @case.Truces.Where(t => options.Truce is not { } id || t.Id == id).ToImmutableArray();
        var claims = Claims.Of(view).Where(c => options.EitherSide || (c.Actor is { } a && IsParty(@case, a))).ToImmutableArray();
        var dataEnd = DataEnd(view);
        var work = truces.Where(t => !t.InForce.IsEmpty).SelectMany(t => claims.Select(c => (Truce: t, Claims: c))).ToArray();
        var found = new (ImmutableArray<AssessmentLine> Lines, LineLeftOut? LeftOut)[work.Length];
        Parallel.For(0, work.Length, limit.Parallel, i =>
        {
            var (specs, leftOut) = new LineFinder(view, work[i].Truce, work[i].Claims, dataEnd, options).Find();
            found[i] = ([.. specs.Select(spec => LineBuilder.Build(@case, spec, options, view.Coordinates.KnownBy))], leftOut);
        });
        return [.. truces.Select(t => AssessTruce(
            view, t, [.. work.Zip(found).Where(w => ReferenceEquals(w.First.Truce, t)).Select(w => w.Second)], options))];
    }

    private static TruceAssessment AssessTruce(
        CaseView view, Truce truce, ImmutableArray<(ImmutableArray<AssessmentLine> Lines, LineLeftOut? LeftOut)> found, AssessmentOptions options) =>
        truce.InForce.IsEmpty
        ? new TruceAssessment(truce, TruceStatus.NeverInForce, [])
        : new TruceAssessment(
            truce, TruceStatus.InForce,
            ManyLines.Corrected(PrimaryLines.Marked([.. InOrder(truce, found.SelectMany(f => f.Lines))], view.Standing.Sources)))
        {
            First = FirstAlleged.Of(view, truce, options.EitherSide),
            LeftOut = [.. found.Select(f => f.LeftOut).OfType<LineLeftOut>()],
        };

    private static bool IsParty(Case @case, PartyId id) => @case.Parties.Any(p => p.Id == id && p.Role == PartyRole.Party);

    private static IEnumerable<AssessmentLine> InOrder(Truce truce, IEnumerable<AssessmentLine> lines)
    {
        var order = truce.Prohibitions.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return lines.OrderBy(l => l.OutsideTerms ? int.MaxValue : order[l.Prohibition.Id]);
    }

    private static Instant DataEnd(CaseView view) =>
        Instant.Min(view.Coordinates.KnownBy ?? Instant.MaxValue, ClaimTable.Of(view).LatestEnd() ?? Instant.MinValue);
}
