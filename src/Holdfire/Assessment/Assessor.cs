using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Counts;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Says whether truces held, as far as claims tell. docs/method.md has the formulas.</summary>
public static class Assessor
{
    /// <summary>The truces asked for, in the order of the case.</summary>
    public static ImmutableArray<TruceAssessment> Assess(Case @case, AssessmentOptions options)
    {
        @case = @case.Standing(options.AsOf);
        var truces = @case.Truces.Where(t => options.Truce is not { } id || t.Id == id).ToImmutableArray();
        var claims = Claims.Of(@case, options.AsOf);
        var dataEnd = DataEnd(@case, options.AsOf);
        var work = truces.Where(t => !t.InForce.IsEmpty).SelectMany(t => claims.Select(c => (Truce: t, Claims: c))).ToArray();
        var lines = new AssessmentLine[work.Length][];
        Parallel.For(0, work.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            lines[i] = [.. new LineFinder(@case, work[i].Truce, work[i].Claims, dataEnd, options).Find()
                .Select(spec => LineBuilder.Build(@case, spec, options))]);
        return [.. truces.Select(t => AssessTruce(
            @case, t, work.Zip(lines).Where(w => ReferenceEquals(w.First.Truce, t)).SelectMany(w => w.Second), options))];
    }

    private static TruceAssessment AssessTruce(
        Case @case, Truce truce, IEnumerable<AssessmentLine> lines, AssessmentOptions options) => truce.InForce.IsEmpty
        ? new TruceAssessment(truce, TruceStatus.NeverInForce, [])
        : new TruceAssessment(truce, TruceStatus.InForce, [.. InOrder(truce, lines)])
        {
            First = FirstAlleged.Of(@case, truce, options),
        };

    private static IEnumerable<AssessmentLine> InOrder(Truce truce, IEnumerable<AssessmentLine> lines)
    {
        var order = truce.Prohibitions.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return lines.OrderBy(l => l.OutsideTerms ? int.MaxValue : order[l.Prohibition.Id]);
    }

    private static Instant DataEnd(Case @case, Instant? asOf)
    {
        var end = ClaimTable.Of(@case).LatestEnd() ?? Instant.MinValue;
        return asOf is { } known ? Instant.Min(known, end) : end;
    }
}
