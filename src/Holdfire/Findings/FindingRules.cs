using System.Collections.Immutable;

namespace Holdfire.Findings;

/// <summary>The table of rules by which findings are made. It is data: docs/findings.md has the one that is shipped.</summary>
/// <param name="Version">Its name and version, printed with every finding.</param>
/// <param name="Standards">Rules on the standard: the highest that one reaches, but no more than each limit that fires.</param>
/// <param name="Attributions">Rules on attribution: the first that fires.</param>
public sealed record FindingRules(
    string Version, ImmutableArray<StandardRule> Standards, ImmutableArray<AttributionRule> Attributions)
{
    private static readonly RuleNeed AnyClaim = new();

    /// <summary>Rules that contradict each other, that can never count, or that are missing.</summary>
    public IEnumerable<RuleClash> Clashes()
    {
        if (!Standards.Any(r => !r.IsLimit && r.Standard == StandardOfProof.Alleged && r.Needs.All(n => n.FollowsFrom(AnyClaim))))
        {
            yield return new RuleClash(0, false, "a rule by which any single claim reaches alleged", "none");
        }

        if (!Attributions.Any(r => r.Needs.IsEmpty))
        {
            yield return new RuleClash(0, true, "a rule without needs, for what no other rule attributes", "none");
        }

        foreach (var clash in Standards.SelectMany((rule, i) => Standards.Take(i).Select(earlier => Clash(earlier, rule, i))).OfType<RuleClash>())
        {
            yield return clash;
        }

        foreach (var (rule, i) in Attributions.Select((r, i) => (r, i)))
        {
            if (Attributions.Take(i).FirstOrDefault(earlier => earlier.FollowsFrom(rule)) is { } first)
            {
                yield return new RuleClash(i, true, $"a rule that fires where {first.Id}, which comes before it, does not", rule.Id);
            }
        }
    }

    private static RuleClash? Clash(StandardRule a, StandardRule b, int place)
    {
        var (same, differ) = (a.FollowsFrom(b) && b.FollowsFrom(a), a.Standard != b.Standard || a.IsLimit != b.IsLimit);
        if (same && differ)
        {
            return new RuleClash(place, false, $"other needs than those of {a.Id}, which says something else of them", b.Id);
        }

        var (limit, reaches) = a.IsLimit ? (a, b) : (b, a);
        return limit.IsLimit && !reaches.IsLimit && limit.Standard < reaches.Standard && limit.FollowsFrom(reaches)
            ? new RuleClash(place, false, $"rules that can both count; {limit.Id} holds all that {reaches.Id} takes up", b.Id) : null;
    }
}
