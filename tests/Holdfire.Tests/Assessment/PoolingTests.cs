using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using static Holdfire.Tests.Assessment.InventedTruce;

namespace Holdfire.Tests.Assessment;

public sealed class PoolingTests
{
    [Fact]
    public void Fit_OfThatWhichDiffersMoreThanItsErrors_ByHand()
    {
        // Weights 4, Q = 8 with 2 degrees, C = 12 - 48/12 = 8: the square of the spread is 6/8, each weight 1/(1/4 + 3/4) = 1.
        var (size, error, spread) = Pooling.Fit([(0, 0.5), (1, 0.5), (2, 0.5)]);
        Assert.Equal(1, size, 12);
        Assert.Equal(Math.Sqrt(0.75), spread, 12);
        Assert.Equal(Math.Sqrt(1.0 / 3), error, 12);
    }

    [Fact]
    public void Fit_OfThreeAlike_HasNoSpread()
    {
        var (size, error, spread) = Pooling.Fit([(-0.7, 0.2), (-0.7, 0.2), (-0.7, 0.2)]);
        Assert.Equal((-0.7, 0.0), (Math.Round(size, 12), spread));
        Assert.Equal(0.2 / Math.Sqrt(3), error, 12);
    }

    [Fact]
    public void RecurringTruces_ThatNoneAloneWouldShow_TellTogether()
    {
        // Four truces of two days, each with 4 a day in place of 10, three weeks apart.
        Truce At(int n) => Truce(0, B) with
        {
            Id = new TruceId(FormattableString.Invariant($"T{n}")),
            Intended = Local.Days(Start.PlusDays(21 * n), Start.PlusDays((21 * n) + 1), Zone),
            InForce = [InForce(B, Start.PlusDays(21 * n), Start.PlusDays((21 * n) + 1))],
            Announced = TimeWindow.Days(Start.PlusDays(21 * n), Start.PlusDays(21 * n), Zone),
        };
        var reports = Daily(Start.PlusDays(-56), 150, i => (i - 56) is >= 0 and < 84 && (i - 56) % 21 < 2 ? 4 : 9 + (i % 3));
        var @case = Case(reports, At(0), At(1), At(2), At(3));

        var pooled = Assert.Single(Pooling.Of(Assessor.Assess(CaseView.Of(@case), new AssessmentOptions()), @case.Sources), p => p.Over == "truces");

        Assert.Equal(4, pooled.Truces.Length);
        Assert.InRange(pooled.Size, 0.3, 0.5);
        Assert.True(pooled.Ratio.High < 1, pooled.ToString());
        Assert.True(pooled.Next.High >= pooled.Ratio.High);
    }
}
