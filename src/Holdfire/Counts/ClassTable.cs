using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Reports;

namespace Holdfire.Counts;

/// <summary>The classes of a series of claims, and which of them may hold the same events.</summary>
internal sealed class ClassTable(Gazetteer places)
{
    private readonly Dictionary<(ActCode, TargetKind, CountUnit, string), ClaimClass> known = [];
    private readonly List<ClaimClass> all = [];
    private readonly Dictionary<long, bool> conflicts = [];

    /// <summary>All classes by number.</summary>
    public IReadOnlyList<ClaimClass> All => all;

    /// <summary>The class of a report, made where it is new.</summary>
    public ClaimClass Of(Report report)
    {
        var areas = report.Areas.Length switch
        {
            0 => "",
            1 => report.Areas[0].Value,
            _ => string.Join(';', report.Areas.Select(a => a.Value).Order(StringComparer.Ordinal)),
        };
        var key = (report.Act, report.Target, report.Unit, areas);
        if (!known.TryGetValue(key, out var found))
        {
            ImmutableArray<AreaCode> sorted = report.Areas.Length < 2 ? report.Areas : [.. report.Areas.Order()];
            found = new ClaimClass(all.Count, report.Act, sorted, report.Target, report.Unit);
            known.Add(key, found);
            all.Add(found);
        }

        return found;
    }

    /// <summary>Whether claims of the two classes, at the same time, may be about the same events.</summary>
    public bool Conflict(int a, int b)
    {
        if (a == b)
        {
            return true;
        }

        var key = a < b ? ((long)a << 32) | (uint)b : ((long)b << 32) | (uint)a;
        lock (conflicts)
        {
            if (!conflicts.TryGetValue(key, out var value))
            {
                value = !all[a].IsDisjointFrom(all[b], places);
                conflicts.Add(key, value);
            }

            return value;
        }
    }
}
