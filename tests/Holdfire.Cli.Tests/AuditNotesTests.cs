using System.Globalization;
using System.Text;

namespace Holdfire.Cli.Tests;

public sealed class AuditNotesTests
{
    [Fact]
    public void Audit_RunningTotals_AreOneLineEachAndTheOneThatContradictsStays()
    {
        using var small = new InventedCase();
        small.Write("statements.yaml", Totals(488, 5026, 5100, 9318, 9400));
        var run = Cli.Run("audit", "--case", small.Folder, "--statement", "H5");
        Assert.Contains("A-NESTED: 4 running totals, all consistent", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n'), l => l.Contains("A-NESTED", StringComparison.Ordinal));

        small.Write("statements.yaml", Totals(488, 5026, 5100, 9318, 9300));
        run = Cli.Run("audit", "--case", small.Folder, "--statement", "H5");
        Assert.Contains("A-NESTED: 3 running totals, all consistent", run.Output, StringComparison.Ordinal);
        Assert.Contains("the longer window has fewer", run.Output, StringComparison.Ordinal);
    }

    private static string Totals(params int[] counts)
    {
        var text = new StringBuilder("statements:\n");
        for (var i = 1; i <= counts.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  - id: H{{i}}
                    document: D1
                    kind: accusation
                    form: reported
                    speaker: ss-army
                    hearsay: 1
                    said: {from: 2031-03-2{{i}}, to: 2031-03-2{{i}}, zone: America/Bogota, precision: day}
                    about: {from: 2031-03-10T00:00, to: 2031-03-1{{i}}T24:00, zone: America/Bogota, precision: minute}
                    paraphrase: The South claims so many since the truce began.
                    quantities:
                      - {id: H{{i}}.1, act: attack.shelling, measure: occurred, count: {{counts[i - 1]}}, areas: [X-EAST], alleged_actor: NN}

                """);
        }

        return text.ToString();
    }
}
