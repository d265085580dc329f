using System.Collections.Immutable;

namespace Holdfire.Assessment;

/// <summary>Takes account of the number of lines of a truce: of many, one shows a change by chance.</summary>
internal static class ManyLines
{
    private const double Level = 0.05;

    /// <summary>
    /// The lines, with other ways to compare on the primary ones, and the others corrected by Holm's method (1979): a change
    /// that does not stand it is not said.
    /// </summary>
    public static ImmutableArray<AssessmentLine> Corrected(ImmutableArray<AssessmentLine> lines)
    {
        var others = lines.Where(l => l is { IsPrimary: false, Verdict: not null, Chance: not null }).OrderBy(l => l.Chance).ToList();
        var corrected = new Dictionary<AssessmentLine, double>(ReferenceEqualityComparer.Instance);
        var most = 0.0;
        for (var i = 0; i < others.Count; i++)
        {
            most = Math.Max(most, Math.Min(1, others[i].Chance!.Value * (others.Count - i)));
            corrected[others[i]] = most;
        }

        return [.. lines.Select(l => corrected.TryGetValue(l, out var chance) ? Corrected(l, chance)
            : l with { CorrectedChance = l.Chance, Alternatives = l is { IsPrimary: true, MakeAlternatives: { } make } ? make() : [], MakeAlternatives = null })];
    }

    private static AssessmentLine Corrected(AssessmentLine line, double chance) => line with
    {
        CorrectedChance = chance, MakeAlternatives = null,
        Verdict = chance > Level && line.Verdict is (Verdict.Held or Verdict.LargelyHeld or Verdict.Reduced or Verdict.Worse)
            && line.Silence is not { IsTelling: true } ? Verdict.CannotSay : line.Verdict,
        Reasons = line.Reasons.Add(FormattableString.Invariant(
            $"by chance {line.Chance:0.####}; {chance:0.####} after the correction for the other lines of the truce")),
    };
}
