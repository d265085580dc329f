using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Holdfire.Assessment;
using Holdfire.CaseFormat;
using Holdfire.Views;
using NodaTime.Text;

namespace Holdfire.Cli.Tests;

/// <summary>
/// The units, exported as CSV, give the same ratios in R: that of rates by MASS's glm.nb, that to the forecast by a level
/// written anew there. Skipped without R (Debian: r-base-core, r-cran-mass) or the data.
/// </summary>
public sealed class UnitsInRTests
{
    private const string R = "/usr/bin/Rscript";
    private static readonly string Data = Path.Combine(Cli.Root, "..", "shared", "data", "truces");

    [Theory]
    [InlineData("syria-2016-2019")]
    [InlineData("syria-2016-2019-daily")]
    [InlineData("donbas-2014-2021")]
    [InlineData("donbas-2014-2021-daily")]
    public void Units_InR_GiveTheSameRatiosToThreeDigits(string name)
    {
        Assert.SkipUnless(File.Exists(R), $"{R} is not there");
        Assert.SkipUnless(Directory.Exists(Data), $"{Data} is not there");
        var view = CaseView.Of(CaseFolder.Load(Path.Combine(Data, name)).Case!);
        var lines = Assessor.Assess(view, new AssessmentOptions { Alternatives = false })
            .ToDictionary(t => t.Truce.Id.Value, t => t.Lines.Single(l => l.IsPrimary));

        var inR = Run(name, lines.ToImmutableSortedDictionary(l => l.Key, l => InstantPattern.ExtendedIso.Format(l.Value.TimeInForce.Start)));

        Assert.Equal(lines.Keys.Order(), inR.Keys.Order());
        foreach (var (truce, line) in lines)
        {
            Same(inR[truce].Rates, line.RateRatio!.Value);
            Same(inR[truce].Forecast, line.ExpectedRatio!.Value);
        }
    }

    private static void Same(double there, double here) => Assert.InRange(there / here, 0.9995, 1.0005);

    private static Dictionary<string, (double Rates, double Forecast)> Run(string name, ImmutableSortedDictionary<string, string> starts)
    {
        var folder = Directory.CreateTempSubdirectory("units-in-r-");
        try
        {
            var (units, at) = (Path.Combine(folder.FullName, "units.csv"), Path.Combine(folder.FullName, "starts.csv"));
            File.WriteAllText(units, Cli.Run("assess", "--case", Path.Combine(Data, name), "--units", "--format", "csv").Output);
            File.WriteAllLines(at, starts.Select(s => $"{s.Key},{s.Value}").Prepend("truce,start"));
            using var run = Process.Start(new ProcessStartInfo(R, [Path.Combine(Cli.Root, "tests", "interop", "r", "units.R"), units, at])
            {
                RedirectStandardOutput = true,
            })!;
            var output = run.StandardOutput.ReadToEnd();
            run.WaitForExit();
            Assert.Equal(0, run.ExitCode);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .ToDictionary(c => c[0], c => (double.Parse(c[1], CultureInfo.InvariantCulture), double.Parse(c[2], CultureInfo.InvariantCulture)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
