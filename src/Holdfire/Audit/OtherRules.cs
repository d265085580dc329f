using Holdfire.Model;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>What the other sides report of the same; told, never a verdict.</summary>
internal static class OtherRules
{
    public static (CountRange Range, AuditFinding Finding) Check(Claim claim, Interval? window)
    {
        var sides = window is not { } w
            ? []
            : claim.Index.Case.Sources.Where(s => s.Party is not null && s.Party != claim.Party).GroupBy(s => s.Party)
                .Select(g => OwnBounds.Of(claim, g.Key, [.. g], w)).Where(b => b.Evidence.Count > 0).ToList();
        if (sides.Count == 0)
        {
            return (CountRange.AtLeast(0), AuditFinding.Of("A-OTHER", $"No claim: no other side reports the same act, measure and unit in this window.", []));
        }

        var range = new CountRange(
            sides.Min(s => s.Range.Min), sides.Any(s => s.Range.Max is null) ? null : sides.Max(s => s.Range.Max));
        var ids = sides.SelectMany(s => s.Evidence).Order(StringComparer.Ordinal).ToList();
        return (range, AuditFinding.Of("A-OTHER", $"{ids.Count} reports of other sides touch the window and come to {range}; this decides nothing.", ids));
    }
}
