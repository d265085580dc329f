using Holdfire.Model;

namespace Holdfire.Audit;

/// <summary>A claim against its own parts.</summary>
internal static class PartRules
{
    public static IEnumerable<AuditFinding> Check(Claim claim)
    {
        var all = claim.Index.Parts[claim.Quantity.Id].Where(p => claim.Index.SameSide(p, claim.Quantity)).ToList();
        // A number of breaches is whatever its maker counts as one, so every class that it names is a part of it.
        var anyUnit = claim.Quantity.Unit == CountUnit.Breach;
        var strange = all.Where(p => (!anyUnit && p.Unit != claim.Quantity.Unit) || !claim.Quantity.Act.Contains(p.Act)).ToList();
        foreach (var part in strange)
        {
            yield return AuditFinding.Of(
                "A-UNIT",
                $"The part {part.Id} counts {part.Act} by {Words.Of(part.Unit)}, the whole {claim.Quantity.Act} by {Words.Of(claim.Quantity.Unit)}: different things under one number.",
                [part.Id.Value], VerdictEffect.Withholds, AuditFault.Unit).Plainly(
                    $"Its part {part.Id} counts {Words.Of(part.Unit)}s of {part.Act}, the whole {Words.Of(claim.Quantity.Unit)}s of {claim.Quantity.Act}: different things under one number.");
        }

        var otherwise = all.Except(strange).Where(p => p.Measure != claim.Quantity.Measure).ToList();
        foreach (var part in otherwise)
        {
            yield return AuditFinding.Of(
                "A-PARTS-MEASURE",
                $"The part {part.Id} counts {Words.Of(part.Measure)}, the whole {Words.Of(claim.Quantity.Measure)}: not added.",
                [part.Id.Value]);
        }

        var parts = all.Except(strange).Except(otherwise).ToList();
        if (parts.Count > 0)
        {
            yield return Sum(claim, parts, claim.Quantity.PartsExhaustive == true && parts.Count == all.Count);
        }
    }

    private static AuditFinding Sum(Claim claim, List<Report> parts, bool exhaustive)
    {
        var sum = RangeOrder.Sum(parts.Select(p => p.Count));
        var ids = parts.Select(p => p.Id.Value).ToList();
        var words = FormattableString.Invariant($"The parts come to {string.Join(" + ", parts.Select(p => p.Count))} = {sum}; claimed is {claim.Count}");
        if (parts.Find(p => p.Count.Exceeds(claim.Count)) is { } large)
        {
            return AuditFinding.Of(
                "A-PARTS-SUM", $"The part {large.Id} alone is {large.Count}, more than the whole, {claim.Count}.", [large.Id.Value],
                VerdictEffect.Contradicts, AuditFault.Arithmetic).Plainly($"Its part {large.Id} alone is {Words.Of(large.Count)}, more than the whole, {Words.Of(claim.Count)}.");
        }

        if (sum.Exceeds(claim.Count))
        {
            return claim.Quantity.Parts == PartRelation.Disjoint
                ? AuditFinding.Of(
                    "A-PARTS-SUM", $"{words}: parts said to be disjoint exceed the whole.", ids, VerdictEffect.Contradicts,
                    AuditFault.Arithmetic).Plainly($"{Plain(claim, sum)}, {Words.Of(More(sum, claim.Count))} too many, though they are said not to overlap.")
                : AuditFinding.Of(
                    "A-PARTS-OVERLAP", $"{words}: the classes overlap, so they cannot be added, or the sum is wrong.", ids,
                    VerdictEffect.Withholds, AuditFault.Overlap).Plainly(
                        $"{Plain(claim, sum)}, {Words.Of(More(sum, claim.Count))} more than the whole: its classes overlap, or a number is wrong.");
        }

        if (claim.Count.Exceeds(sum))
        {
            return exhaustive
                ? AuditFinding.Of(
                    "A-PARTS-SUM", $"{words}: parts said to be all of it fall short.", ids, VerdictEffect.Contradicts, AuditFault.Arithmetic).Plainly(
                        $"{Plain(claim, sum)}, {Words.Of(More(claim.Count, sum))} too few, though they are said to be all of it.")
                : AuditFinding.Of(
                    "A-PARTS-REMAINDER", $"{words}: at least {claim.Count.Min - sum.Max} are not explained by the parts.", ids).Plainly(
                        $"{Plain(claim, sum)}, {Words.Of(More(claim.Count, sum))} short of the whole; what the rest were is not said.");
        }

        var addsUp = claim.Count.Max is not null && sum.Max is not null && claim.Quantity.Parts != PartRelation.Overlapping &&
            (exhaustive || sum == claim.Count);
        return AuditFinding.Of(
            "A-PARTS-SUM", $"{words}: they do not contradict it.", ids, addsUp ? VerdictEffect.Supports : VerdictEffect.None).Plainly(
                $"{Plain(claim, sum)}, which {(addsUp ? "adds up" : "fits")}.");
    }

    private static string Plain(Claim claim, CountRange sum) => $"The classes named with the {Words.Of(claim.Count)} come to {Words.Of(sum)}";

    // By how many the first is certainly more, at the least; the first has no limit where the second has none.
    private static CountRange More(CountRange more, CountRange fewer) =>
        new(more.Min - fewer.Max ?? 0, more.Max - fewer.Min);
}
