using System.Collections.Immutable;
using CsCheck;
using Holdfire.Model;
using Holdfire.Findings;
using Holdfire.CaseFormat;
using Holdfire.Tests.Build;

namespace Holdfire.Tests.Findings;

public sealed class LadderPropertyTests
{
    private static readonly ImmutableArray<Source> Sources =
    [
        Of("aa-army", "AA", SourceKind.PartyOrgan, ReliabilityGrade.F), Of("aa-navy", "AA", SourceKind.PartyOrgan, ReliabilityGrade.E),
        Of("bb-army", "BB", SourceKind.PartyOrgan, ReliabilityGrade.D), Of("mission", null, SourceKind.Monitor, ReliabilityGrade.A),
        Of("radar", null, SourceKind.Sensor, ReliabilityGrade.B), Of("desk", null, SourceKind.NewsDesk, ReliabilityGrade.C),
        Of("gossip", null, SourceKind.Observer, ReliabilityGrade.E),
        Of("wire", null, SourceKind.NewsDesk, ReliabilityGrade.B) with { Relays = new SourceId("aa-army") },
    ];

    // A report quotes or denies only reports before it, so that nothing leads back to itself.
    private static readonly Gen<ImmutableArray<Report>> Events = Gen.Select(Gen.Int[0, 7], Gen.Enum<ObservationMode>(), Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[0, 9])
        .Array[1, 8].Select(rows => rows.Select((r, i) => CaseBuilder.Claim($"R{i}", 0, 1, CountRange.Exactly(r.Item5 == 9 ? 0 : 1), source: Sources[r.Item1].Id) with
        {
            Mode = r.Item2,
            AllegedActor = r.Item3 == 0 ? null : new PartyId(r.Item3 == 1 ? "AA" : "BB"),
            Quotes = r.Item4 < i ? [new ReportId($"R{r.Item4}")] : [],
            Denies = r.Item5 < i ? [new ReportId($"R{r.Item5}")] : [],
        }).ToImmutableArray());

    [Fact]
    public void Ladder_DoesNotDependOnTheOrderOfReports() => Events.Sample(reports =>
        Assert.Equal(Told(Of(reports, [])), Told(Of([.. reports.Reverse()], []))));

    [Fact]
    public void Ladder_WithAReportThatRepeatsOneOfTheEvent_IsTheSame() => Gen.Select(Events, Gen.Int[0, 7]).Sample((reports, place) =>
    {
        var echo = CaseBuilder.Claim("ECHO", 0, 1, CountRange.Exactly(1), source: new SourceId("desk")) with
        {
            Mode = ObservationMode.OnSite, Quotes = [reports[place % reports.Length].Id],
        };
        var (before, after) = (Of(reports, []), Of(reports.Add(echo), []));
        Assert.Equal(before.Standard, after.Standard);
        Assert.True(before.Standard == StandardOfProof.Withdrawn || Told(before) == Told(after), $"{Told(before)} and {Told(after)}");
    });

    [Fact]
    public void Ladder_WithOneMoreReportOfTheSameOriginAndKind_IsTheSame() => Gen.Select(Events, Gen.Int[0, 7]).Sample((reports, place) =>
    {
        var like = reports[place % reports.Length];
        var (before, after) = (Of(reports, []), Of(reports.Add(like with { Id = new ReportId("AGAIN") }), []));
        Assert.Equal(before.Standard, after.Standard);
        Assert.Equal(before.Attribution, after.Attribution);
    });

    [Fact]
    public void Ladder_WithAllWithdrawn_IsWithdrawn() => Events.Sample(reports =>
        Assert.Equal(StandardOfProof.Withdrawn, Of(reports, [.. reports.Select(r => r.Id)]).Standard));

    [Fact]
    public void Ladder_WithLabelsSwapped_IsTheSame() => Events.Sample(reports =>
    {
        var swapped = reports.Select(r => r with { AllegedActor = r.AllegedActor is { } a ? Other(a) : null }).ToImmutableArray();
        var sources = Sources.Select(s => s with { Party = s.Party is { } p ? Other(p) : null });
        var (straight, mirrored) = (Of(reports, []), Of(swapped, [], [.. sources]));
        Assert.Equal((straight.Standard, straight.Attribution), (mirrored.Standard, mirrored.Attribution));
    });

    private static PartyId Other(PartyId party) => new(party.Value == "AA" ? "BB" : "AA");

    private static LadderResult Of(ImmutableArray<Report> reports, IEnumerable<ReportId> withdrawn, ImmutableArray<Source>? sources = null)
    {
        var @case = CaseBuilder.Of(reports) with
        {
            Sources = sources ?? Sources,
            Corrections = [.. withdrawn.Select(w => new Correction(w, CorrectionKind.Withdrawn, null, null, ""))],
        };
        var first = reports[0];
        var subject = Subjects.Of(first, Subjects.Scopes(@case)) with
        {
            Reports = reports, Actors = [.. reports.Select(r => r.AllegedActor).OfType<PartyId>().Distinct().Order()],
        };
        return Ladder.Of(subject, new Provenance(@case), FindingRulesFile.BuiltIn);
    }

    private static string Told(LadderResult ladder) => string.Join('|',
        ladder.Standard, ladder.Attribution, string.Join(',', ladder.StandardRules.Select(r => $"{r.Rule}[{string.Join(' ', r.Reports)}]")),
        ladder.AttributionRule?.Rule);

    private static Source Of(string id, string? party, SourceKind kind, ReliabilityGrade grade) =>
        new(new SourceId(id), id, party is null ? null : new PartyId(party), kind, grade, CaseBuilder.All, []);
}
