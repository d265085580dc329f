using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Reports;

namespace Holdfire.Counts;

/// <summary>The classes of a series of claims by act, areas, target and unit, and their kinds by act and areas alone.</summary>
internal sealed class ClassTable
{
    private readonly Dictionary<(int Kind, TargetKind, CountUnit), ClaimClass> known = [];
    private readonly Dictionary<(ActCode, string), int> kindsByText = [];
    private readonly Dictionary<SameTexts, int> bySameTexts = [];
    private readonly List<ClaimClass> all = [];

    /// <summary>The classes of these claims.</summary>
    public ClassTable(Report[] claims, Gazetteer places)
    {
        Classes = Array.ConvertAll(claims, ClassOf);
        Kinds = new KindTable(kindsByText.Count, all, places);
    }

    /// <summary>All classes by number.</summary>
    public IReadOnlyList<ClaimClass> All => all;

    /// <summary>The number of the class of each claim.</summary>
    public int[] Classes { get; }

    /// <summary>The kinds of the classes.</summary>
    public KindTable Kinds { get; }

    private int ClassOf(Report report)
    {
        var same = new SameTexts(report);
        if (!bySameTexts.TryGetValue(same, out var number))
        {
            bySameTexts[same] = number = NewClassOf(report);
        }

        return number;
    }

    private int NewClassOf(Report report)
    {
        var areas = report.Areas.Length switch
        {
            0 => "",
            1 => report.Areas[0].Value,
            _ => string.Join(';', report.Areas.Select(a => a.Value).Order(StringComparer.Ordinal)),
        };
        if (!kindsByText.TryGetValue((report.Act, areas), out var kind))
        {
            kindsByText[(report.Act, areas)] = kind = kindsByText.Count;
        }

        var key = (kind, report.Target, report.Unit);
        if (!known.TryGetValue(key, out var found))
        {
            ImmutableArray<AreaCode> sorted = report.Areas.Length < 2 ? report.Areas : [.. report.Areas.Order()];
            known[key] = found = new ClaimClass(all.Count, kind, report.Act, sorted, report.Target, report.Unit);
            all.Add(found);
        }

        return found.Number;
    }
}
