namespace Holdfire.Bench.Fusion.Sim;

/// <summary>A simulated case: the same arguments give the same bytes.</summary>
/// <param name="Density">How thickly true events lie.</param>
/// <param name="Vagueness">How vaguely they are told.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Sectors">How many sectors; null: as many as the density has.</param>
/// <param name="AtLeast">Sectors are added until there are this many reports; null: no such aim.</param>
/// <param name="Links">Whether reports say what they repeat and deny.</param>
/// <param name="Wide">Whether the sources that give regions alone or list distinct events speak too.</param>
public sealed record Simulation(Density Density, Vagueness Vagueness, int Seed, int? Sectors = null, long? AtLeast = null, bool Links = true, bool Wide = false)
{
    private IReadOnlyList<SourceProfile> Sources => Wide ? [.. SourceTable.All, .. SourceTable.Wide] : SourceTable.All;

    /// <summary>Writes FOLDER/case (the reports) and FOLDER/truth; returns the number of reports.</summary>
    public long Write(string folder)
    {
        using var @case = new CaseWriter(Path.Combine(folder, "case"), Links, Sources);
        using var truth = new TruthWriter(Path.Combine(folder, "truth"));
        var sectors = new List<Sector>();
        var written = 0L;
        var wanted = Sectors ?? (AtLeast is null ? Density.Sectors : Sector.Most);
        while (sectors.Count < wanted && !(written >= AtLeast))
        {
            var sector = SectorReports.Make(Seed, sectors.Count, Density, Vagueness, Wide);
            @case.Write(sector);
            truth.Write(sector);
            sectors.Add(sector.Sector);
            written += sector.Reports.Count;
        }

        @case.Finish(sectors, $"A simulated case ({Density.Name}, {Vagueness.Name})");
        return written;
    }
}
