using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Finds parts that contradict their whole: more shot down than were sent, or two parts said to be apart that are the same.</summary>
internal sealed class SumCheck(LoadState state)
{
    private static readonly HashSet<Measure> OfThoseSent = [Measure.Destroyed, Measure.NotReached, Measure.Hit];

    /// <summary>An error for each part that cannot be.</summary>
    public void Run(IEnumerable<Report> reports)
    {
        var all = reports.ToList();
        var wholes = all.Where(r => r.PartOf is not null).Select(r => r.PartOf!.Value).ToHashSet();
        var known = all.Where(r => wholes.Contains(r.Id)).DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        foreach (var group in all.Where(r => r.PartOf is { } whole && known.ContainsKey(whole)).GroupBy(r => r.PartOf!.Value))
        {
            var (whole, seen) = (known[group.Key], new HashSet<(string, string, Measure, string, Time.TimeWindow)>());
            foreach (var part in group)
            {
                if (whole.Measure == Measure.Launched && OfThoseSent.Contains(part.Measure) && whole.Unit == part.Unit && part.Count.Min > whole.Count.Max)
                {
                    Add(part, FormattableString.Invariant($"at most {whole.Count.Max}, as many as {whole.Id} says were launched"), FormattableString.Invariant($"{part.Count.Min} {EnumText<Measure>.Format(part.Measure)}"));
                }

                var same = (part.Act.Value, string.Join(';', part.Areas.Order()), part.Measure, part.Target.Value, part.Window);
                if (whole.Parts == PartRelation.Disjoint && !part.Areas.IsEmpty && !seen.Add(same))
                {
                    Add(part, $"another area, act, target or time than the other parts of {whole.Id}, which are said to be disjoint", string.Join(';', part.Areas));
                }
            }
        }
    }

    private void Add(Report part, string expected, string found)
    {
        if (state.Parts.SpotOf(part.Id.Value) is { } at)
        {
            state.Errors.Add(at, expected, found);
        }
    }
}
