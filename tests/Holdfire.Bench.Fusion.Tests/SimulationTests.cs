using Holdfire.Bench.Fusion.Files;
using Holdfire.Bench.Fusion.Judging;
using Holdfire.Bench.Fusion.Peers;
using Holdfire.Bench.Fusion.Sim;

namespace Holdfire.Bench.Fusion.Tests;

public sealed class SimulationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("holdfire-sim").FullName;

    private static Density Sparse => Density.Presets.Single(d => d.Name == "sparse");

    private static Vagueness Usual => Vagueness.Presets.Single(v => v.Name == "usual");

    [Fact]
    public void TheSameArguments_GiveTheSameBytes()
    {
        foreach (var name in (string[])["a", "b"])
        {
            new Simulation(Sparse, Usual, 7, Sectors: 2).Write(Path.Combine(folder, name));
        }

        var files = Directory.GetFiles(Path.Combine(folder, "a"), "*", SearchOption.AllDirectories);
        Assert.Equal(18, files.Length);
        Assert.All(files, f => Assert.Equal(
            File.ReadAllBytes(f), File.ReadAllBytes(f.Replace(Path.Combine(folder, "a"), Path.Combine(folder, "b"), StringComparison.Ordinal))));
    }

    [Fact]
    public void AnotherSeed_GivesAnotherCase()
    {
        new Simulation(Sparse, Usual, 1, Sectors: 1).Write(Path.Combine(folder, "a"));
        new Simulation(Sparse, Usual, 2, Sectors: 1).Write(Path.Combine(folder, "b"));
        Assert.NotEqual(
            File.ReadAllText(Path.Combine(folder, "a/truth/events.csv")), File.ReadAllText(Path.Combine(folder, "b/truth/events.csv")));
    }

    [Fact]
    public void TheCase_LoadsWithoutErrors_AndTheTruthKnowsEachReport()
    {
        var written = new Simulation(Sparse, Usual, 3, Sectors: 2).Write(folder);
        var input = CaseInput.Read(Path.Combine(folder, "case"));
        var truth = Truth.Read(Path.Combine(folder, "truth"));
        Assert.Equal(written, input.Reports.Length);
        Assert.Equal(truth.Stories.Keys.Order(StringComparer.Ordinal), input.Reports.Select(r => r.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Links_AreOfOneStory()
    {
        new Simulation(Sparse, Usual, 4, Sectors: 2).Write(folder);
        var truth = Truth.Read(Path.Combine(folder, "truth"));
        var linked = CaseInput.Read(Path.Combine(folder, "case")).Reports.SelectMany(r => r.Linked.Select(l => (r.Id, l))).ToList();
        Assert.NotEmpty(linked);
        Assert.All(linked, l => Assert.True(truth.Same(l.Id, l.l)));
    }

    [Fact]
    public void Events_OfReports_AreAmongTheTrueEvents()
    {
        new Simulation(Sparse, Usual, 5, Sectors: 1).Write(folder);
        var events = Csv.Rows(Path.Combine(folder, "truth/events.csv")).Select(r => r["event"]).ToHashSet();
        var told = Csv.Rows(Path.Combine(folder, "truth/truth.csv")).ToList();
        Assert.All(told, t => Assert.Equal(t["kind"] == "event", events.Contains(t["event"])));
        Assert.Contains(told, t => t["kind"] == "invention");
    }

    [Fact]
    public void MoreReports_DoNotChangeTheSectorsBefore()
    {
        new Simulation(Sparse, Usual, 6, Sectors: 1).Write(Path.Combine(folder, "a"));
        new Simulation(Sparse, Usual, 6, AtLeast: 1000).Write(Path.Combine(folder, "b"));
        Assert.StartsWith(
            File.ReadAllText(Path.Combine(folder, "a/case/reports/aa-army.csv")),
            File.ReadAllText(Path.Combine(folder, "b/case/reports/aa-army.csv")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, true);
}
