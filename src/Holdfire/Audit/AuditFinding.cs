using System.Collections.Immutable;

namespace Holdfire.Audit;

/// <summary>A reason with what it does to the verdict.</summary>
internal sealed record AuditFinding(AuditReason Reason, VerdictEffect Effect, AuditFault Fault)
{
    private static readonly ImmutableArray<AuditFault> Precedence =
        [AuditFault.Arithmetic, AuditFault.Unit, AuditFault.Overlap, AuditFault.Window];

    public static AuditFinding Of(
        string rule, FormattableString text, IEnumerable<string> evidence, VerdictEffect effect = VerdictEffect.None,
        AuditFault fault = AuditFault.NoneFound) =>
        new(new AuditReason(rule, FormattableString.Invariant(text), [.. evidence]) { Contradicts = effect == VerdictEffect.Contradicts }, effect, fault);

    /// <summary>The same with a sentence for people.</summary>
    public AuditFinding Plainly(FormattableString text) => this with { Reason = Reason with { Plain = FormattableString.Invariant(text) } };

    public static AuditVerdict VerdictOf(IReadOnlyCollection<AuditFinding> findings) =>
        findings.Select(f => f.Effect).DefaultIfEmpty(VerdictEffect.None).Max() switch
        {
            VerdictEffect.Contradicts => AuditVerdict.Inconsistent,
            VerdictEffect.Supports => AuditVerdict.Consistent,
            _ => AuditVerdict.Unchecked,
        };

    public static AuditFault FaultOf(IReadOnlyCollection<AuditFinding> findings) =>
        Precedence.FirstOrDefault(fault => findings.Any(f => f.Fault == fault), AuditFault.NoneFound);
}
