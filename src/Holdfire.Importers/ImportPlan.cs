using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>What of the rows that were read goes in, and what does not, wherever they go.</summary>
/// <param name="Fresh">The rows that are not held yet, with the inclusions that are known by now.</param>
/// <param name="Present">How many are held already.</param>
/// <param name="Rejected">The rows that do not go in, in the order of the source.</param>
/// <param name="NotTaken">Those of them that what is held keeps out.</param>
/// <param name="Inclusions">For each row that goes in or is held: the claims that include it, as known by now.</param>
internal sealed record ImportPlan(
    ImmutableArray<ImportedRow> Fresh, int Present, ImmutableArray<RejectedRow> Rejected, ImmutableArray<RejectedRow> NotTaken,
    IReadOnlyDictionary<string, string> Inclusions)
{
    /// <summary>Sorts what was read by what is held. A claim goes in whole or not at all.</summary>
    public static ImportPlan Of(ImportResult result, HeldRows held)
    {
        var (taken, notTaken) = Sort(result.Rows, held);
        var fresh = taken.Where(r => !held.Has(r.Id)).ToImmutableArray();
        var added = fresh.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        string Wider(ImportedRow row) => string.Join(
            ';', row.IncludedIn.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(w => added.Contains(w) || held.Has(w)));
        return new ImportPlan(
            [.. fresh.Select(r => r with { IncludedIn = Wider(r) })],
            taken.Length - fresh.Length,
            [.. result.Rejected.Concat(notTaken).OrderBy(r => r.Line)],
            notTaken,
            taken.Select(r => (r.Id, Wider: Wider(r))).Where(r => r.Wider.Length > 0).ToDictionary(r => r.Id, r => r.Wider, StringComparer.Ordinal));
    }

    /// <summary>What it came to.</summary>
    public ImportSummary Summary(int added, string? reportsFile, string? rejectsFile) =>
        new(added, Present, Rejected.Length, reportsFile, Rejected.Length > 0 ? rejectsFile : null) { NotTaken = NotTaken };

    private static (ImmutableArray<ImportedRow> Taken, ImmutableArray<RejectedRow> NotTaken) Sort(
        ImmutableArray<ImportedRow> rows, HeldRows held)
    {
        var taken = ImmutableArray.CreateBuilder<ImportedRow>(rows.Length);
        var notTaken = ImmutableArray.CreateBuilder<RejectedRow>();
        foreach (var claim in rows.GroupBy(r => r.Claim.Length > 0 ? r.Claim : r.Id, StringComparer.Ordinal))
        {
            var faults = claim.GroupBy(r => r.Line).ToDictionary(l => l.Key, l => l.Select(held.FaultOf).FirstOrDefault(f => f is not null));
            if (faults.Values.FirstOrDefault(f => f is not null) is not { } first)
            {
                taken.AddRange(claim);
                continue;
            }

            notTaken.AddRange(claim.DistinctBy(r => r.Line).Select(r => faults[r.Line] ?? r.Reject(
                "", "a claim all of whose rows the case takes", $"a fault in line {first.Line}")));
        }

        return (taken.ToImmutable(), notTaken.ToImmutable());
    }
}
