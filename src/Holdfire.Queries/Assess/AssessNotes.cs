using Holdfire.Assessment;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What the lines of a truce come to for a reader: the verdicts, the first alleged breach, and the data that would help.</summary>
internal static class AssessNotes
{
    private const int Most = 3;

    public static IEnumerable<string> Of(TruceAssessment assessment)
    {
        var truce = assessment.Truce;
        var judged = assessment.Lines.Where(l => l.Verdict is not null).ToList();
        yield return $"{truce.Id} {truce.Name}: " + (judged.Count == 0
            ? $"{Texts.Words(assessment.Status)}, nothing to assess"
            : string.Join(", ", judged.GroupBy(l => l.Verdict!.Value).OrderBy(g => g.Key)
                .Select(g => $"{Texts.Words(g.Key)} on {g.Count()} of {judged.Count} lines")));
        foreach (var first in assessment.First)
        {
            yield return "  " + Told(first);
        }

        foreach (var left in assessment.LeftOut)
        {
            var about = left.Actor is { } actor ? $"about {actor}" : "that name no actor";
            yield return $"  no line, {left.Source}, {(left.Reports == 1 ? "1 report" : $"{left.Reports} reports")} {about}: {left.Why}";
        }

        foreach (var line in judged.Where(l => !l.Wanted.IsEmpty).OrderBy(l => l.Wanted.Sum(w => w.Hours)).ThenBy(l => l.Source)
            .ThenBy(l => l.Act).Take(Most))
        {
            yield return $"  would help most, {line.Source} on {line.Act}: " + string.Join("; ", line.Wanted.GroupBy(w => w.Why)
                .Select(g => $"{Texts.Hours(g.Sum(w => w.Hours))} h of {g.Key}"));
        }
    }

    private static string Told(FirstAlleged first)
    {
        var claim = first.Claim;
        var start = first.Start;
        var (earliest, latest) = ((claim.Window.Extent.Start - start).TotalHours, (claim.Window.Extent.End - start).TotalHours);
        return $"first alleged breach by {first.Actor?.Value ?? "either side"}, as {claim.Source} claims: {Texts.Of(claim.Count)} {claim.Act}, "
            + $"{Texts.Of(claim.Window.Extent.Start)} to {Texts.Of(claim.Window.Extent.End)}, {Texts.Hours(earliest)} to {Texts.Hours(latest)} h after the start ({claim.Id})";
    }
}
