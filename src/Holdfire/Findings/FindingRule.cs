using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>A rule of the ladder.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What it says, in words.</param>
/// <param name="Needs">What must be met, all of it; none: it always fires.</param>
public abstract record FindingRule(string Id, string Text, ImmutableArray<RuleNeed> Needs)
{
    /// <summary>The rule as fired with the reports that it used, in order, or null where a need is not met.</summary>
    public FiredRule? Fire(FindingSubject subject, ImmutableArray<Testimony> testimonies)
    {
        var (used, single) = (ImmutableArray<Testimony>.Empty, ImmutableArray<ReportId>.Empty);
        foreach (var need in Needs)
        {
            if (need.BorneOut is { } standard)
            {
                if (!subject.IsBorneOut(standard))
                {
                    return null;
                }

                single = [.. single, .. subject.Sums.Where(s => s.Standard == standard).SelectMany(s => s.Reports)];
            }

            if (need.Meet(testimonies) is not { } met)
            {
                return null;
            }

            used = used.AddRange(met);
        }

        return !single.IsEmpty ? new FiredRule(Id, Text, [.. single.Distinct().Order()])
            : new FiredRule(Id, Text, used.Length < 2 ? [.. used.Select(t => t.Report.Id)] : [.. used.Select(t => t.Report.Id).Distinct().Order()]);
    }

    /// <summary>Whether this fires wherever the other does.</summary>
    public bool FollowsFrom(FindingRule other) => Needs.All(n => other.Needs.Any(n.FollowsFrom));
}
