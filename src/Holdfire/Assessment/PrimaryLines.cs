using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>Names the one line that speaks for a prohibition and an alleged actor, by what was known before the truce.</summary>
internal static class PrimaryLines
{
    /// <summary>
    /// The lines, one of each prohibition and alleged actor marked: of those with enough units before the one with most counted
    /// before; where that is the same, of a source that speaks for no party, then the first.
    /// </summary>
    public static ImmutableArray<AssessmentLine> Marked(ImmutableArray<AssessmentLine> lines, ImmutableArray<Source> sources)
    {
        var neutral = sources.Where(s => s.Party is null).Select(s => s.Id).ToHashSet();
        var named = lines.Where(l => l.Verdict is not null).GroupBy(l => (l.Prohibition.Id, l.AllegedActor))
            .Select(g => g.OrderByDescending(l => Math.Min(l.UnitsBefore, UnitPeriods.Fewest)).ThenByDescending(l => l.Baseline.Min * l.BaselineDays)
                .ThenByDescending(l => neutral.Contains(l.Source)).First())
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. lines.Select(l => named.Contains(l) ? l with { IsPrimary = true } : l)];
    }
}
