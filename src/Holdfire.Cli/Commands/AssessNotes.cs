using Holdfire.Assessment;
using Holdfire.Cli.Output;
using Holdfire.Time;

namespace Holdfire.Cli.Commands;

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
        foreach (var line in judged.Where(l => l.FirstAllegedBreach is not null).GroupBy(l => l.AllegedActor).OrderBy(g => g.Key)
            .Select(g => g.MinBy(l => l.FirstAllegedBreach)!))
        {
            var first = line.FirstAllegedBreach!.Value;
            var after = truce.For(line.AllegedActor) is { } bound ? (first - Intervals.StartOf(bound.When)).TotalHours : 0;
            yield return $"  first alleged breach by {line.AllegedActor}, as {line.Source} claims: {line.Act}, from {Texts.Of(first)}, "
                + $"{Texts.Hours(after)} h after the start (report {line.FirstAllegedBreachReport})";
        }

        foreach (var wanted in judged.SelectMany(l => l.Wanted).Distinct().OrderByDescending(w => w.Hours).ThenBy(w => w.Source)
            .ThenBy(w => w.Act).Take(Most))
        {
            yield return $"  would help: {wanted.Source} on {wanted.Act}, {Texts.Of(wanted.When.Start)} to {Texts.Of(wanted.When.End)} "
                + $"({Texts.Hours(wanted.Hours)} h): {wanted.Why}";
        }
    }
}
