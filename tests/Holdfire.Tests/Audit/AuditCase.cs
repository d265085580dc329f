using Holdfire.Acts;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Time;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Tests.Audit;

/// <summary>Cases of side AA's claims, built inline.</summary>
internal static class AuditCase
{
    public static Case Of(IEnumerable<Report> reports, params Statement[] statements) =>
        CaseBuilder.Of(reports) with { Statements = [.. statements] };

    public static Statement Says(string id, double at, params Report[] quantities) => new()
    {
        Id = new(id),
        Document = new("D1"),
        Kind = StatementKind.Claim,
        Speaker = CaseBuilder.Army,
        Said = TimeWindow.Exact(CaseBuilder.Hours(at, at + 0.1)),
        Paraphrase = "a claim",
        Quantities = [.. quantities],
    };

    public static Report Breaches(string id, double from, double to, long count, PartRelation parts = PartRelation.Unknown, bool? all = null) =>
        CaseBuilder.Claim(id, from, to, CountRange.Exactly(count), act: "attack") with
        {
            Measure = Measure.Occurred, Unit = CountUnit.Breach, Parts = parts, PartsExhaustive = all,
        };

    public static Report[] PartsOf(Report whole, params long[] counts) =>
        [.. counts.Select((n, i) => whole with { Id = new(whole.Id.Value + "." + (char)('a' + i)), PartOf = whole.Id, Count = CountRange.Exactly(n) })];

    public static Case Watched(this Case @case, double from, double to) => @case with
    {
        Sources = [.. @case.Sources.Select(s => s.Id != CaseBuilder.Army ? s : s with
        {
            Watches = [.. s.Watches, new Watch(true, new ActCode("attack"), CaseBuilder.All, CaseBuilder.Hours(from, to), "declared")],
        })],
    };

    public static Report Drones(string id, double from, double to, long count) =>
        CaseBuilder.Claim(id, from, to, CountRange.Exactly(count));

    public static AuditedClaim Only(this Case @case, string id = "S1", Instant? asOf = null) =>
        Assert.Single(Auditor.Audit(CaseView.Of(@case, asOf), new StatementId(id)));

    public static AuditReason Reason(this AuditedClaim claim, string rule) => Assert.Single(claim.Reasons, r => r.Rule == rule);

    public static void Is(this AuditedClaim claim, AuditVerdict verdict, AuditFault fault, string rule)
    {
        Assert.Equal((verdict, fault), (claim.Verdict, claim.Fault));
        Assert.Contains(claim.Reasons, r => r.Rule == rule);
    }
}
