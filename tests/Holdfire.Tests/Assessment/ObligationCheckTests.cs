using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Tests.Assessment;

/// <summary>An army is to be at 93 places within 60 days of 1 January 2030: by the end of 2 March.</summary>
public sealed class ObligationCheckTests
{
    private static readonly Instant Due = Instant.FromUtc(2030, 3, 3, 0, 0);

    [Theory]
    [InlineData(10, ObligationState.Due, 0, "", "")]
    [InlineData(40, ObligationState.InPart, 30, "R1", "")]
    [InlineData(56, ObligationState.InPart, 80, "R1 R2", "")] // R1 is in R2
    [InlineData(62, ObligationState.Overdue, 80, "R1 R2", "")]
    [InlineData(70, ObligationState.Met, 93, "R1 R2 R3", "True")]
    public void Of_WhatIsKnownByEachDay_IsWhatTheEvidenceShows(int day, ObligationState state, long done, string evidence, string late)
    {
        var status = Of(Places(), CaseBuilder.Start + Duration.FromDays(day), Report("R1", 35, 30, "R2"), Report("R2", 55, 80), Report("R3", 65, 13));
        Assert.Equal((state, CountRange.Exactly(done)), (status.State, status.Done));
        Assert.Equal(Due, status.Due);
        Assert.Equal(evidence, string.Join(' ', status.Evidence));
        Assert.Equal(late, status.IsLate?.ToString() ?? "");
    }

    [Fact]
    public void Of_EvidenceOfTwoSources_IsThatOfTheOneThatShowsMost()
    {
        var status = Of(Places(), Due, Report("R1", 35, 60), Report("R2", 40, 50) with { Source = CaseBuilder.Navy });
        Assert.Equal((ObligationState.Overdue, CountRange.Exactly(60)), (status.State, status.Done));
    }

    [Fact]
    public void Of_EvidenceThatIsDenied_LeavesOpenWhetherItIsMet()
    {
        var denial = Report("R9", 41, 0) with { Source = new("bb-army"), Denies = [new("R1")] };
        var status = Of(Places(), Due, Report("R1", 40, 93), denial);
        Assert.Equal((ObligationState.Unknown, new CountRange(0, 93)), (status.State, status.Done));
        Assert.Equal([new ReportId("R9")], status.Denials);
    }

    [Fact]
    public void Of_EvidenceThatMayBeEnough_IsUnknown() =>
        Assert.Equal(ObligationState.Unknown, Of(Places(), Due, Report("R1", 40, 80) with { Count = new CountRange(80, 100) }).State);

    [Fact]
    public void Of_AnObligationInWordsAlone_IsMetByAnyEvidenceAndUnknownWithoutADate()
    {
        var words = new Obligation(CaseBuilder.Side, "open the bridge", null) { Evidence = [new("R1")] };
        Assert.Equal(ObligationState.Unknown, Of(words, Due).State);
        Assert.Equal(ObligationState.Met, Of(words, Due, Report("R1", 40, 1)).State);
    }

    [Fact]
    public void Of_ATruceThatWasNeverInForce_HasNoDueDay()
    {
        var view = CaseView.Of(CaseBuilder.Of([]) with { Truces = [Truce(Places()) with { InForce = [] }] });
        var status = ObligationCheck.Of(view, Due)[0];
        Assert.Equal((ObligationState.Unknown, (Instant?)null), (status.State, status.Due));
    }

    [Fact]
    public void Of_EvidenceThatWasWithdrawn_CountsNoMore()
    {
        var view = CaseView.Of(CaseBuilder.Of([Report("R1", 40, 93)]) with
        {
            Truces = [Truce(Places())], Corrections = [new(new("R1"), CorrectionKind.Withdrawn, null, null, "")],
        });
        Assert.Equal(ObligationState.Overdue, ObligationCheck.Of(view, Due)[0].State);
    }

    private static Obligation Places() => new(CaseBuilder.Side, "be at 93 places", null)
    {
        Id = "O1", Act = new ActCode("compliance.deployment"), Quantity = CountRange.Exactly(93), Unit = CountUnit.Place, DueDays = 60,
        Evidence = [new("R1"), new("R2"), new("R3")],
    };

    private static Report Report(string id, double day, long count, params string[] includedIn) =>
        CaseBuilder.Claim(id, day * 24, (day * 24) + 1, CountRange.Exactly(count), act: "compliance.deployment", includedIn: includedIn) with { Unit = CountUnit.Place };

    private static ObligationStatus Of(Obligation obligation, Instant now, params Report[] reports) =>
        ObligationCheck.Of(CaseView.Of(CaseBuilder.Of(reports) with { Truces = [Truce(obligation)] }), now)[0];

    private static Truce Truce(Obligation obligation) => new()
    {
        Id = new("T1"), Name = "Truce", Announced = TimeWindow.Exact(CaseBuilder.Hours(-24, 0)), Intended = CaseBuilder.Hours(4, 4800), Zone = "UTC",
        InForce = [new InForce(CaseBuilder.Side, CaseBuilder.Hours(4, 4800), TimePrecision.Minute, "UTC", "", false)],
        Obligations = [obligation],
    };
}
