using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Audit;

/// <summary>A case in which every count is that of the people killed or injured, so that totals of them are audited as numbers are.</summary>
internal static class HarmCase
{
    /// <summary>The kinds of harm and groups of people of which statements give numbers, in a fixed order.</summary>
    public static IEnumerable<(HarmKind Kind, HarmGroup Group)> Stated(Case standing)
    {
        var harms = standing.Statements.SelectMany(s => s.Quantities).Select(q => q.Harm).Where(h => h != Harm.NotStated).ToList();
        return from kind in Enum.GetValues<HarmKind>()
               from of in Enum.GetValues<HarmGroup>()
               where harms.Exists(h => h.Of(kind, of) is not null)
               select (kind, of);
    }

    /// <summary>The case for one kind of harm and one group of people; groups are never added.</summary>
    /// <remarks>
    /// A report that says nothing of them leaves open how many there were, unless it says that nothing happened. So what a side's
    /// reports come to has an upper limit only where each of them speaks of these people. A source that never does covers no hour of it.
    /// </remarks>
    public static Case Of(Case standing, HarmKind kind, HarmGroup of)
    {
        var claimed = standing.Claimed.ToList();
        var saying = claimed.Where(r => r.Harm.Of(kind, of) is not null).Select(r => r.Id).ToHashSet();
        var counting = standing.Reports.Where(r => saying.Contains(r.Id)).Select(r => r.Source).ToHashSet();
        Report Told(Report report) => report with
        {
            Count = report.Harm.Of(kind, of) ?? (report.Count.Max == 0 ? CountRange.Exactly(0) : CountRange.AtLeast(0)),
            Measure = Measure.Occurred,
            Unit = CountUnit.Person,
            PartOf = report.PartOf is { } whole && saying.Contains(whole) ? whole : null,
        };
        bool IsKept(Report number) => saying.Contains(number.Id) || (number.PartOf is { } whole && saying.Contains(whole));
        ImmutableArray<Report> Numbers(ImmutableArray<Report> all) => [.. all.Where(IsKept).Select(Told)];
        return standing with
        {
            Sources = [.. standing.Sources.Select(s => counting.Contains(s.Id) ? s : s with { Watches = [] })],
            Reports = [.. standing.Reports.Where(r => saying.Contains(r.Id) || MayHarm(r)).Select(Told)],
            Statements = [.. standing.Statements.Select(s => s with { Quantities = Numbers(s.Quantities) })],
            Conflicts = [.. standing.Conflicts.Select(c => c with { Accounts = [.. c.Accounts.Select(a => a with { Quantities = Numbers(a.Quantities) })] })],
        };
    }

    // What was shot down or did not arrive is told beside what happened, so its silence on people says nothing more.
    private static bool MayHarm(Report report) => report.PartOf is null && report.Measure is Measure.Occurred or Measure.Hit or Measure.Launched;
}
