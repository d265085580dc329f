using System.Collections.Immutable;
using Holdfire.Cases;
using Holdfire.Reports;
using Holdfire.Sources;
using Holdfire.Terms;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Says whether truces held, as far as claims tell. docs/method.md has the formulas.</summary>
public static class Assessor
{
    /// <summary>The truces asked for, in the order of the case.</summary>
    public static ImmutableArray<TruceAssessment> Assess(Case @case, AssessmentOptions options)
    {
        @case = @case.Standing(options.AsOf);
        var claims = Claims.Of(@case, options.AsOf);
        var dataEnd = DataEnd(@case, options.AsOf);
        return [.. @case.Truces.Where(t => options.Truce is not { } id || t.Id == id)
            .Select(t => AssessTruce(@case, t, claims, dataEnd, options))];
    }

    private static TruceAssessment AssessTruce(
        Case @case, Truce truce, ImmutableArray<Claims> claims, Instant dataEnd, AssessmentOptions options)
    {
        if (truce.InForce.IsEmpty)
        {
            return new TruceAssessment(truce, TruceStatus.NeverInForce, []);
        }

        var lines = claims.AsParallel().AsOrdered()
            .SelectMany(c => new LineFinder(@case, truce, c, dataEnd, options).Find()
                .Select(spec => LineBuilder.Build(@case, spec, options)));
        return new TruceAssessment(truce, TruceStatus.InForce, [.. InOrder(truce, lines)])
        {
            First = FirstAlleged.Of(@case, truce, options),
        };
    }

    private static IEnumerable<AssessmentLine> InOrder(Truce truce, IEnumerable<AssessmentLine> lines)
    {
        var order = truce.Prohibitions.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return lines.OrderBy(l => l.OutsideTerms ? int.MaxValue : order[l.Prohibition.Id]);
    }

    private static Instant DataEnd(Case @case, Instant? asOf)
    {
        var end = @case.Reports.Select(r => r.Window.Extent).Where(e => e.HasEnd).Select(e => e.End)
            .DefaultIfEmpty(Instant.MinValue).Max();
        return asOf is { } known ? Instant.Min(known, end) : end;
    }
}
