using Holdfire.Audit;
using Holdfire.Cli.Output;

namespace Holdfire.Cli.Commands;

/// <summary>The JSON of an audited claim, documented in docs/json.md.</summary>
internal static class AuditJson
{
    /// <summary>The columns of the same as CSV.</summary>
    public static readonly CsvShape Csv = new(
        "claims",
        [
            "^as_of", "statement", "quantity", "act", "measure", "unit", "claimed.min", "claimed.max", "own.min", "own.max", "other.min",
            "other.max", "covered_hours", "window_hours", "verdict", "fault", "rules=reasons.rule",
        ]);

    public static object Of(AuditedClaim c) => new
    {
        statement = c.Claim.Statement?.Value,
        quantity = c.Claim.Id.Value,
        act = c.Claim.Act.Value,
        c.Claim.Measure,
        c.Claim.Unit,
        claimed = new { c.Claim.Count.Min, c.Claim.Count.Max },
        own = new { c.Own.Min, c.Own.Max },
        other = new { c.Other.Min, c.Other.Max },
        covered_hours = c.CoveredHours,
        window_hours = c.WindowHours,
        c.Verdict,
        fault = Texts.Words(c.Fault),
        reasons = c.Reasons.Select(r => new { r.Rule, r.Text, r.Evidence }),
    };
}
