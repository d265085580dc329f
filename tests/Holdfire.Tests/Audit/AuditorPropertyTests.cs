using System.Collections.Immutable;
using CsCheck;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Tests.Build;
using static Holdfire.Tests.Audit.AuditCase;
using Holdfire.Views;

namespace Holdfire.Tests.Audit;

public sealed class AuditorPropertyTests
{
    private static readonly Gen<int[]> Events = Gen.Int[0, 47].Array[0, 30];
    private static readonly Gen<(int From, int Hours)[]> Bulletins = Gen.Select(Gen.Int[0, 40], Gen.Int[1, 12]).Array[0, 8];

    [Fact]
    public void Audit_TruthfulClaimWithCompleteCoverage_IsNeverInconsistent() =>
        Gen.Select(Events, Bulletins, Gen.Int[0, 40], Gen.Int[1, 30], Gen.Int[0, 3]).Sample((events, bulletins, from, hours, slack) =>
        {
            var true_ = True(events, from, from + hours);
            var said = Drones("S1.1", from, from + hours, true_) with { Count = new(Math.Max(0, true_ - slack), true_ + slack) };
            return Case(events, bulletins, said).Only().Verdict != AuditVerdict.Inconsistent;
        });

    [Fact]
    public void Audit_ClaimAboveEveryBulletinThatTouches_IsInconsistentWithCompleteCoverage() =>
        Gen.Select(Events, Bulletins, Gen.Int[0, 40], Gen.Int[1, 30], Gen.Int[1, 5]).Sample((events, bulletins, from, hours, more) =>
        {
            var most = Reports(events, bulletins).Where(r => r.Window.Touches(CaseBuilder.Hours(from, from + hours))).Sum(r => r.Count.Max!.Value);
            var claim = Case(events, bulletins, Drones("S1.1", from, from + hours, most + more)).Only();
            return claim is { Verdict: AuditVerdict.Inconsistent, Fault: AuditFault.Arithmetic };
        });

    [Fact]
    public void Audit_PartyLabelsSwapped_GivesTheSameClaims() =>
        Gen.Select(Events, Bulletins, Gen.Int[0, 40], Gen.Int[1, 30], Gen.Int[0, 40]).Sample((events, bulletins, from, hours, said) =>
        {
            var @case = Case(events, bulletins, Drones("S1.1", from, from + hours, said) with { AllegedActor = new("BB") });
            var there = Auditor.Audit(CaseView.Of(Swap(@case)))[0];
            var here = Auditor.Audit(CaseView.Of(@case))[0];
            return Print(here) == Print(there with { Claim = Swap(there.Claim) });
        });

    private static string Print(AuditedClaim c) =>
        $"{c.Claim.AllegedActor} {c.Own} {c.Other} {c.CoveredHours} {c.WindowHours} {c.Verdict} {c.Fault} " +
        string.Join('|', c.Reasons.Select(r => $"{r.Rule} {r.Text} {string.Join(',', r.Evidence)}"));

    private static Case Case(int[] events, (int From, int Hours)[] bulletins, Report said) =>
        Of(Reports(events, bulletins), Says("S1", 90, said)).Watched(-10, 100);

    // Every hour has its own bulletin; the drawn ones overlap them with the same events.
    private static ImmutableArray<Report> Reports(int[] events, (int From, int Hours)[] bulletins) =>
    [
        .. Enumerable.Range(0, 72).Select(h => Drones($"h{h}", h, h + 1, True(events, h, h + 1))),
        .. bulletins.Select((b, i) => Drones($"b{i}", b.From, b.From + b.Hours, True(events, b.From, b.From + b.Hours))),
        .. bulletins.Select((b, i) => Drones($"o{i}", b.From, b.From + b.Hours, i) with { Source = new("bb-army") }),
    ];

    private static int True(int[] events, int from, int to) => events.Count(e => e >= from && e < to);

    private static PartyId Swap(PartyId p) => p.Value switch { "AA" => new("BB"), "BB" => new("AA"), _ => p };

    private static Report Swap(Report r) => r with { AllegedActor = r.AllegedActor is { } a ? Swap(a) : null };

    private static Case Swap(Case c) => c with
    {
        Parties = [.. c.Parties.Select(p => p with { Id = Swap(p.Id) })],
        Sources = [.. c.Sources.Select(s => s with { Party = s.Party is { } p ? Swap(p) : null })],
        Reports = [.. c.Reports.Select(Swap)],
        Statements = [.. c.Statements.Select(s => s with { Quantities = [.. s.Quantities.Select(Swap)] })],
    };
}
