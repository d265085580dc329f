using System.Collections.Frozen;
using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>Numbers the classes of reports, and their kinds, in the order in which they come.</summary>
/// <param name="distinct">The sources whose rows are distinct events.</param>
internal sealed class ClaimClasses(FrozenSet<SourceId> distinct)
{
    private readonly Dictionary<(int Kind, TargetKind, CountUnit, Measure, SourceId, PartyId?, bool IsPart), int> known = [];
    private readonly Dictionary<(ActCode, string, SourceId?), int> kindsByText = [];
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
                report.PartOf is not null, distinct.Contains(report.Source)));
        }

        return number;
    }

    /// <summary>The number here of a class that others numbered.</summary>
    public int NumberOf(ClaimClass one)
    {
        var areas = one.Areas.Length == 1 ? one.Areas[0].Value : string.Join(';', one.Areas.Select(a => a.Value));
        var apart = one.IsDistinct ? one.Source : (SourceId?)null;
        if (!kindsByText.TryGetValue((one.Act, areas, apart), out var kind))
        {
            kindsByText[(one.Act, areas, apart)] = kind = kindsByText.Count;
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
