using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>Numbers the classes of reports, and their kinds by act and areas alone, in the order in which they come.</summary>
internal sealed class ClaimClasses
{
    private readonly Dictionary<(int Kind, TargetKind, CountUnit, Measure, SourceId, PartyId?, bool IsPart), int> known = [];
    private readonly Dictionary<(ActCode, string), int> kindsByText = [];
    private readonly Dictionary<SameTexts, int> bySameTexts = [];
    private readonly List<ClaimClass> all = [];

    /// <summary>All classes by number.</summary>
    public IReadOnlyList<ClaimClass> All => all;

    /// <summary>The number of a report's class.</summary>
    public int NumberOf(Report report)
    {
        var same = new SameTexts(report);
        if (!bySameTexts.TryGetValue(same, out var number))
        {
            ImmutableArray<AreaCode> sorted = report.Areas.Length < 2 ? report.Areas : [.. report.Areas.Order()];
            bySameTexts[same] = number = NumberOf(new ClaimClass(
                0, 0, report.Act, sorted, report.Target, report.Unit, report.Measure, report.Source, report.AllegedActor,
                report.PartOf is not null));
        }

        return number;
    }

    /// <summary>The number here of a class that others numbered.</summary>
    public int NumberOf(ClaimClass one)
    {
        var areas = one.Areas.Length == 1 ? one.Areas[0].Value : string.Join(';', one.Areas.Select(a => a.Value));
        if (!kindsByText.TryGetValue((one.Act, areas), out var kind))
        {
            kindsByText[(one.Act, areas)] = kind = kindsByText.Count;
        }

        var key = (kind, one.Target, one.Unit, one.Measure, one.Source, one.Actor, one.IsPart);
        if (!known.TryGetValue(key, out var number))
        {
            known[key] = number = all.Count;
            all.Add(one with { Number = number, Kind = kind });
        }

        return number;
    }
}
