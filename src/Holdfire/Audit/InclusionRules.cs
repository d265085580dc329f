using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.Audit;

/// <summary>A claim against the totals of its side that are said to include it, and those that it is said to include.</summary>
internal static class InclusionRules
{
    public static IEnumerable<AuditFinding> Check(Claim claim)
    {
        foreach (var outer in Outer(claim.Index, claim.Quantity))
        {
            if (claim.Index.SameSide(claim.Quantity, outer) && Compare(claim.Quantity, outer, outer) is { } found)
            {
                yield return found;
            }
        }

        foreach (var (_, inner) in claim.Index.Quantities)
        {
            if (claim.Index.SameSide(claim.Quantity, inner) && Outer(claim.Index, inner).Contains(claim.Quantity)
                && Compare(inner, claim.Quantity, inner) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>The claims in statements that include this one, the nearest first.</summary>
    private static List<Report> Outer(AuditIndex index, Report inner)
    {
        var found = new List<Report>();
        for (var (next, seen) = (new Queue<ReportId>(inner.IncludedIn), new HashSet<ReportId> { inner.Id }); next.TryDequeue(out var id);)
        {
            if (seen.Add(id) && index.QuantityOf(id) is { } outer)
            {
                found.Add(outer);
                foreach (var further in outer.IncludedIn)
                {
                    next.Enqueue(further);
                }
            }
        }

        return found;
    }

    private static AuditFinding? Compare(Report inner, Report outer, Report other)
    {
        string[] evidence = [other.Id.Value];
        // Breaches hold classes of every unit; other units are not compared.
        if (inner.Measure != outer.Measure || !outer.Act.Contains(inner.Act) || (outer.Unit != CountUnit.Breach && outer.Unit != inner.Unit))
        {
            return null;
        }

        if (!Intervals.Overlap(inner.Window.Extent, outer.Window.Extent))
        {
            return AuditFinding.Of(
                "A-INCLUDED-WINDOW", $"{inner.Id} is said to be included in {outer.Id}, but lies in {Words.Of(inner.Window.Extent)}, outside {Words.Of(outer.Window.Extent)}.",
                evidence, VerdictEffect.Withholds, AuditFault.Window).Plainly(
                    $"{inner.Id} is said to be counted in {outer.Id}, but is about {PlainTime.Of(inner.Window)}, and {outer.Id} about {PlainTime.Of(outer.Window)}.");
        }

        if (inner.Count.Exceeds(outer.Count))
        {
            return AuditFinding.Of(
                "A-INCLUDED", $"{inner.Id} claims {inner.Count} and is said to be included in {outer.Id}, which claims {outer.Count}: the whole has fewer.",
                evidence, VerdictEffect.Contradicts, AuditFault.Arithmetic).Plainly(
                    $"{inner.Id} counts {Words.Of(inner.Count)} and is said to be within {outer.Id}, which counts only {Words.Of(outer.Count)}.");
        }

        var fits = inner.Count.Max is { } most && !inner.Count.IsVague() && most <= outer.Count.Min;
        return AuditFinding.Of(
            "A-INCLUDED", $"{inner.Id} claims {inner.Count} and is said to be included in {outer.Id}, which claims {outer.Count}: the whole is no smaller.",
            evidence, fits ? VerdictEffect.Supports : VerdictEffect.None).Plainly(
                $"{inner.Id} ({Words.Of(inner.Count)}, {PlainTime.Of(inner.Window)}) fits within {outer.Id} ({Words.Of(outer.Count)}, {PlainTime.Of(outer.Window)}).");
    }
}
