using System.Diagnostics;
using System.Globalization;
using Holdfire.CaseFormat;
using NodaTime;

namespace Holdfire.Bench;

/// <summary>What the areas of a country cost when a case is loaded: the same case without a country and with one, over and over.</summary>
internal static class PlacesRun
{
    private const int Times = 200;

    public static int Run()
    {
        var root = Directory.CreateTempSubdirectory("holdfire-bench-").FullName;
        try
        {
            // The first of each also reads the tables from the assembly, which later loads of the process do not.
            var without = Load(root, "none", []);
            foreach (string[] countries in (string[][])[["LB"], ["SD"], ["PH"], ["UA"], ["US"], ["LB", "SY", "IL", "PS", "JO"]])
            {
                var with = Load(root, string.Join('-', countries), countries);
                Console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{string.Join(", ", countries),-24} first {with.First,6:0.0} ms, then {with.Median,6:0.00} ms; none: first {without.First,6:0.0} ms, then {without.Median,6:0.00} ms; ratio {with.Median / without.Median:0.00}"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(root, true);
        }
    }

    private static (double First, double Median) Load(string root, string name, string[] countries)
    {
        var folder = Path.Combine(root, name);
        new NewCase(name, name, "UTC", countries.Length > 0 ? [.. countries] : ["UA"], [("A", "A"), ("B", "B")], [("s", "S")], ("Truce", new LocalDate(2031, 3, 1), null), true).Write(folder);
        if (countries.Length == 0)
        {
            var path = Path.Combine(folder, "case.yaml");
            File.WriteAllText(path, File.ReadAllText(path).Replace("countries: [UA]\n", "", StringComparison.Ordinal));
        }

        var times = Enumerable.Range(0, Times + 1).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            if (!CaseFolder.Load(folder).Errors.IsEmpty)
            {
                throw new InvalidOperationException($"the case {name} has errors");
            }

            return watch.Elapsed.TotalMilliseconds;
        }).ToList();
        return (times[0], times.Skip(1).Order().ElementAt(Times / 2));
    }
}
