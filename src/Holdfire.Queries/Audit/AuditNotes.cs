using Holdfire.Audit;

namespace Holdfire.Queries;

/// <summary>The reasons of an audited claim for a reader, one a line.</summary>
internal static class AuditNotes
{
    public static IEnumerable<string> Of(AuditedClaim c) =>
    [
        $"{c.Claim.Id}, claimed by {c.Claim.Source}: {Texts.Of(c.Claim.Count)} {c.Claim.Act} {Texts.Words(c.Claim.Measure)}: "
            + $"{Texts.Words(c.Verdict)}, fault: {Texts.Words(c.Fault)}",
        .. c.Reasons.Select(r => $"  {r.Rule}: {r.Text}"),
        "",
    ];
}
