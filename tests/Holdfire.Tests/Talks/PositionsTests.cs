using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Talks;
using Holdfire.Tests.Build;
using NodaTime;
using static Holdfire.Tests.Talks.TalksBuilder;

namespace Holdfire.Tests.Talks;

public sealed class PositionsTests
{
    private static readonly Proposal Offer = new()
    {
        Id = new("P1"), Kind = ProposalKind.Offer, By = [One], To = [Other], Items = [new("I0")], When = Day(1), Statements = [new StatementId("S1")],
    };

    [Fact]
    public void Now_TwoAnswersOnDifferentDays_KeepsTheLater()
    {
        var talks = Record(Answer("R1", ResponseKind.Rejects, 2), Answer("R2", ResponseKind.Accepts, 3));
        Assert.Equal([PositionKind.Offers, PositionKind.Accepts], Positions.Now(talks).Select(p => p.Kind));
        Assert.Equal(3, Positions.All(talks).Length);
    }

    [Fact]
    public void Now_TwoAnswersOnOneDay_KeepsBothSinceNeitherIsKnownToBeLater()
    {
        var talks = Record(Answer("R1", ResponseKind.Rejects, 2), Answer("R2", ResponseKind.Accepts, 2));
        Assert.Equal([PositionKind.Offers, PositionKind.Rejects, PositionKind.Accepts], Positions.Now(talks).Select(p => p.Kind));
    }

    [Fact]
    public void Now_WithdrawnProposal_NoLongerStands()
    {
        var talks = Record() with { Outcomes = [new Outcome { Id = new("O1"), Of = Offer.Id, Kind = OutcomeKind.Withdrawn, When = Day(2) }] };
        Assert.Empty(Positions.Now(talks));
    }

    [Fact]
    public void Overlap_OfferedAndAccepted_LacksNobody()
    {
        var overlap = Assert.Single(Overlap.Of(Record(Answer("R1", ResponseKind.Accepts, 2)), Parties));
        Assert.True(overlap.AcceptedByAll && overlap.RejectedByNone);
    }

    [Fact]
    public void Overlap_AcceptedUnderConditions_LacksThatSide()
    {
        var overlap = Assert.Single(Overlap.Of(Record(Answer("R1", ResponseKind.AcceptsConditionally, 2)), Parties));
        Assert.Equal([Other], overlap.Lacking);
        Assert.Single(overlap.Conditional);
    }

    [Fact]
    public void Contradiction_OfTheSameSide_NamesBothStatementsAndTheSpeaker()
    {
        var claim = new UnconditionalClaim { Id = new("U1"), By = One, Item = new("I0"), Statements = [new StatementId("S1")] };
        var talks = Record() with
        {
            Items = Items(2), Unconditional = [claim], Preconditions = [Edge("C1", 1, 0) with { Statements = [new StatementId("S2")] }],
        };
        var found = Assert.Single(TalksContradiction.In(Case(talks)));
        Assert.True(found.SameSpeaker);
        Assert.Contains("no condition for item 0 (S1); the same speaker requires item 1 before it (S2)", TalksWords.Of(found, Case(talks)), StringComparison.Ordinal);
    }

    [Fact]
    public void Contradiction_ConditionForAnotherItem_IsNone()
    {
        var claim = new UnconditionalClaim { Id = new("U1"), By = One, Item = new("I0"), Statements = [new StatementId("S1")] };
        Assert.Empty(TalksContradiction.In(Case(Record() with { Unconditional = [claim], Preconditions = [Edge("C1", 0, 1) with { Statements = [new StatementId("S2")] }] })));
    }

    [Theory]
    [InlineData(4, DeadlineStatus.Pending)]
    [InlineData(7, DeadlineStatus.PassedUnknown)]
    public void Deadline_BeforeAndAfterItsEnd_IsToldApart(int day, DeadlineStatus expected)
    {
        var threat = new Conditional
        {
            Id = new("T1"), Kind = ConditionalKind.Threat, By = [One], To = [Other], Condition = new("I0"), Consequence = new("I1"),
            Deadline = Day(5), When = Day(1), Statements = [new StatementId("S1")],
        };
        var @case = Case(Record(Answer("R1", ResponseKind.Rejects, 2)) with { Conditionals = [threat] });
        var deadline = Assert.Single(TalksDeadline.In(CaseView.Of(@case, Instant.FromUtc(2030, 1, day, 0, 0))));
        Assert.Equal(expected, deadline.Status);
        Assert.Equal(expected, Assert.Single(TalksDeadline.In(CaseView.Of(@case), Instant.FromUtc(2030, 1, day, 0, 0))).Status);
        Assert.Equal(PositionKind.Rejects, Assert.Single(deadline.Answers).Kind);
    }

    [Fact]
    public void AsOf_BeforeAStatement_LeavesOutWhatRestsOnIt()
    {
        var @case = Case(Record(Answer("R1", ResponseKind.Accepts, 3) with { Statements = [new StatementId("S2")] }));
        Assert.Empty(@case.AsOf(Instant.FromUtc(2030, 1, 2, 0, 0)).Talks.Responses);
        Assert.Single(@case.AsOf(Instant.FromUtc(2030, 1, 2, 0, 0)).Talks.Proposals);
        Assert.Single(@case.AsOf(Instant.FromUtc(2030, 1, 9, 0, 0)).Talks.Responses);
        Assert.Empty(@case.AsOf(Instant.FromUtc(2029, 12, 31, 0, 0)).Talks.Items);
    }

    private static ImmutableArray<Party> Parties => [new(One, "A", PartyRole.Party), new(Other, "B", PartyRole.Party)];

    private static TalksRecord Record(params Response[] responses) => new() { Items = Items(1), Proposals = [Offer], Responses = [.. responses] };

    private static Response Answer(string id, ResponseKind kind, int day) => new()
    {
        Id = new(id), By = Other, To = Offer.Id, Items = [new("I0")], Kind = kind, When = Day(day), Statements = [new StatementId("S1")],
    };

    private static Case Case(TalksRecord talks) => CaseBuilder.Of([]) with
    {
        Talks = talks,
        Statements = [Said("S1", 1), Said("S2", 3)],
    };

    private static Statement Said(string id, int day) => new()
    {
        Id = new(id), Document = new("D1"), Kind = StatementKind.Claim, Speaker = CaseBuilder.Army, Said = Day(day), Paraphrase = "",
    };
}
