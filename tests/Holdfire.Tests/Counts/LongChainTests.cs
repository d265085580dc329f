using Holdfire.Acts;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Views;

namespace Holdfire.Tests.Counts;

/// <summary>Claims included in one another: an answer, or a refusal by the number of steps, and no hang.</summary>
public sealed class LongChainTests
{
    [Fact]
    public void Count_AChainOfInclusions_CountsTheLargestOnce()
    {
        var row = Count(1_500, _ => "attack.air.uav");
        Assert.Equal((7, 7L), (row.Min, row.Max));
        Assert.Equal(1_500, row.Overlap.Length);
    }

    [Fact]
    public void Count_AChainTooLongToFollow_SaysThatItCannotSay()
    {
        var e = Assert.Throws<TooLargeException>(() => Count(8_000, _ => "attack.air.uav"));
        Assert.Contains("8000 claims", e.Message, StringComparison.Ordinal);
    }

    // Acts of which neither holds the other are disjoint by themselves, so that each inclusion is looked at in each sum.
    [Fact]
    public void Count_AChainOfDisjointActs_SaysThatItCannotSay() => Assert.Throws<TooLargeException>(
        () => Count(3_000, i => i % 2 == 0 ? "attack.air.uav" : "attack.shelling"));

    private static CountRow Count(int claims, Func<int, string> act)
    {
        Report[] reports =
        [
            .. Enumerable.Range(0, claims).Select(i => CaseBuilder.Claim(
                $"C{i:0000}", 9, 10, CountRange.Exactly(1 + (i % 7)), act: act(i), includedIn: i + 1 < claims ? [$"C{i + 1:0000}"] : [])),
        ];
        return Counter.Count(
            CaseView.Of(CaseBuilder.Of(reports)), new CountQuery(CaseBuilder.Side, null, null, new ActCode("attack"), Measure.Launched, [CaseBuilder.Hours(0, 24)]))[0];
    }
}
