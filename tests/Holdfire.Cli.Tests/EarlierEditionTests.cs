using Holdfire.Cli.Commands.Bundles;

namespace Holdfire.Cli.Tests;

/// <summary>Figures that an earlier version published stay readable; where the rules have changed since, the verifier says so.</summary>
public sealed class EarlierEditionTests
{
    private static readonly string Bundles = Path.Combine(Cli.Root, "tests", "compat", "bundles");

    [Fact]
    public void Verify_AFigureOfEarlierRules_NamesBothAndIsNotRefused()
    {
        var run = Cli.Run("bundle", "verify", Path.Combine(Bundles, "audit.zip"), "--format", "json");

        Assert.Equal(8, run.ExitCode);
        Assert.Contains("made as holdfire/audit/1; this version answers as holdfire/audit/1 by the rules audit-2", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"wrong\"", run.Output, StringComparison.Ordinal);
    }

    // Figures without a method are of before it had a number.
    [Fact]
    public void Figure_ByAnotherMethod_IsOfAnotherEdition()
    {
        var before = new FigureEdition("holdfire/assessment/2", "ladder-2", null);
        var now = new FigureEdition("holdfire/assessment/2", "ladder-2", "method-2");
        Assert.True(before.IsBefore(now));
        Assert.False(now.IsBefore(now));
        Assert.Equal("holdfire/assessment/2 by the rules ladder-2", before.ToString());
        Assert.Equal("holdfire/assessment/2 by the rules ladder-2 and method-2", now.ToString());
    }

    [Fact]
    public void Verify_AFigureOfTheSameEdition_IsRecomputed()
    {
        var run = Cli.Run("bundle", "verify", Path.Combine(Bundles, "counts.zip"));

        Assert.True(run.ExitCode is 0 or 7, run.Output + run.Error);
        Assert.Contains("the same byte for byte", run.Output, StringComparison.Ordinal);
    }
}
