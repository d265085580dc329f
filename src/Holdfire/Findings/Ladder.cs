using System.Collections.Immutable;

namespace Holdfire.Findings;

/// <summary>Applies a table of rules to what is said of an event.</summary>
public static class Ladder
{
    /// <summary>The id of the rule that fires where nothing of what was said stands any more.</summary>
    public const string WithdrawnRule = "F-WITHDRAWN";

    /// <summary>The id of the rule that says how many of what a sum counts are borne out.</summary>
    public const string SumRule = "F-SUM-PART";

    /// <summary>The id of the rule by which reports that may not be of one event bear each other out no further than apart.</summary>
    public const string ContestedRule = "F-CONTESTED";

    /// <summary>The standard of proof and the attribution of an event.</summary>
    public static LadderResult Of(FindingSubject subject, Provenance provenance, FindingRules rules)
    {
        var testimonies = provenance.Of(subject);
        if (!testimonies.Any(t => !t.Denies))
        {
            var fired = new FiredRule(
                WithdrawnRule, "Every report of it was withdrawn or corrected, or repeats one that was.",
                [.. subject.Reports.Select(r => r.Id).Order()]);
            return new LadderResult(StandardOfProof.Withdrawn, [fired], Attribution.Unknown, null, testimonies);
        }

        var (reached, most) = (StandardOfProof.Alleged, StandardOfProof.Verified);
        var standards = ImmutableArray.CreateBuilder<FiredRule>();
        foreach (var rule in rules.Standards)
        {
            if (rule.Fire(subject, testimonies) is { } fired)
            {
                standards.Add(fired);
                (reached, most) = rule.IsLimit
                    ? (reached, rule.Standard < most ? rule.Standard : most)
                    : (rule.Standard > reached ? rule.Standard : reached, most);
            }
        }

        var standard = reached < most ? reached : most;
        if (subject.Apart.Length > 1)
        {
            var apart = subject.Apart.Max(p => Of(subject with { Reports = p, Apart = [] }, provenance, rules).Standard);
            if (apart < standard)
            {
                standard = apart;
                standards.Add(new FiredRule(
                    ContestedRule, "Another grouping of the reports is nearly as likely, and apart none of them reaches more.",
                    [.. subject.Reports.Select(r => r.Id).Order()]));
            }
        }

        standards.AddRange(subject.Sums.Where(s => !s.IsNone).Select(s => new FiredRule(SumRule, s.ToString(), s.Reports)));
        var (attribution, who) = rules.Attributions.Select(r => (r.Attribution, Fired: r.Fire(subject, testimonies)))
            .FirstOrDefault(r => r.Fired is not null);
        return new LadderResult(
            standard, standards.ToImmutable(), attribution, who, testimonies);
    }
}
