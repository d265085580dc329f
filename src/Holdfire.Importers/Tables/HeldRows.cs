using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.CaseFormat;

namespace Holdfire.Importers;

/// <summary>What a case holds already, as far as it decides what may be added.</summary>
internal sealed class HeldRows
{
    private static readonly int IncludedIn = ImportedRow.Header.IndexOf("included_in");

    private readonly Dictionary<string, ImmutableArray<string>> rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> quantities;
    private readonly HashSet<string> sources;
    private readonly HashSet<string> parties;

    /// <summary>What this case holds.</summary>
    /// <param name="case">The case.</param>
    /// <param name="held">Its report rows, fields in the order of the imported row's header.</param>
    public HeldRows(Case @case, IEnumerable<ImmutableArray<string>> held)
    {
        sources = @case.Sources.Select(s => s.Id.Value).ToHashSet(StringComparer.Ordinal);
        parties = @case.Parties.Select(p => p.Id.Value).ToHashSet(StringComparer.Ordinal);
        quantities = @case.Statements.SelectMany(s => s.Quantities).Select(q => q.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var row in held)
        {
            rows.TryAdd(row[0], row);
        }
    }

    /// <summary>All rows, fields in the order of the imported row's header.</summary>
    public IEnumerable<ImmutableArray<string>> Rows => rows.Values;

    /// <summary>Reads the folder.</summary>
    /// <exception cref="ArgumentException">The case has faults.</exception>
    public static HeldRows OfFolder(string caseFolder, string reports) => new(
        CaseFolder.Load(caseFolder).Case ?? throw new ArgumentException($"{caseFolder} has faults", nameof(caseFolder)),
        Directory.Exists(reports)
            ? Directory.EnumerateFiles(reports, "*.csv").Order(StringComparer.Ordinal).SelectMany(f => CsvFiles.Rows(f))
            : []);

    public bool Has(string id) => rows.ContainsKey(id);

    /// <summary>Why the row may neither go in nor be passed over, or null.</summary>
    public RejectedRow? FaultOf(ImportedRow row)
    {
        if (!sources.Contains(row.Source))
        {
            return row.Reject("", $"a case that has the source {row.Source}", "none of that id");
        }

        if (!parties.Contains(row.AllegedActor))
        {
            return row.Reject("", $"a case that has the party {row.AllegedActor}", "none of that id");
        }

        if (quantities.Contains(row.Id))
        {
            return row.Reject("id", "an id that the case does not hold", $"{row.Id}, a claim in a statement");
        }

        // What includes a claim depends on what else the case held when it came in; the later columns are filled in by hand.
        var (fields, old) = (row.Fields, rows.GetValueOrDefault(row.Id, row.Fields));
        var at = Enumerable.Range(0, ImportedRow.FirstColumns).FirstOrDefault(i => i != IncludedIn && old[i] != fields[i], -1);
        return at < 0 ? null
            : row.Reject("id", $"{ImportedRow.Header[at]} '{old[at]}', as the case holds under {row.Id}", $"'{fields[at]}'");
    }

    /// <summary>The row with the inclusions that are known by now, where they hold those that it has.</summary>
    public static ImmutableArray<string> Amended(ImmutableArray<string> held, IReadOnlyDictionary<string, string> inclusions) =>
        inclusions.TryGetValue(held[0], out var wider) && wider != held[IncludedIn] && Ids(held[IncludedIn]).IsSubsetOf(Ids(wider))
            ? held.SetItem(IncludedIn, wider) : held;

    private static ImmutableHashSet<string> Ids(string list) =>
        list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToImmutableHashSet(StringComparer.Ordinal);
}
