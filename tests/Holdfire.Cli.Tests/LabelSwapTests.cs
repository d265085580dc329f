using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.CaseFormat;
using Holdfire.Cli.Output;
using Holdfire.Counts;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Queries;
using Holdfire.Talks;
using Holdfire.Talks.Deadlocks;
using Holdfire.Talks.Stability;
using Holdfire.Time;
using Holdfire.Verification;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli.Tests;

/// <summary>Both sides by the same rules: with the labels of the parties swapped, the answers are swapped and nothing else.</summary>
public sealed class LabelSwapTests
{
    private static readonly PartyId One = new("party-\u2460");
    private static readonly PartyId Two = new("party-\u2461");

    [Theory]
    [InlineData("ukraine-2025", 2025)]
    [InlineData("practice-line", 2031)]
    [InlineData("practice-valley", 2032)]
    public void CountsAuditsAndAssessments_WithLabelsSwapped_AreMirroredByteForByte(string name, int year)
    {
        var @case = CaseFolder.Load(Path.Combine(Cli.Root, "cases", name)).Case!;
        var sides = @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id).ToList();
        Assert.Equal(2, sides.Count);
        var straight = Answers(Relabel(@case, new() { [sides[0]] = One, [sides[1]] = Two }), One, Two, year);
        var swapped = Answers(Relabel(@case, new() { [sides[0]] = Two, [sides[1]] = One }), Two, One, year);
        Assert.Contains(One.Value, straight, StringComparison.Ordinal);
        Assert.NotEqual(straight, swapped);
        Assert.Equal(straight, swapped.Replace('\u2460', '*').Replace('\u2461', '\u2460').Replace('*', '\u2461'));
    }

    private static string Answers(Case @case, PartyId first, PartyId second, int year)
    {
        var days = Local.Days(new LocalDate(year, 3, 1), new LocalDate(year, 5, 31), DateTimeZoneProviders.Tzdb[@case.Zone]);
        var counts = new[] { first, second }.SelectMany(side => new[] { Measure.Launched, Measure.Destroyed, Measure.Occurred }.Select(measure =>
            (object)Count(@case, new CountQuery(side, null, null, new ActCode("violation"), measure, [days], Unit: measure == Measure.Occurred ? CountUnit.Attack : default))));
        // Several actors or origins of one event stand in the order of their labels.
        var findings = Finder.Find(@case, EventsByStandard.SubjectsOf(CaseView.Of(@case), FindingRulesFile.BuiltIn, FusionInput.Of(@case), Work.Unlimited), FindingRulesFile.BuiltIn);
        var perDay = FindingCounts.PerDay(@case, findings).ToLookup(c => c.Truce);
        return Answer.Text(counts.Concat(Auditor.Audit(CaseView.Of(@case)).Concat(Auditor.AuditHarm(CaseView.Of(@case))).Select(AuditAnswerClaim.From))
            .Concat(new TrucesAnswer(CaseView.Of(@case), @case.Truces, days.End).Truces).Concat(ObligationCheck.Of(CaseView.Of(@case), days.End).Select(ObligationStatusAnswer.Of))
            .Concat(TruceAnswers.Of(CaseView.Of(@case), Assessor.Assess(CaseView.Of(@case), new AssessmentOptions()), findings, true).Select(a => AssessAnswerTruce.Of(a, perDay[a.Assessment.Truce.Id], units: true)))
            .Concat(findings.Where(f => f.Subject.Actors.Length < 2 && f.Ladder.Origins.Count() < 2).Select(f => FindingsAnswerRow.Of(f, @case))).Concat(Talks(@case)).Concat(WorkOf(@case, days.End)));
    }

    private static IEnumerable<object> WorkOf(Case @case, Instant now) =>
    [
        .. WorkQueue.Of(@case, [.. Fuser.Fuse(FusionInput.Of(@case)).Incidents(@case.Places)]).Events.Where(e => !e.Progress.Steps.IsEmpty)
            .SelectMany(e => e.Progress.Steps.Select(StepAnswer.From).Concat<object>(e.Progress.Findings.Select(ProposedFindingAnswer.From))),
        .. AskedQuery.In(@case).Select(q => PartyQueryAnswer.Of(q, now, DateTimeZone.Utc)),
    ];

    private static IEnumerable<object> Talks(Case @case) =>
    [
        .. new[] { false, true }.Select(inferred => DeadlockReadingAnswer.Of(DeadlockAnalysis.Of(@case.Talks, inferred, Sides(@case)), @case)),
        .. Positions.Now(@case.Talks).Select(PositionAnswer.Of),
        .. TalksContradiction.In(@case).Select(c => TalksContradictionAnswer.Of(c, @case)),
        .. @case.Talks.Models.Select(m => StabilityAnalysis.Of(m).States),
    ];

    private static HashSet<PartyId> Sides(Case @case) => [.. @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id)];

    private static System.Text.Json.JsonElement Count(Case @case, CountQuery query) => AnswerJson.Element(new CountsAnswer(CaseView.Of(@case), query.Unit, [.. Counter.Count(CaseView.Of(@case), query).Select(CountsAnswerRow.Of)]));

    private static Case Relabel(Case c, Dictionary<PartyId, PartyId> labels)
    {
        PartyId To(PartyId id) => labels.GetValueOrDefault(id, id);
        Report Of(Report r) => r with { AllegedActor = r.AllegedActor is { } a ? To(a) : null };
        ImmutableArray<Report> All(ImmutableArray<Report> reports) => [.. reports.Select(Of)];
        return c with
        {
            Parties = [.. c.Parties.Select(p => p with { Id = To(p.Id) })],
            Sources = [.. c.Sources.Select(s => s with
            {
                Party = s.Party is { } p ? To(p) : null,
                Restrictions = [.. s.Restrictions.Select(r => r with { By = r.By is { } by ? To(by) : null })],
            })],
            Reports = All(c.Reports),
            Statements = [.. c.Statements.Select(s => s with { Quantities = All(s.Quantities) })],
            Conflicts = [.. c.Conflicts.Select(x => x with { Accounts = [.. x.Accounts.Select(a => a with { Quantities = All(a.Quantities) })] })],
            Steps = [.. c.Steps.Select(s => s with { Actor = s.Actor is { } actor ? To(actor) : null })],
            Queries = [.. c.Queries.Select(q => q with { Party = To(q.Party) })],
            Replies = [.. c.Replies.Select(r => r with { Party = To(r.Party) })],
            Truces = [.. c.Truces.Select(t => Swap(t, To))],
            Talks = Swap(c.Talks, To),
        };
    }

    private static Truce Swap(Truce truce, Func<PartyId, PartyId> to) => truce with
    {
        Declarations = [.. truce.Declarations.Select(d => d with { Actor = to(d.Actor) })],
        Extensions = [.. truce.Extensions.Select(e => e with { Declarations = [.. e.Declarations.Select(d => d with { Actor = to(d.Actor) })] })],
        InForce = [.. truce.InForce.Select(f => f with { Party = to(f.Party) })],
        Prohibitions = [.. truce.Prohibitions.Select(p => p with { Bound = [.. p.Bound.Select(to)] })],
        Obligations = [.. truce.Obligations.Select(o => o with { Party = to(o.Party) })],
    };

    private static TalksRecord Swap(TalksRecord talks, Func<PartyId, PartyId> to)
    {
        ImmutableArray<PartyId> Each(ImmutableArray<PartyId> ids) => [.. ids.Select(to)];
        return talks with
        {
            Proposals = [.. talks.Proposals.Select(p => p with { By = Each(p.By), To = Each(p.To) })],
            Responses = [.. talks.Responses.Select(r => r with { By = to(r.By) })],
            Preconditions = [.. talks.Preconditions.Select(p => p with { Actor = to(p.Actor) })],
            Conditionals = [.. talks.Conditionals.Select(t => t with { By = Each(t.By), To = Each(t.To) })],
            Unconditional = [.. talks.Unconditional.Select(u => u with { By = to(u.By) })],
            Models =
            [
                .. talks.Models.Select(m => m with
                {
                    Options = [.. m.Options.Select(o => o with { Party = to(o.Party) })],
                    Preferences = [.. m.Preferences.Select(p => p with { Party = to(p.Party) })],
                }),
            ],
        };
    }
}
