using CsCheck;
using Holdfire.Acts;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Counts;
using Holdfire.Tests.Build;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests.Counts;

/// <summary>Claims that their sources withdrew or corrected, in counts.</summary>
public sealed class StandingClaimsTests
{
    [Fact]
    public void Count_AWithdrawnClaim_IsShownAndNotInTheBounds()
    {
        var row = Count([Claim("a", 5), Claim("b", 7)], [Withdrawn("a", null)], null);
        Assert.Equal((7, 7, 1), (row.Min, row.Max, row.Reports));
        Assert.Equal(["a"], row.Withdrawn.Select(r => r.Value));
    }

    [Fact]
    public void Count_AsOfBeforeTheWithdrawal_StillHoldsTheClaim()
    {
        var at = CaseBuilder.Start + Duration.FromDays(10);
        var (before, after) = (Count([Claim("a", 5)], [Withdrawn("a", at)], at - Duration.Epsilon), Count([Claim("a", 5)], [Withdrawn("a", at)], at));
        Assert.Equal((5, 5L, 0), (before.Min, before.Max, before.Withdrawn.Length));
        Assert.Equal((0, 0L, 1), (after.Min, after.Max, after.Withdrawn.Length));
    }

    [Fact]
    public void Count_AWithdrawnClaim_DoesNotShowThatItsSourceWasLooking() =>
        Assert.Equal((24.0, 0.0), (Count([Claim("a", 5)], [], null).Coverage.Yes, Count([Claim("a", 5)], [Withdrawn("a", null)], null).Coverage.Yes));

    [Fact]
    public void Count_ACorrectedClaim_IsCountedByTheOneInItsPlace()
    {
        var correction = new Correction(new("a"), CorrectionKind.Corrected, new ReportId("b"), null, "");
        var row = Count([Claim("a", 50), Claim("b", 7)], [correction], null);
        Assert.Equal((7, 7L), (row.Min, row.Max));
    }

    [Fact]
    public void Count_OfWhatIsIncludedInACorrectedClaim_GoesIntoTheOneInItsPlace()
    {
        // c was in a, which b took the place of: c is counted with b and not beside it.
        var correction = new Correction(new("a"), CorrectionKind.Corrected, new ReportId("b"), null, "");
        var inner = Claim("c", 3) with { IncludedIn = [new ReportId("a")] };
        Assert.Equal((7, 7L), Bounds([Claim("a", 6), Claim("b", 7), inner], [correction]));
        // Where a was taken back for nothing, what it was included in holds c still.
        var middle = Claim("a", 6) with { IncludedIn = [new ReportId("d")] };
        Assert.Equal((9, 9L), Bounds([middle, Claim("d", 9), inner], [Withdrawn("a", null)]));
    }

    [Fact]
    public void Count_PartsOfAWithdrawnClaim_GoWithIt()
    {
        var part = Claim("p", 5) with { PartOf = new ReportId("a"), Areas = [CaseBuilder.North] };
        var row = Count([Claim("a", 5), part], [Withdrawn("a", null)], null);
        Assert.Equal((0, 0L), (row.Min, row.Max));
        Assert.Equal(["a"], row.Withdrawn.Select(r => r.Value));
    }

    [Fact]
    public void Count_WithSomeWithdrawn_IsThatOfTheOthersAndObeysThePartitionLaw() =>
        Gen.Select(Gen.Select(Gen.Int[0, 4], Gen.Int[1, 40], Gen.Int[0, 9], Gen.Bool, Gen.Int[0, 3]).Array[1, 10], Gen.Int[0, 4]).Sample((shapes, asOf) =>
        {
            Report[] reports = [.. shapes.Select((s, i) => Claim($"r{i}", s.Item2, s.Item1))];
            Correction[] corrections = [.. shapes.Select((s, i) => (s, i)).Where(x => x.s.Item4).Select(x => Withdrawn($"r{x.i}", Known(x.s.Item5)))];
            var standing = reports.Where((r, i) => !(shapes[i].Item4 && shapes[i].Item5 <= asOf)).ToArray();
            var windows = Enumerable.Range(0, 5).Select(Day).Append(CaseBuilder.Hours(0, 120)).ToArray();
            var query = Query(windows);
            var (all, kept) = (Counter.Count(CaseView.Of(Of(reports, corrections), Known(asOf)), query), Counter.Count(CaseView.Of(Of(standing, []), Known(asOf)), query));
            Assert.Equal(kept, all.Select(r => r with { Withdrawn = [] }), Same);
            Assert.True(all.Take(5).Sum(r => r.Min) <= all[5].Min && all[5].Min <= all[5].Max && all[5].Max <= all.Take(5).Sum(r => r.Max));
            Assert.Equal(reports.Length - standing.Length, all[5].Withdrawn.Length);
        });

    [Fact]
    public void Standing_OfACaseWithoutCorrections_IsTheCaseItself()
    {
        var @case = Of([Claim("a", 5)], []);
        Assert.Same(@case, @case.Standing());
        var later = Of([Claim("a", 5)], [Withdrawn("a", Known(3))]);
        Assert.Equal(later.Reports, CaseView.Of(later, Known(2)).Standing.Reports);
    }

    [Fact]
    public void Audit_OfAStatement_HoldsItAgainstTheReportsThatStand()
    {
        var said = new Statement
        {
            Id = new("S1"), Document = new("D1"), Kind = StatementKind.Claim, Speaker = CaseBuilder.Army, Said = TimeWindow.Exact(Day(2)), Paraphrase = "Five.",
            Quantities = [Claim("q", 5) with { Statement = new StatementId("S1") }],
        };
        var @case = Of([Claim("a", 9)], [Withdrawn("a", Known(3))]) with { Statements = [said] };
        Assert.Equal(9, Assert.Single(Auditor.Audit(CaseView.Of(@case, Known(2)))).Own.Min);
        Assert.Equal(0, Assert.Single(Auditor.Audit(CaseView.Of(@case, Known(3)))).Own.Min);
        Assert.Empty(Auditor.Audit(CaseView.Of(@case with { Corrections = [Withdrawn("q", null)] })));
    }

    private static bool Same(CountRow a, CountRow b) => (a with { Overlap = [], Stated = [], Withdrawn = [] }) == (b with { Overlap = [], Stated = [], Withdrawn = [] });

    private static Interval Day(int day) => CaseBuilder.Hours(24 * day, 24 * (day + 1));

    private static Report Claim(string id, long count, int day = 0) =>
        CaseBuilder.Claim(id, 24 * day, 24 * (day + 1), CountRange.Exactly(count), CaseBuilder.All);

    private static Correction Withdrawn(string id, Instant? at) => new(new(id), CorrectionKind.Withdrawn, null, at, "");

    private static Case Of(Report[] reports, Correction[] corrections) => CaseBuilder.Of(reports) with { Corrections = [.. corrections] };

    private static CountQuery Query(Interval[] windows) =>
        new(CaseBuilder.Side, null, null, new ActCode("attack.air.uav"), Measure.Launched, [.. windows]);

    private static CountRow Count(Report[] reports, Correction[] corrections, Instant? asOf) =>
        Counter.Count(CaseView.Of(Of(reports, corrections), asOf), Query([Day(0)]))[0];

    private static (long, long?) Bounds(Report[] reports, Correction[] corrections) =>
        Count(reports, corrections, null) is var row ? (row.Min, row.Max) : default;

    private static Instant Known(int day) => CaseBuilder.Start + Duration.FromDays(20 + day);
}
